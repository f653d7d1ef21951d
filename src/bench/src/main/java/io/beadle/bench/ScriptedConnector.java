package io.beadle.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Teams' connector as a bot sees it: takes everything, and answers after a fixed time with the ids of what it made. */
final class ScriptedConnector {
    private static final AtomicLong IDS = new AtomicLong();
    private static final Pattern CHANNEL = Pattern.compile("\"channel\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final String MEMBERS = """
            {"members":[{"id":"29:officer","name":"Officer","aadObjectId":"%s","tenantId":"%s","userRole":"user"}]}""".formatted(ScriptedPlatform.ADMINISTRATOR, ScriptedPlatform.TENANT);

    private ScriptedConnector() {}

    /** What came in. */
    record Taken(String method, String path, String body) {}

    /** Serves at pairs of port and milliseconds, until it is killed. */
    public static void main(String[] args) {
        DisposableServer last = null;
        for (int i = 0; i < args.length; i += 2) {
            last = start(Integer.parseInt(args[i]), Duration.ofMillis(Long.parseLong(args[i + 1])), taken -> {});
        }
        last.onDispose().block();
    }

    /** Hands over everything it takes, before it answers. */
    static DisposableServer start(int port, Duration latency, Consumer<Taken> consumer) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .map(body -> new Taken(request.method().name(), request.uri(), body))
                        .doOnNext(consumer)
                        .flatMap(taken -> response.header("Content-Type", "application/json")
                                .sendString(answer(taken, latency))
                                .then()))
                .bindNow();
    }

    private static Mono<String> answer(Taken taken, Duration latency) {
        Mono<String> answer = Mono.just(answer(taken));
        return latency.isZero() ? answer : answer.delayElement(latency);
    }

    private static String answer(Taken taken) {
        if (taken.path().contains("/pagedmembers")) {
            return MEMBERS;
        }
        long id = IDS.incrementAndGet();
        if (taken.path().endsWith("/v3/conversations")) {
            Matcher channel = CHANNEL.matcher(taken.body());
            return channel.find()
                    ? "{\"id\":\"%s;messageid=%d\",\"activityId\":\"%d\"}".formatted(channel.group(1), id, id)
                    : "{\"id\":\"a:made-%d\"}".formatted(id);
        }
        return "{\"id\":\"" + id + "\"}";
    }
}
