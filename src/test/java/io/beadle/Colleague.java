package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.people.Person;
import io.beadle.teams.ScriptedConnector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in Teams: posts to Beadle what Teams posts when they write or press a button. */
public final class Colleague {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final URI endpoint;
    private final ScriptedConnector connector;
    private final Set<String> posted = ConcurrentHashMap.newKeySet();

    public Colleague(String name, int port, ScriptedConnector connector) {
        this.name = name;
        this.endpoint = URI.create("http://127.0.0.1:" + port + "/api/messages");
        this.connector = connector;
    }

    public String id() {
        return "29:" + name.toLowerCase(java.util.Locale.ROOT);
    }

    public String objectId() {
        return "aad-" + name;
    }

    /** As incidents and appointments name them. */
    Person person() {
        return new Person(objectId(), name);
    }

    /** As a roster names them. */
    Map<String, String> asMember() {
        return Map.of("id", id(), "aadObjectId", objectId(), "name", name);
    }

    /** The conversation that only this person and Beadle are in. */
    public Map<String, Object> personalChat() {
        return Map.of("id", "chat-of-" + id(), "conversationType", "personal", "tenantId", "tenant-1");
    }

    public static Map<String, Object> channel(String id) {
        return Map.of(
                "id", id + ";messageid=1", "conversationType", "channel", "isGroup", true, "tenantId", "tenant-1");
    }

    /** Writes in the personal chat. */
    public void says(String text) {
        says(text, personalChat());
    }

    public void says(String text, Map<String, Object> conversation) {
        Map<String, Object> activity = activity("message", conversation);
        activity.put("text", text);
        assertThat(post(activity).statusCode()).isEqualTo(200);
    }

    /**
     * Presses the button of this title, with the inputs filled in.
     *
     * @return the card that comes in its place, or the text that is shown
     */
    public JsonNode presses(String title, JsonNode card, Map<String, String> inputs, String activityId) {
        return presses(
                title,
                card,
                inputs,
                activityId,
                personalChat(),
                UUID.randomUUID().toString());
    }

    public JsonNode presses(
            String title,
            JsonNode card,
            Map<String, String> inputs,
            String activityId,
            Map<String, Object> conversation,
            String id) {
        JsonNode action = action(card, title);
        return executes(action.path("verb").asString(), data(action, inputs), activityId, conversation, id);
    }

    /** Sends an action as a client would, or as somebody makes one by hand, in the personal chat. */
    public JsonNode executes(String verb, Map<String, ?> data) {
        return executes(
                verb, data, "activity-1", personalChat(), UUID.randomUUID().toString());
    }

    JsonNode executes(
            String verb, Map<String, ?> data, String activityId, Map<String, Object> conversation, String id) {
        Map<String, Object> activity = activity("invoke", conversation);
        activity.put("id", id);
        activity.put("name", "adaptiveCard/action");
        activity.put("replyToId", activityId);
        activity.put(
                "value",
                Map.of("trigger", "manual", "action", Map.of("type", "Action.Execute", "verb", verb, "data", data)));
        HttpResponse<String> answer = post(activity);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("statusCode").asInt()).isEqualTo(200);
        assertThat(body.path("type").asString()).startsWith("application/vnd.microsoft.");
        return body.path("value");
    }

    /** Presses the same in a client that knows only {@code Action.Submit}. */
    void submits(String title, JsonNode card, Map<String, String> inputs, String activityId) {
        Map<String, Object> activity = activity("message", personalChat());
        activity.put("replyToId", activityId);
        activity.put("value", data(action(card, title).path("fallback"), inputs));
        assertThat(post(activity).statusCode()).isEqualTo(200);
    }

    private static Map<String, Object> data(JsonNode action, Map<String, String> inputs) {
        Map<String, Object> data = new HashMap<>();
        action.path("data").propertyStream().forEach(e -> data.put(e.getKey(), e.getValue()));
        data.putAll(inputs);
        return data;
    }

    /** What stands on the button of an act's form: its name, where a telephone shows all of it. */
    public static String button(String act) {
        return act.length() > 28 ? "Confirm" : act;
    }

    public static JsonNode action(JsonNode card, String title) {
        return card.findValues("actions").stream()
                .flatMap(JsonNode::valueStream)
                .filter(a -> a.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button \"" + title + "\" on " + card));
    }

    /** Searches the policies from the message box of a chat that Beadle need not be in; the answer's body. */
    JsonNode searches(Map<String, Object> value) {
        Map<String, Object> activity = activity(
                "invoke", Map.of("id", "19:some-chat", "conversationType", "groupChat", "tenantId", "tenant-1"));
        activity.put("name", "composeExtension/query");
        activity.put("value", value);
        HttpResponse<String> answer = post(activity);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("composeExtension");
    }

    /** Posts an activity as it is. */
    HttpResponse<String> post(Map<String, Object> activity) {
        posted.add("/activities/" + activity.get("id"));
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(endpoint)
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(activity)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Map<String, Object> activity(String type, Map<String, Object> conversation) {
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("type", type);
        activity.put("id", UUID.randomUUID().toString());
        activity.put("channelId", "msteams");
        activity.put("serviceUrl", connector.url());
        activity.put("from", Map.of("id", id(), "name", name, "aadObjectId", objectId()));
        activity.put("recipient", Map.of("id", "28:beadle", "name", "Beadle"));
        activity.put("conversation", conversation);
        activity.put("channelData", Map.of("tenant", Map.of("id", "tenant-1")));
        return activity;
    }

    /** The cards and texts that came to this person's chat so far, as activities. */
    List<JsonNode> received() {
        return received("chat-of-" + id());
    }

    List<JsonNode> received(String conversation) {
        return connector.calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().contains("/" + conversation))
                .map(ScriptedConnector.Call::body)
                .toList();
    }

    /**
     * The last card or text in the personal chat that answers what this person wrote or pressed. What Beadle tells people of
     * itself comes beside the turns, and so at any moment between the answers.
     */
    JsonNode answer() {
        return answer("chat-of-" + id());
    }

    JsonNode answer(String conversation) {
        return connector.calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().contains("/" + conversation))
                .filter(call -> posted.stream().anyMatch(call.path()::endsWith))
                .map(ScriptedConnector.Call::body)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("Beadle has answered nothing"));
    }

    static @Nullable JsonNode card(JsonNode activity) {
        JsonNode card = activity.at("/attachments/0/content");
        return card.isMissingNode() ? null : card;
    }
}
