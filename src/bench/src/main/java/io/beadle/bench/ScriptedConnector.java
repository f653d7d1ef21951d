package io.beadle.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Teams' connector as a bot sees it: takes every post and answers after a fixed time with the id of a new activity. */
final class ScriptedConnector {
    private ScriptedConnector() {}

    /** Serves at pairs of port and milliseconds, until it is killed. */
    public static void main(String[] args) {
        DisposableServer last = null;
        for (int i = 0; i < args.length; i += 2) {
            last = start(Integer.parseInt(args[i]), Duration.ofMillis(Long.parseLong(args[i + 1])), body -> {});
        }
        last.onDispose().block();
    }

    /** Hands over every body it takes. */
    static DisposableServer start(int port, Duration latency, Consumer<String> taken) {
        Mono<String> answer = Mono.just("{\"id\":\"1\"}");
        Mono<String> answerInTime = latency.isZero() ? answer : answer.delayElement(latency);
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString(StandardCharsets.UTF_8)
                        .doOnNext(taken)
                        .then(response.header("Content-Type", "application/json")
                                .sendString(answerInTime)
                                .then()))
                .bindNow();
    }
}
