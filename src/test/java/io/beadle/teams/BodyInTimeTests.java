package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Slow clients whose headers came in time. What they send, and the clock by which they are slow, is the test's. */
class BodyInTimeTests {
    private static final byte[] GOOD = Samples.json(Samples.message("http://127.0.0.1:1/", "m-slow", "hello"))
            .getBytes(StandardCharsets.UTF_8);

    @SuppressWarnings("NullAway.Init") // before each test is made
    private static TeamsEdge edge;

    private final EmbeddedChannel time = new EmbeddedChannel();
    private final Scheduler timer = Schedulers.fromExecutorService(time.eventLoop());
    private final MessagesEndpoint endpoint = new MessagesEndpoint(
            edge.bean(Turns.class),
            edge.bean(TurnLimit.class),
            edge.bean(Refusals.class),
            edge.bean(TurnMeters.class),
            timer);
    private final Sinks.Many<DataBuffer> body = Sinks.many().unicast().onBackpressureBuffer();
    private final MockServerHttpResponse response = new MockServerHttpResponse();
    private final double before = tooSlow();

    {
        time.freezeTime();
    }

    @BeforeAll
    static void start() {
        edge = new TeamsEdge(InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z")));
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aBodyThatNeverEndsIsRefusedAfterTenSeconds() {
        CompletableFuture<?> answered = request();
        sends(GOOD, 0, 20);
        after(9_999);
        assertThat(answered).isNotDone();
        assertThat(tooSlow()).isEqualTo(before);

        after(1);
        assertThat(answered).isCompleted();
        isRefused();
    }

    /** Each byte comes in time, the body does not. */
    @Test
    void aBodyThatComesDropByDropIsRefusedTooAndTheRestOfItIsNotWaitedFor() {
        CompletableFuture<?> answered = request();
        for (int second = 0; second < 10; second++) {
            assertThat(answered).isNotDone();
            sends(GOOD, second, 1);
            after(1_000);
        }
        assertThat(answered).isCompleted();
        isRefused();
        assertThat(body.currentSubscriberCount()).as("who still reads").isZero();
    }

    @Test
    void aBodyThatIsThereWithinTenSecondsIsAnsweredHoweverSlowlyItCame() {
        CompletableFuture<?> answered = request();
        for (int second = 0; second < 9; second++) {
            sends(GOOD, second, 1);
            after(1_000);
        }
        sends(GOOD, 9, GOOD.length - 9);
        body.tryEmitComplete().orThrow();

        assertThat(answered).succeedsWithin(Duration.ofSeconds(30));
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
        after(60_000);
        assertThat(tooSlow()).isEqualTo(before);
    }

    private CompletableFuture<?> request() {
        return RouterFunctions.toHttpHandler(endpoint.routes())
                .handle(MockServerHttpRequest.post("/api/messages").body(body.asFlux()), response)
                .toFuture();
    }

    private void sends(byte[] bytes, int from, int count) {
        DataBuffer part = DefaultDataBufferFactory.sharedInstance.allocateBuffer(count);
        part.write(bytes, from, count);
        body.tryEmitNext(part).orThrow();
    }

    private void after(long millis) {
        time.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        time.runScheduledPendingTasks();
    }

    /** As any refusal: nothing is explained. */
    private void isRefused() {
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT);
        assertThat(response.getBodyAsString().block()).isEmpty();
        assertThat(tooSlow()).isEqualTo(before + 1);
    }

    private static double tooSlow() {
        return edge.bean(MeterRegistry.class)
                .counter(Refusals.COUNTER, "reason", "too_slow")
                .count();
    }
}
