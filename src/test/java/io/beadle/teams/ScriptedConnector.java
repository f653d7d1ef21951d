package io.beadle.teams;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The connector of Teams, on loopback: records every request, gives ids to what is sent, and answers what it was told to.
 *
 * <p>Unless scripted otherwise it answers 201 with the ids {@code activity-1}, {@code activity-2}, …; a channel post with
 * the thread's conversation as well; a new personal chat with {@code chat-of-<person>}; a roster with {@link #roster}.
 */
public final class ScriptedConnector implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<List<Map<String, String>>> SOMEBODY =
            List.of(List.of(Map.of("id", "29:somebody", "aadObjectId", "somebody", "name", "Somebody")));

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Call> calls = new ArrayList<>();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final AtomicInteger activities = new AtomicInteger();
    /** Its own, because a context that closes takes the shared ones with it. */
    private final LoopResources loops = LoopResources.create("scripted-connector", 2, true);

    private final DisposableServer server;
    private final Map<String, Answer> places = new ConcurrentHashMap<>();
    private volatile List<List<Map<String, String>>> roster = SOMEBODY;
    private volatile Duration latency = Duration.ZERO;

    /**
     * A request that came in.
     *
     * @param path decoded, with its query, from {@code /v3} on
     * @param trace the trace that it says it is part of, null for none
     * @param at when, by the time of day as it is
     */
    public record Call(
            String method,
            String path,
            @Nullable String authorization,
            String text,
            @Nullable String trace,
            Instant at) {
        /** The body; a missing node when there was none. */
        public JsonNode body() {
            return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
        }
    }

    /** An answer out of the ordinary: a status of 0 hangs up without one. */
    public record Answer(int status, Map<String, String> headers, String body, Duration after) {
        public static Answer status(int status) {
            return new Answer(status, Map.of(), "", Duration.ZERO);
        }

        /** Refused with the platform's code, as Teams spells it. */
        public static Answer refusal(int status, String code) {
            String body = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"said in full\"}}";
            return new Answer(status, Map.of(), body, Duration.ZERO);
        }

        /** Taken, with a body out of the ordinary. */
        public static Answer of(String body) {
            return new Answer(201, Map.of(), body, Duration.ZERO);
        }

        public static Answer hangUp() {
            return status(0);
        }

        public Answer retryAfter(String value) {
            return new Answer(status, Map.of("Retry-After", value), body, after);
        }

        public Answer after(Duration delay) {
            return new Answer(status, headers, body, delay);
        }
    }

    private ScriptedConnector() {
        server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    public static ScriptedConnector start() {
        return new ScriptedConnector();
    }

    /** The service URL to put into activities. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + "/teams/";
    }

    /** The next requests get these answers, in this order, and the ordinary ones again thereafter. */
    public void answer(Answer... answers) {
        script.addAll(List.of(answers));
    }

    /** Every request that names this in its path, or begins a conversation there, gets that answer from now on. */
    public void answerAt(String place, Answer answer) {
        places.put(place, answer);
    }

    /** Every ordinary answer takes this long from now on. */
    public void latency(Duration each) {
        latency = each;
    }

    /** The pages of every conversation's roster; each member has {@code id}, {@code aadObjectId} and {@code name}. */
    public void roster(List<List<Map<String, String>>> pages) {
        roster = pages;
    }

    /** What came in so far. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The n-th request, counted from 1, as soon as it is there. */
    public Call await(int n) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (calls) {
            while (calls.size() < n) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("Only " + calls.size() + " of " + n + " requests came");
                }
                try {
                    calls.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return calls.get(n - 1);
        }
    }

    /** Forgets what came in and what was scripted. */
    public void reset() {
        synchronized (calls) {
            calls.clear();
        }
        script.clear();
        places.clear();
        roster = SOMEBODY;
        latency = Duration.ZERO;
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            String path = URLDecoder.decode(
                    request.uri().replaceFirst("^/teams", "").replace("+", "%2B"), StandardCharsets.UTF_8);
            Call call = new Call(
                    request.method().name(),
                    path,
                    request.requestHeaders().get("Authorization"),
                    body,
                    request.requestHeaders().get("traceparent"),
                    Instant.now());
            synchronized (calls) {
                calls.add(call);
                calls.notifyAll();
            }
            Answer answer = places.entrySet().stream()
                    .filter(place -> path.contains(place.getKey())
                            || (path.equals("/v3/conversations") && body.contains(place.getKey())))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .or(() -> Optional.ofNullable(script.poll()))
                    .orElseGet(() -> ordinary(call));
            return answer.after().isZero()
                    ? send(request, response, answer)
                    : Mono.delay(answer.after()).then(Mono.defer(() -> send(request, response, answer)));
        });
    }

    private static Mono<Void> send(HttpServerRequest request, HttpServerResponse response, Answer answer) {
        if (answer.status() == 0) {
            request.withConnection(connection -> connection.dispose());
            return Mono.never();
        }
        answer.headers().forEach(response::header);
        response.status(HttpResponseStatus.valueOf(answer.status())).header("Content-Type", "application/json");
        return response.sendString(Mono.just(answer.body())).then();
    }

    private Answer ordinary(Call call) {
        Map<String, Object> answer = new LinkedHashMap<>();
        int status = call.method().equals("POST") ? 201 : 200;
        if (call.path().contains("/pagedmembers")) {
            int page = page(call.path());
            answer.put("members", roster.get(page));
            if (page + 1 < roster.size()) {
                answer.put("continuationToken", "page+" + (page + 1));
            }
        } else if (call.path().equals("/v3/conversations")
                && !call.body().path("isGroup").asBoolean()) {
            answer.put("id", "chat-of-" + call.body().at("/members/0/id").asString());
        } else if (call.path().equals("/v3/conversations")) {
            String id = "activity-" + activities.incrementAndGet();
            answer.put("id", call.body().at("/channelData/channel/id").asString() + ";messageid=" + id);
            answer.put("activityId", id);
        } else if (call.method().equals("POST")) {
            answer.put("id", "activity-" + activities.incrementAndGet());
        }
        return new Answer(status, Map.of(), JSON.writeValueAsString(answer), latency);
    }

    private static int page(String path) {
        int token = path.indexOf("page+");
        return token < 0 ? 0 : Integer.parseInt(path.substring(token + 5));
    }

    @Override
    public void close() {
        server.disposeNow();
        loops.dispose();
    }
}
