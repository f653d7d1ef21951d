package io.beadle.storm;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Teams' connector in bad weather: a part of what is sent is answered late, refused with the statuses that the platform names, hung
 * up on, or taken and hung up on. It keeps what it took.
 */
final class StormyTeams implements AutoCloseable {
    static final String DESK = "19:security-desk";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern REFERENCE = Pattern.compile("INC-\\d{4}-\\d{4,}");
    private static final int PERCENT = 100;

    /** What happens to a request, and to how many of a hundred. */
    enum Fault {
        LATE(10, 0),
        REFUSED_412(1, 412),
        REFUSED_429(4, 429),
        REFUSED_502(2, 502),
        REFUSED_503(3, 503),
        REFUSED_504(1, 504),
        HUNG_UP(3, 0),
        TAKEN_AND_HUNG_UP(3, 0);

        private final int percent;
        private final int status;

        Fault(int percent, int status) {
            this.percent = percent;
            this.status = status;
        }
    }

    /** A post at the desk that the connector took. */
    record Alert(String reference, Instant at, boolean hungUp, boolean repeat) {}

    private final DisposableServer server;
    private final Random random;
    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentMap<String, List<JsonNode>> chats = new ConcurrentHashMap<>();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final Map<Fault, LongAdder> faults = new ConcurrentHashMap<>();
    private final String repeat;
    private final List<Map<String, String>> officers;
    private volatile boolean storm;

    /** @param repeat what an alert says that may stand there twice */
    StormyTeams(long seed, String repeat, List<Map<String, String>> officers) {
        this.random = new Random(seed);
        this.repeat = repeat;
        this.officers = officers;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/teams/";
    }

    void storm(boolean rages) {
        storm = rages;
    }

    /** What came to a personal chat, latest last. */
    List<JsonNode> received(String chat) {
        return chats.getOrDefault(chat, List.of());
    }

    List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    Map<Fault, LongAdder> faults() {
        return faults;
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            String path = URLDecoder.decode(
                    request.uri().replaceFirst("^/teams", "").replace("+", "%2B"), StandardCharsets.UTF_8);
            Optional<Fault> fault = fault();
            fault.ifPresent(what ->
                    faults.computeIfAbsent(what, none -> new LongAdder()).increment());
            return switch (fault.orElse(null)) {
                case HUNG_UP -> hangUp(request);
                case TAKEN_AND_HUNG_UP -> {
                    taken(request, path, body, true);
                    yield hangUp(request);
                }
                case LATE ->
                    Mono.delay(Duration.ofMillis(200 + whole(1_800)))
                            .then(Mono.defer(() -> answer(response, taken(request, path, body, false))));
                case null -> answer(response, taken(request, path, body, false));
                default -> {
                    response.header("Retry-After", "1").status(HttpResponseStatus.valueOf(fault.get().status));
                    yield response.send();
                }
            };
        });
    }

    private Optional<Fault> fault() {
        if (!storm) {
            return Optional.empty();
        }
        int drawn = whole(PERCENT);
        for (Fault fault : Fault.values()) {
            if (drawn < fault.percent) {
                return Optional.of(fault);
            }
            drawn -= fault.percent;
        }
        return Optional.empty();
    }

    private synchronized int whole(int bound) {
        return random.nextInt(bound);
    }

    private static Mono<Void> hangUp(HttpServerRequest request) {
        request.withConnection(connection -> connection.dispose());
        return Mono.never();
    }

    private static Mono<Void> answer(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(body))
                .then();
    }

    /** Keeps it, and says what the platform answers. */
    private String taken(HttpServerRequest request, String path, String body, boolean hungUp) {
        if (path.contains("/pagedmembers")) {
            return JSON.writeValueAsString(Map.of("members", officers));
        }
        if (!request.method().name().equals("POST")) {
            return "{}";
        }
        String id = "activity-" + ids.incrementAndGet();
        JsonNode sent = JSON.readTree(body);
        if (path.equals("/v3/conversations")) {
            String channel = sent.at("/channelData/channel/id").asString("");
            if (channel.isEmpty()) {
                return JSON.writeValueAsString(
                        Map.of("id", "chat-of-" + sent.at("/members/0/id").asString()));
            }
            Matcher reference = REFERENCE.matcher(body);
            if (reference.find()) {
                alerts.add(new Alert(reference.group(), Instant.now(), hungUp, body.contains(repeat)));
            }
            return JSON.writeValueAsString(Map.of("id", channel + ";messageid=" + id, "activityId", id));
        }
        String chat = path.replaceFirst("^/v3/conversations/", "").replaceFirst("/activities.*", "");
        chats.computeIfAbsent(chat, none -> new CopyOnWriteArrayList<>()).add(sent);
        return JSON.writeValueAsString(Map.of("id", id));
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    /** Which of the posts are second ones of the same incident. */
    List<Alert> repeats() {
        List<String> seen = new ArrayList<>();
        return alerts().stream()
                .filter(alert -> seen.contains(alert.reference()) || !seen.add(alert.reference()))
                .toList();
    }
}
