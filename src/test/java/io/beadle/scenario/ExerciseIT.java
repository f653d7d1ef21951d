package io.beadle.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.beadle.incident.Act;
import io.beadle.incident.CaseFile;
import io.beadle.teams.ScriptedConnector;
import io.beadle.teams.ScriptedConnector.Answer;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A whole drill: whatever is sent, to whomever and by whatever means, says that it is one. */
class ExerciseIT extends Council {
    private static final String MARK = "EXERCISE";

    private final List<JsonNode> shown = new ArrayList<>();

    @Test
    void everyCardTextAndLetterOfAnExerciseSaysSo() throws Exception {
        begin("An exercise", "2026-06-10T09:00");
        someone("Gwen Holt");
        CONNECTOR.answerAt("chat-of-" + someone("Ian Kerr").id(), Answer.refusal(403, "BotNotInConversationRoster"));
        int from = CONNECTOR.calls().size();

        String reference = drill();
        until("2026-06-10T10:05");
        shown.add(acknowledges("Nia Evans", reference));
        atDesk("Tom Okafor", "Acknowledge", reference);
        for (String act : List.of("note", "assign", "matrix", "ask", "close", "join")) {
            shown.add(someone("Nia Evans").executes("case.act", Map.of("incident", reference, "what", act)));
        }
        shown.add(someone("Nia Evans").executes("case.open", Map.of("incident", reference)));
        does("Nia Evans", reference, "ask", Map.of("text", "Which train was it?"));
        does(
                "Nia Evans",
                reference,
                "assign",
                Map.of("person", someone("Tom Okafor").objectId()));
        does("Tom Okafor", reference, "warn", Map.of("to", "everybody,department-rep", "text", "Mind your bags"));
        does("Dev Anand", reference, "warn-release", Map.of(Act.ABOUT, latest("warn", reference)));
        until("2026-06-10T11:00");
        does(
                "Tom Okafor",
                reference,
                "custody",
                Map.of("item", "A log", "what", "taken", "where", "Safe", "reason", "x"));
        shown.add(says("Margaret Hale", "my reports"));
        shown.add(someone("Margaret Hale").executes("mine.open", Map.of("incident", reference)));
        says("Diane Osei", "pack " + reference);
        until("2026-06-10T11:30");
        does("Nia Evans", reference, "restrict", Map.of("reason", "It is about somebody"));
        until("2026-06-10T12:30");

        assertThat(sent(from))
                .as("cards and texts that were sent")
                .hasSizeGreaterThan(30)
                .allMatch(ExerciseIT::isMarked);
        assertThat(shown).as("cards that came back").allMatch(card -> isMarked(card.toString()));
        assertThat(letters()).as("e-mails").isNotEmpty();
        for (MimeMessage letter : letters()) {
            assertThat(letter.getSubject()).startsWith(MARK);
            assertThat(GreenMailUtil.getBody(letter)).contains(MARK);
        }
    }

    private String drill() {
        JsonNode card = says("Margaret Hale", "exercise: lost or stolen device");
        for (Map<String, String> step : List.of(
                Map.of("danger", "no", "what", "laptop", "where", "The 08:12 train", "happened", "2026-06-10 08:12"),
                Map.of("personal-data", "yes", "locked", "encrypted", "how", "lost", "noticed", "2026-06-10 08:40"),
                Map.of(
                        "people", "tens",
                        "categories", "children,health",
                        "where-now", "Not known",
                        "system", "Children's social care",
                        "asset-tag", "ABM004711"),
                Map.of("circumstances", "Left on the seat.", "contact", "01632 960777"))) {
            card = goesOn("Margaret Hale", card, step);
            shown.add(card);
        }
        shown.add(presses("Margaret Hale", "Send the report", card, Map.of()));
        return latest();
    }

    private String latest(String act, String reference) {
        return new CaseFile(incident(reference)).latest(act).map(Act::key).orElseThrow();
    }

    /** All that was sent or changed, but for what tells of no incident at all. */
    private static List<String> sent(int from) {
        List<ScriptedConnector.Call> calls = CONNECTOR.calls();
        return calls.subList(from, calls.size()).stream()
                .filter(call -> call.method().equals("POST") || call.method().equals("PUT"))
                .map(call -> call.body().has("activity") ? call.body().path("activity") : call.body())
                .filter(activity -> activity.path("type").asString("").equals("message"))
                .map(JsonNode::toString)
                .filter(text -> !text.contains("No longer shown here"))
                .toList();
    }

    private static boolean isMarked(String text) {
        return text.contains(MARK) || text.contains("This will be an exercise");
    }
}
