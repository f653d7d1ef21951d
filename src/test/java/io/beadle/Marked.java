package io.beadle;

import static io.beadle.Markers.ID;
import static io.beadle.Markers.WORD;

import io.beadle.people.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Somebody whose every activity has a marked word in all that it can have, in its headers too. */
record Marked(String part, int port, String serviceUrl) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> HEADERS = List.of(
            "traceparent",
            "tracestate",
            "baggage",
            "User-Agent",
            "Cookie",
            "Referer",
            "X-Forwarded-For",
            "X-Request-Id",
            "Accept-Language",
            "Authorization",
            "MS-CV");

    String id() {
        return "29:" + objectId();
    }

    String objectId() {
        return ID + part;
    }

    Person person() {
        return new Person(objectId(), WORD + " " + part);
    }

    /** The id of the personal chat. */
    String place() {
        return "chat-of-" + id();
    }

    Map<String, Object> chat() {
        return conversation(place(), "personal");
    }

    Map<String, Object> channel(String id) {
        return conversation(id + ";messageid=1", "channel");
    }

    private static Map<String, Object> conversation(String id, String type) {
        return Map.of("id", id, "conversationType", type, "name", WORD, "tenantId", "tenant-1", "role", WORD);
    }

    Map<String, String> asMember() {
        return Map.of(
                "id",
                id(),
                "aadObjectId",
                objectId(),
                "name",
                WORD,
                "email",
                WORD,
                "userPrincipalName",
                WORD + "@x.example");
    }

    HttpResponse<String> says(String text, Map<String, Object> where) {
        return sends("message", where, Map.of("text", text));
    }

    HttpResponse<String> executes(String verb, Map<String, ?> data, Map<String, Object> where) {
        Map<String, Object> action = Map.of("type", "Action.Execute", "verb", verb, "data", data, "title", WORD);
        return sends(
                "invoke",
                where,
                Map.of("name", "adaptiveCard/action", "value", Map.of("trigger", "manual", "action", action)));
    }

    /** In a client that knows only {@code Action.Submit}. */
    HttpResponse<String> submits(String verb, Map<String, Object> data) {
        Map<String, Object> named = new LinkedHashMap<>(data);
        named.put("verb", verb);
        return sends("message", chat(), Map.of("value", named, "text", WORD));
    }

    /** An activity of that kind with those fields, and all others marked. */
    HttpResponse<String> sends(String type, Map<String, Object> where, Map<String, Object> fields) {
        Map<String, Object> account =
                Map.of("id", id(), "name", WORD, "aadObjectId", objectId(), "email", WORD, "role", WORD);
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("type", type);
        activity.put("id", ID + UUID.randomUUID());
        activity.put("replyToId", ID + "-card");
        activity.put("channelId", "msteams");
        activity.put("serviceUrl", serviceUrl);
        activity.put("from", account);
        activity.put("recipient", Map.of("id", "28:beadle", "name", WORD));
        activity.put("conversation", where);
        activity.put(
                "channelData", Map.of("tenant", Map.of("id", "tenant-1"), "channel", Map.of("name", WORD), WORD, WORD));
        Stream.of(
                        "text",
                        "summary",
                        "speak",
                        "topicName",
                        "locale",
                        "label",
                        "valueType",
                        "action",
                        "code",
                        "importance",
                        WORD)
                .forEach(field -> activity.put(field, WORD));
        activity.put("entities", List.of(Map.of("type", WORD, "name", WORD, "mentioned", account, "text", WORD)));
        activity.put("membersAdded", List.of(account, Map.of("id", "28:beadle", "name", WORD)));
        activity.put("membersRemoved", List.of(account));
        activity.put("reactionsAdded", List.of(Map.of("type", WORD)));
        activity.put("suggestedActions", Map.of("to", List.of(WORD)));
        activity.putAll(fields);
        if ("channel".equals(where.get("conversationType"))) {
            activity.put(
                    "channelData", Map.of("tenant", Map.of("id", "tenant-1"), "team", Map.of("id", ID, "name", WORD)));
        }
        return posts(JsonMapper.shared().writeValueAsString(activity));
    }

    HttpResponse<String> posts(String body) {
        return send(marked(port, "/api/messages?" + WORD + "=" + WORD)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** As a page in somebody's browser would. */
    HttpResponse<String> fromAPage() {
        return send(marked(port, "/api/messages")
                .header("Origin", "https://" + WORD + ".example")
                .POST(BodyPublishers.ofString("{\"type\":\"" + WORD + "\"}")));
    }

    HttpResponse<String> opens(int at, String path) {
        return send(marked(at, path));
    }

    /** As whoever watches over Beadle. */
    HttpResponse<String> plain(int at, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path)));
    }

    private static HttpRequest.Builder marked(int at, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path));
        HEADERS.forEach(header -> request.header(header, WORD));
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
