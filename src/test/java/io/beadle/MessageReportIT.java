package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "Report this message", pressed in a chat of two people in which Beadle is not, as Teams sends it. */
@Import(FixedTime.class)
class MessageReportIT extends RunningBeadle {
    /** Teams calls the chat of two people personal as well. */
    private static final Map<String, Object> CHAT_OF_TWO =
            Map.of("id", "19:sam_alex@unq.gbl.spaces", "conversationType", "personal", "tenantId", "tenant-1");

    private static final Map<String, String> EXPRESS = Map.of(
            "answer-danger", "no",
            "answer-what", "text",
            "answer-where", "work-phone",
            "answer-happened", "morning");

    private static final String SCAM =
            "<p>I'm in a meeting, buy five <a href=\"https://evil.example\">gift cards</a></p>";

    @Autowired
    private Incidents incidents;

    @Test
    void aMessageIsReportedOnOneCardFilledInWithItsTextSenderTimeAndLink() {
        sam.says("Hello");
        JsonNode form = fetch(SCAM);
        assertThat(input(form, "answer-circumstances"))
                .contains(
                        "Alex Boss wrote at 13:00 on",
                        "21 November 2026",
                        "gift cards (https://evil.example)",
                        "https://teams.microsoft.com/l/message/19:x/1");
        assertThat(input(form, "about")).isEqualTo("type:suspicious-message");
        assertThat(form.toString())
                .contains("What came?", "01632 960100", "Input.", "Send the report")
                .doesNotContain("Execute");

        JsonNode receipt = card(submit(form, "Send the report", EXPRESS));
        assertThat(receipt.toString())
                .contains("received", "01632 960100", "We still need from you", "personal chat")
                .doesNotContain("Action.");
        Incident incident = incidents.reportedBy(sam.objectId(), 1).getFirst();
        assertThat(incident.report().reporter().named().orElseThrow().id()).isEqualTo(sam.objectId());
        assertThat(incident.report().answer("circumstances"))
                .map(Answer::value)
                .hasValueSatisfying(text -> assertThat(text).contains("Alex Boss", "gift cards"));
        assertThat(incident.report().answer("contact").map(Answer::value)).contains("");
        assertThat(incident.missing()).contains("contact");

        awaitPost("chat-of-" + sam.id(), "Add what is missing");
        assertThat(sam.received("19:sam_alex")).as("where the message stood").isEmpty();
    }

    @Test
    void sentTwiceItMakesOneIncidentAndNobodyElseCanUseTheForm() {
        JsonNode form = fetch(SCAM);
        JsonNode first = card(submit(form, "Send the report", EXPRESS));
        JsonNode second = card(submit(form, "Send the report", EXPRESS));
        assertThat(second).isEqualTo(first);
        assertThat(incidents.reportedBy(sam.objectId(), 9)).hasSize(1);
        assertThat(first.toString()).as("not installed").contains("open the Apps list");

        JsonNode other = card(submit(priya, form, "Send the report", EXPRESS));
        String reference = incidents.reportedBy(sam.objectId(), 1).getFirst().reference();
        assertThat(other.toString()).doesNotContain(reference);
    }

    @Test
    void whatIsWrongComesBackOnTheSameCardWithAllThatWasFilledIn() {
        Map<String, String> some = new HashMap<>(EXPRESS);
        some.put("answer-happened", "");
        some.put("answer-circumstances", "My own words");
        JsonNode again = card(submit(fetch(SCAM), "Send the report", some));
        assertThat(again.toString()).contains("Please answer this.", "Please look at the answers");
        assertThat(input(again, "answer-circumstances")).isEqualTo("My own words");
        assertThat(input(again, "answer-where")).isEqualTo("work-phone");
        assertThat(incidents.reportedBy(sam.objectId(), 1)).isEmpty();

        assertThat(card(submit(again, "Send the report", EXPRESS)).toString()).contains("received");
    }

    @Test
    void itCanBeAboutSomethingElse() {
        JsonNode form = fetch(SCAM);
        JsonNode group = card(submit(form, "Show the questions for my choice", Map.of("about", "group:lost")));
        assertThat(group.toString()).contains("type:lost-device", "Please choose which");
        JsonNode phone = card(submit(group, "Send the report", Map.of("about", "type:lost-device")));
        assertThat(phone.toString()).contains("These are the questions for your choice");
        assertThat(input(phone, "answer-circumstances")).contains("gift cards");

        JsonNode receipt = card(submit(
                phone,
                "Send the report",
                Map.of(
                        "answer-danger",
                        "no",
                        "answer-what",
                        "phone",
                        "answer-where",
                        "A bus",
                        "answer-happened",
                        "now")));
        assertThat(receipt.toString()).contains("received");
        assertThat(incidents.reportedBy(sam.objectId(), 1).getFirst().report().type())
                .isEqualTo("lost-device");
    }

    @Test
    void theTypeIsGuessedFromTheMessageAndItsDaysAreNotToday() {
        JsonNode form = fetch(payload("I left my work laptop on the train this morning", "2026-11-14T09:00:00Z"));
        assertThat(input(form, "about")).isEqualTo("type:lost-device");
        assertThat(input(form, "answer-what")).isEqualTo("laptop");
        assertThat(input(form, "answer-happened")).isEmpty();
        assertThat(input(
                        fetch(payload("I left my work laptop on the train this morning", "2026-11-21T09:00:00Z")),
                        "answer-happened"))
                .isEqualTo("morning");
    }

    @Test
    void aHugeOrHostileMessageStaysUnderWhatTeamsTakesAndBecomesNoMarkup() {
        JsonNode form = fetch("<b>**bold** [l](https://e.example)</b>" + "\"\u00e9\uD83D\uDE42".repeat(20_000));
        assertThat(form.toString().getBytes(StandardCharsets.UTF_16LE)).hasSizeLessThan(28 * 1024);
        assertThat(form.findValues("text").toString()).doesNotContain("**bold**");
    }

    @Test
    void whatIsNotOursGetsASentence() {
        assertThat(task(sam, "composeExtension/fetchTask", Map.of("commandId", "other"))
                        .path("value")
                        .asString())
                .contains("do not know this command");
        for (Map<String, Object> value : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("commandId", "reportMessage"),
                Map.of("commandId", "reportMessage", "data", Map.of("form", "1")))) {
            assertThat(task(sam, "composeExtension/submitAction", value)
                            .path("value")
                            .asString())
                    .contains("out of date");
        }
    }

    private JsonNode fetch(String html) {
        return fetch(payload(html, "2026-11-21T13:00:00Z"));
    }

    private JsonNode fetch(Map<String, Object> payload) {
        return card(task(
                sam,
                "composeExtension/fetchTask",
                Map.of("commandId", "reportMessage", "commandContext", "message", "messagePayload", payload)));
    }

    private JsonNode submit(JsonNode form, String title, Map<String, String> inputs) {
        return submit(sam, form, title, inputs);
    }

    /** As Teams does: what stands in the inputs, and the button's data. */
    private JsonNode submit(Colleague who, JsonNode form, String title, Map<String, String> inputs) {
        Map<String, Object> data = new HashMap<>();
        form.findParents("id").stream()
                .filter(element -> element.path("type").asString().startsWith("Input."))
                .forEach(element -> data.put(
                        element.path("id").asString(), element.path("value").asString("")));
        data.putAll(inputs);
        Colleague.action(form, title).path("data").propertyStream().forEach(e -> data.put(e.getKey(), e.getValue()));
        return task(
                who,
                "composeExtension/submitAction",
                Map.of("commandId", "reportMessage", "commandContext", "message", "data", data));
    }

    private static JsonNode task(Colleague who, String name, Map<String, Object> value) {
        Map<String, Object> activity = who.activity("invoke", CHAT_OF_TWO);
        activity.put("name", name);
        activity.put("value", value);
        HttpResponse<String> answer = who.post(activity);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.has("composeExtension")).as("something to post").isFalse();
        return body.path("task");
    }

    private static JsonNode card(JsonNode task) {
        assertThat(task.path("type").asString()).isEqualTo("continue");
        assertThat(task.at("/value/card/contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        return task.at("/value/card/content");
    }

    private static String input(JsonNode form, String id) {
        return form.findParents("id").stream()
                .filter(element -> element.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asString("");
    }

    private static Map<String, Object> payload(String html, String created) {
        return Map.of(
                "linkToMessage",
                "https://teams.microsoft.com/l/message/19:x/1",
                "createdDateTime",
                created,
                "body",
                Map.of("contentType", "html", "content", html),
                "from",
                Map.of("user", Map.of("userIdentityType", "aadUser", "id", "aad-alex", "displayName", "Alex Boss")));
    }
}
