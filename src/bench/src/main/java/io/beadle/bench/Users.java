package io.beadle.bench;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** People who each say something in their own chat, and as soon as that is answered say something again. */
final class Users {
    private static final long LONGEST_TURN_MICROS = TimeUnit.MINUTES.toMicros(1);
    /** Then the platform has given up long since, and delivers again. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private static final String MESSAGE = """
            {"type":"message","id":"%s","timestamp":"2026-11-21T09:00:00.000Z","channelId":"msteams","serviceUrl":"%s",
            "from":{"id":"29:user-%d","name":"User %d","aadObjectId":"00000000-0000-0000-0000-%012d"},
            "conversation":{"id":"a:chat-%d","conversationType":"personal","tenantId":"tenant"},
            "recipient":{"id":"28:bot","name":"Beadle"},"locale":"en-GB","textFormat":"plain","text":"%s",
            "entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Windows"}],
            "channelData":{"tenant":{"id":"tenant"}}}
            """;

    private final HttpClient client;
    private final int count;
    private final URI connector;
    private final Recorder micros = new Recorder(LONGEST_TURN_MICROS, 3);
    private final LongAdder failures = new LongAdder();

    /** @param connector the service URL of what they say */
    Users(int count, URI connector) {
        this.count = count;
        this.connector = connector;
        this.client = HttpClient.create(ConnectionProvider.builder("users")
                        .maxConnections(count)
                        .pendingAcquireMaxCount(-1)
                        .build())
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .responseTimeout(ANSWERED_WITHIN)
                .disableRetry(true);
    }

    /** What was answered within the measured time: latencies in microseconds, and the turns not answered with a 2xx. */
    record Answered(Histogram micros, long failures) {}

    /** What an activity was answered with; a status of 0 where there was no answer. */
    record Reply(int status, String body) {
        boolean isWell() {
            return status / 100 == 2;
        }
    }

    URI connector() {
        return connector;
    }

    /** Talks to an endpoint for a while that does not count, then for a while that does, which begins and ends as told. */
    Answered talk(Endpoint endpoint, Supplier<String> texts, Scale scale, Runnable begins, Runnable ends)
            throws InterruptedException {
        try (Talk talking = talk(endpoint, texts)) {
            Thread.sleep(scale.uncounted());
            begins.run();
            micros.reset();
            failures.reset();
            Thread.sleep(scale.counted());
            ends.run();
            return new Answered(micros.getIntervalHistogram(), failures.sum());
        }
    }

    /** Talks for so long, and nothing of it counts. */
    void warmUp(Endpoint endpoint, Supplier<String> texts, Duration lasting) throws InterruptedException {
        try (Talk talking = talk(endpoint, texts)) {
            Thread.sleep(lasting);
        }
    }

    /** Talks until it is closed. */
    Talk talk(Endpoint endpoint, Supplier<String> texts) {
        return new Talk(going -> Flux.range(0, count)
                .flatMap(
                        user -> Mono.defer(() -> turn(endpoint, user, texts.get()))
                                .repeat(going),
                        count)
                .then());
    }

    /** People who talk; closing it waits for the answers that are still to come, so that they burden nobody else's round. */
    static final class Talk implements AutoCloseable {
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final CompletableFuture<Void> ended;

        private Talk(Function<BooleanSupplier, Mono<Void>> talk) {
            ended = talk.apply(going::get).toFuture();
        }

        @Override
        public void close() {
            going.set(false);
            ended.join();
        }
    }

    /** One turn by one user; true if it was answered with a 2xx. */
    Mono<Boolean> turn(Endpoint endpoint, int user, String text) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            String body = MESSAGE.formatted(
                    user + "-" + begin, connector, user, user, user, user, text.replace("\"", "\\\""));
            return post(endpoint, body).map(Reply::isWell).doOnNext(well -> count(well, System.nanoTime() - begin));
        });
    }

    /** Brings an activity as the platform does. */
    Mono<Reply> post(Endpoint endpoint, String activity) {
        String token = endpoint.token().get();
        return client.headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
                    }
                })
                .post()
                .uri(endpoint.uri())
                .send(ByteBufMono.fromString(Mono.just(activity)))
                .responseSingle((response, content) -> content.asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .map(body -> new Reply(response.status().code(), body)))
                .onErrorReturn(new Reply(0, ""));
    }

    private void count(boolean well, long nanos) {
        if (well) {
            micros.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), LONGEST_TURN_MICROS));
        } else {
            failures.increment();
        }
    }
}
