package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What happens to a report once it is sent, between its reporter's chat, the desk's channel and an officer's chat. */
@Import(FixedTime.class)
class AfterwardsIT extends RunningBeadle {
    private static final String SECRET = "Quetzalcoatl-Marmalade";

    @Autowired
    private Incidents incidents;

    @Autowired
    private ReportTypes types;

    private String channel = "";

    @BeforeEach
    void setDesk() {
        channel = aDeskOfTwo();
        sam.says("help");
        priya.says("help");
    }

    @Test
    void aReportIsAcknowledgedAskedAboutCorrectedAndClosedWithThanks(CapturedOutput output) {
        String reference = report("something-else");
        JsonNode alert = requireNonNull(Colleague.card(awaitPost(channel, reference)));
        String post = post(reference);

        atDesk(priya, "Acknowledge", alert, post);
        atDesk(dafydd, "Acknowledge", alert, post);
        assertThat(awaitPost("chat-of-" + sam.id(), "was acknowledged").toString())
                .contains(reference, "Thank you");

        assertThat(atDesk(priya, "Open", alert, post).asString()).contains("personal chat");
        awaitPost("chat-of-" + priya.id(), SECRET);
        JsonNode asked =
                acts(priya, reference, "ask", "Ask the reporter", Map.of("answer-text", "Which " + SECRET + "?"));
        assertThat(asked.toString()).contains("Recorded.");

        JsonNode question = requireNonNull(Colleague.card(awaitPost("chat-of-" + sam.id(), "Which " + SECRET)));
        JsonNode answered = sam.presses("Send", question, Map.of("answer-text", "The " + SECRET + " one"), "news-1");
        assertThat(answered.toString()).contains("You answered", "The " + SECRET + " one");
        await().untilAsserted(() -> assertThat(shownAt(post)).contains("Questions to the reporter: 1, answered: 1"));

        sam.says("my reports");
        JsonNode list = requireNonNull(Colleague.card(sam.answer()));
        JsonNode mine = sam.presses("Open " + reference, list, Map.of(), "mine-1");
        assertThat(mine.toString()).contains("What you reported", SECRET);
        JsonNode which = sam.presses("Correct an answer", mine, Map.of(), "mine-1");
        JsonNode correct = sam.presses("Next", which, Map.of("answer-chosen", "where"), "mine-1");
        JsonNode corrected = sam.presses("Send", correct, Map.of("answer-where", "In the annexe"), "mine-1");
        assertThat(corrected.toString()).contains("You corrected this", "In the annexe", "At the " + SECRET);
        JsonNode add = sam.presses("Add something", corrected, Map.of(), "mine-1");
        sam.presses("Send", add, Map.of("answer-text", "More " + SECRET), "mine-1");
        JsonNode why = sam.presses("Ask to withdraw", corrected, Map.of(), "mine-1");
        sam.presses("Send", why, Map.of("answer-chosen", "found"), "mine-1");
        await().untilAsserted(() -> assertThat(shownAt(post))
                .contains("The reporter asks to withdraw it: It has been found", "said more since: 2"));

        assertThat(pages(dafydd, reference)).contains("In the annexe", "More " + SECRET);
        Map<String, String> end =
                Map.of("answer-outcome", "withdrawn", "answer-cause", "unknown", "answer-malfunction", "no");
        for (Duty hindrance : incidents.find(reference).orElseThrow().hindrances()) {
            acts(
                    dafydd,
                    reference,
                    "waive",
                    "Waive a duty",
                    Map.of("answer-about", hindrance.key(), "answer-reason", "Withdrawn"));
        }
        assertThat(acts(dafydd, reference, "close", "Close it", end).toString()).contains("Recorded.");
        assertThat(awaitPost("chat-of-" + sam.id(), "is closed").toString()).contains("Thank you", "as you asked");
        await().untilAsserted(() -> assertThat(shownAt(post)).contains("Closed: Withdrawn by the reporter"));

        assertThat(CONNECTOR.calls().stream()
                        .filter(call -> (call.path() + call.text()).contains(channel))
                        .map(call -> call.text())
                        .toList())
                .as("what the channel saw")
                .noneMatch(text -> text.contains(SECRET) || text.contains("annexe") || text.contains(sam.objectId()));
        assertThat(output.getAll()).contains(reference).doesNotContain(SECRET, "annexe");
    }

    @Test
    void whoIsNotInTheChannelReadsNothing() {
        String reference = report("something-else");
        JsonNode alert = requireNonNull(Colleague.card(awaitPost(channel, reference)));
        post(reference);
        assertThat(sam.presses("Open", alert, Map.of(), "copied").asString()).contains("This is for others to do");
        assertThat(CONNECTOR.calls()).noneMatch(call -> call.text().contains(SECRET));
    }

    @Test
    void aLostDeviceHoldsTheAccountUntilItsSessionsAreRevoked() {
        String reference = report("lost-device");
        JsonNode alert = requireNonNull(Colleague.card(awaitPost(channel, reference)));
        String post = post(reference);
        assertThat(alert.toString()).contains("account is held").doesNotContain("Statements held");
        sam.says("my reports");
        JsonNode list = requireNonNull(Colleague.card(sam.answer()));
        JsonNode mine = sam.presses("Open " + reference, list, Map.of(), "mine-1");
        assertThat(list.toString() + mine).contains(reference).doesNotContain(SECRET, "Lost or stolen");
        JsonNode add = sam.presses("Add something", mine, Map.of(), "mine-1");
        assertThat(sam.presses("Send", add, Map.of("answer-text", "Forget it"), "mine-1")
                        .toString())
                .contains("It is kept")
                .doesNotContain("Forget it");
        await().untilAsserted(() -> assertThat(shownAt(post)).contains("Statements held: 1"));

        atDesk(priya, "Open", alert, post);
        JsonNode opened = requireNonNull(Colleague.card(awaitPost("chat-of-" + priya.id(), "Forget it")));
        assertThat(opened.toString()).contains("held until IT confirms the account");
        priya.presses("Sessions revoked", opened, Map.of(), "case-1");
        JsonNode news = requireNonNull(Colleague.card(awaitPost("chat-of-" + sam.id(), "is confirmed again")));
        assertThat(sam.presses("Open " + reference, news, Map.of(), "news-1").toString())
                .contains(SECRET, "Forget it")
                .doesNotContain("held until");
    }

    private static JsonNode acts(
            Colleague officer, String reference, String act, String title, Map<String, String> inputs) {
        JsonNode form = officer.executes("case.act", Map.of("incident", reference, "what", act));
        return officer.presses(title, form, inputs, "case-1");
    }

    private static String pages(Colleague officer, String reference) {
        StringBuilder pages = new StringBuilder();
        for (int page = 0; page < 4; page++) {
            pages.append(officer.executes("case.show", Map.of("incident", reference, "about", String.valueOf(page))));
        }
        return pages.toString();
    }

    /** A report of that type as its dialogue makes it. */
    private String report(String id) {
        ReportType type = types.find(id).orElseThrow();
        Answer where = new Answer("where", "Where did it happen?", "At the " + SECRET, "At the " + SECRET, false);
        Report report = new Report(
                id, type.title(), new Person(sam.objectId(), "Sam"), null, null, FixedTime.NOW, List.of(where));
        return incidents
                .report(
                        UUID.randomUUID().toString(),
                        2026,
                        reference -> Incident.reported(
                                        reference, reference + sam.id(), report, Severity.MEDIUM, Duration.ofHours(1))
                                .toldTo(new ReporterChat(sam.id(), "chat-of-" + sam.id()))
                                .flagged(type.flags()))
                .reference();
    }

    private String post(String reference) {
        await().until(() -> incidents
                .find(reference)
                .filter(incident -> incident.deskPost() != null)
                .isPresent());
        return requireNonNull(incidents.find(reference).orElseThrow().deskPost())
                .activity();
    }

    private JsonNode atDesk(Colleague officer, String title, JsonNode card, String post) {
        return officer.presses(
                title,
                card,
                Map.of(),
                post,
                Colleague.channel(channel),
                UUID.randomUUID().toString());
    }

    /** What the alert card shows after its last update. */
    private static String shownAt(String post) {
        return CONNECTOR.calls().stream()
                .filter(call -> call.method().equals("PUT") && call.path().contains(post))
                .map(call -> call.text())
                .reduce("", (before, last) -> last);
    }
}
