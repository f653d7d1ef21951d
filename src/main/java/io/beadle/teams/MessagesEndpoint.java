package io.beadle.teams;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.beadle.teams.AnsweredActivities.Reply;
import io.beadle.teams.RefusedException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code POST /api/messages}: takes the body as bytes and hands it to a turn on a virtual thread of its own. */
class MessagesEndpoint implements AutoCloseable {
    private static final int LARGEST_BODY_BYTES = 256 * 1024;
    private static final Duration BODY_WITHIN = Duration.ofSeconds(10);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Turns turns;
    private final TurnLimit limit;
    private final Refusals refusals;
    private final TurnMeters meters;
    private final Scheduler timer;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("turn-", 0).factory());

    /** @param timer by which it is told that a body is late */
    MessagesEndpoint(Turns turns, TurnLimit limit, Refusals refusals, TurnMeters meters, Scheduler timer) {
        this.turns = turns;
        this.limit = limit;
        this.refusals = refusals;
        this.meters = meters;
        this.timer = timer;
    }

    RouterFunction<ServerResponse> routes() {
        return route().POST("/api/messages", this::receive).build();
    }

    private Mono<ServerResponse> receive(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), LARGEST_BODY_BYTES)
                .map(MessagesEndpoint::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(BODY_WITHIN, timer)
                .flatMap(body -> answer(headers, body))
                .onErrorResume(DataBufferLimitException.class, e -> refuse(Reason.TOO_LARGE))
                .onErrorResume(TimeoutException.class, e -> refuse(Reason.TOO_SLOW));
    }

    /** A caller that goes away does not end the turn: it is done, and its answer kept for the redelivery. */
    private Mono<ServerResponse> answer(HttpHeaders headers, byte[] body) {
        if (!limit.begin()) {
            meters.busy();
            return refuse(Reason.BUSY);
        }
        long begun = System.nanoTime();
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Trace.of(headers.getFirst(Trace.HEADER)).run(() -> turns.answer(headers, body));
                            } finally {
                                limit.end();
                            }
                        },
                        threads)
                .whenComplete((answer, failure) ->
                        meters.answered(answer == null ? 500 : answer.status(), System.nanoTime() - begun));
        return Mono.fromFuture(reply, true).flatMap(MessagesEndpoint::respond);
    }

    private static Mono<ServerResponse> respond(Reply reply) {
        ServerResponse.BodyBuilder response = ServerResponse.status(reply.status());
        if (reply.status() == Reason.BUSY.status || reply.status() == Reason.TOO_MANY.status) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return reply.body().isEmpty()
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).bodyValue(reply.body());
    }

    private Mono<ServerResponse> refuse(Reason reason) {
        return respond(refusals.of(reason));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
