package io.beadle.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's Teams, which delivers to any of the Beadles there are, again and again: sometimes twice, sometimes late. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int MOST_TRIES = 400;
    private static final int ONE_IN = 10;

    /** What all clients of a run have seen. */
    static final class Seen {
        final Queue<Long> invokeMillis = new ConcurrentLinkedQueue<>();
        final LongAdder apologies = new LongAdder();
        final LongAdder misshapen = new LongAdder();
        final LongAdder bare500 = new LongAdder();
        final LongAdder redelivered = new LongAdder();
    }

    private final String name;
    private final String serviceUrl;
    private final Supplier<URI> somewhere;
    private final Seen seen;

    Client(String name, String serviceUrl, Supplier<URI> somewhere, Seen seen) {
        this.name = name;
        this.serviceUrl = serviceUrl;
        this.somewhere = somewhere;
        this.seen = seen;
    }

    String chat() {
        return "chat-of-29:" + name;
    }

    Map<String, String> asMember() {
        return Map.of("id", "29:" + name, "aadObjectId", "aad-" + name, "name", name);
    }

    /** Writes until it has been answered; one in ten messages is delivered twice. */
    void says(String text, Map<String, Object> conversation) throws InterruptedException {
        Map<String, Object> activity = activity("message", conversation);
        activity.put("text", text);
        deliver(activity, answer -> answer.statusCode() == 200);
    }

    /** Presses until what is shown is as wanted; what that is. */
    JsonNode presses(String verb, Map<String, ?> data, Map<String, Object> conversation, Predicate<JsonNode> wanted)
            throws InterruptedException {
        Map<String, Object> activity = activity("invoke", conversation);
        activity.put("name", "adaptiveCard/action");
        activity.put("replyToId", "activity-1");
        activity.put(
                "value",
                Map.of("trigger", "manual", "action", Map.of("type", "Action.Execute", "verb", verb, "data", data)));
        return JSON.readTree(
                        deliver(activity, answer -> shown(answer).filter(wanted).isPresent())
                                .body())
                .path("value");
    }

    private Optional<JsonNode> shown(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        JsonNode body = JSON.readTree(answer.body());
        boolean shaped = body.path("statusCode").asInt() == 200
                && body.path("type").asString("").startsWith("application/vnd.microsoft.")
                && body.has("value");
        if (!shaped) {
            seen.misshapen.increment();
            return Optional.empty();
        }
        if (body.path("value").asString("").contains("not working")) {
            seen.apologies.increment();
        }
        return Optional.of(body.path("value"));
    }

    private HttpResponse<String> deliver(Map<String, Object> activity, Predicate<HttpResponse<String>> done)
            throws InterruptedException {
        String last = "";
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (oneIn(ONE_IN)) {
                Map<String, Object> same = Map.copyOf(activity);
                seen.redelivered.increment();
                Thread.startVirtualThread(() -> post(same));
            }
            Optional<HttpResponse<String>> answer = post(activity);
            if (answer.filter(done).isPresent()) {
                return answer.get();
            }
            last = answer.map(a -> a.statusCode() + " " + a.body()).orElse(last);
            answer.filter(a -> a.statusCode() == 500).ifPresent(a -> seen.bare500.increment());
            Thread.sleep(PAUSE);
            if (oneIn(2)) {
                activity.put("id", UUID.randomUUID().toString());
            }
        }
        throw new AssertionError(name + " was not answered; the last answer was " + last);
    }

    private Optional<HttpResponse<String>> post(Map<String, Object> activity) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(somewhere.get())
                            .header("content-type", "application/json")
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(activity)))
                            .build(),
                    BodyHandlers.ofString());
            if ("invoke".equals(activity.get("type"))) {
                seen.invokeMillis.add((System.nanoTime() - begun) / 1_000_000);
            }
            return Optional.of(answer);
        } catch (IOException killed) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean oneIn(int count) {
        return ThreadLocalRandom.current().nextInt(count) == 0;
    }

    private Map<String, Object> activity(String type, Map<String, Object> conversation) {
        return new HashMap<>(Map.of(
                "type",
                type,
                "id",
                UUID.randomUUID().toString(),
                "channelId",
                "msteams",
                "serviceUrl",
                serviceUrl,
                "from",
                asMember(),
                "recipient",
                Map.of("id", "28:beadle", "name", "Beadle"),
                "conversation",
                conversation,
                "channelData",
                Map.of("tenant", Map.of("id", "tenant-1"))));
    }

    Map<String, Object> personal() {
        return Map.of("id", chat(), "conversationType", "personal", "tenantId", "tenant-1");
    }

    static Map<String, Object> desk() {
        return Map.of(
                "id",
                StormyTeams.DESK + ";messageid=1",
                "conversationType",
                "channel",
                "isGroup",
                true,
                "tenantId",
                "tenant-1");
    }

    static List<Map<String, String>> members(List<Client> clients) {
        return clients.stream().map(Client::asMember).toList();
    }
}
