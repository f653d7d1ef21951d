package io.beadle.bench;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** People who each say something in their own chat, and as soon as that is answered say it again. */
final class Users {
    private static final long LONGEST_TURN_MICROS = TimeUnit.MINUTES.toMicros(1);
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
    private final Recorder micros = new Recorder(LONGEST_TURN_MICROS, 3);
    private final LongAdder failures = new LongAdder();

    Users(int count) {
        this.count = count;
        this.client = HttpClient.create(ConnectionProvider.create("users", count))
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .disableRetry(true);
    }

    /** What was answered within the measured time: latencies in microseconds, and the turns not answered with a 2xx. */
    record Answered(Histogram micros, long failures) {}

    /** Talks to an endpoint for a while that does not count, then for a while that does. */
    Answered talk(URI endpoint, URI connector, Duration uncounted, Duration counted, Runnable beginsToCount)
            throws InterruptedException {
        var talking = Flux.range(0, count)
                .flatMap(user -> turn(endpoint, connector, user, "thanks").repeat(), count)
                .subscribe();
        Thread.sleep(uncounted);
        beginsToCount.run();
        micros.reset();
        failures.reset();
        Thread.sleep(counted);
        Answered answered = new Answered(micros.getIntervalHistogram(), failures.sum());
        talking.dispose();
        return answered;
    }

    /** One turn by one user; true if it was answered with a 2xx. */
    Mono<Boolean> turn(URI endpoint, URI connector, int user, String text) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            String id = user + "-" + begin;
            String body = MESSAGE.formatted(id, connector, user, user, user, user, text);
            return client.post()
                    .uri(endpoint)
                    .send(ByteBufMono.fromString(Mono.just(body)))
                    .responseSingle((response, content) -> content.then(
                            Mono.fromSupplier(() -> response.status().code() / 100 == 2)))
                    .onErrorReturn(false)
                    .doOnNext(well -> count(well, System.nanoTime() - begin));
        });
    }

    private void count(boolean well, long nanos) {
        if (well) {
            micros.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), LONGEST_TURN_MICROS));
        } else {
            failures.increment();
        }
    }
}
