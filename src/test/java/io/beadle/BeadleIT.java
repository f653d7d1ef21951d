package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.card.AdviceSources;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Severity;
import io.beadle.notification.Desks;
import io.beadle.teams.ScriptedConnector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of Beadle, from the activity that Teams posts to the card that comes back, on the bundled policies. */
@Import(FixedTime.class)
class BeadleIT extends RunningBeadle {
    private static final String SECRET = "Zanzibar-Heliotrope";

    @Autowired
    private Incidents incidents;

    @Autowired
    private ReportTypes types;

    @Autowired
    private AdviceSources advice;

    @Autowired
    private Desks desks;

    @LocalManagementPort
    private int management;

    @Test
    void answersWithTheClauseQuotedAndCited() {
        sam.says("What do I do if my laptop is stolen?");

        JsonNode answer = sam.received().getFirst();
        assertThat(answer.path("text").asString()).contains("> ").endsWith("[1]");
        JsonNode citation = answer.at("/entities/0/citation/0");
        assertThat(citation.path("position").asInt()).isEqualTo(1);
        assertThat(citation.at("/appearance/name").asString()).isNotBlank();

        JsonNode buttons = requireNonNull(Colleague.card(sam.received().get(1)));
        JsonNode further = sam.presses("More passages", buttons, Map.of(), "activity-9");
        assertThat(further.findValues("inlines")).hasSize(2);
    }

    @Test
    void saysHonestlyThatThePoliciesDoNotAnswer() {
        sam.says("what is the capital of france");

        assertThat(sam.received().getFirst().path("text").asString())
                .contains("I will not guess")
                .contains("01632 960100");
    }

    @Test
    void aLostPhoneIsReportedAlertedAndAcknowledgedByTwoPeople() {
        String channel = aDesk();

        String receipt = reportLostPhone(sam).toString();
        String reference = incidents.reportedBy(sam.objectId(), 1).getFirst().reference();
        assertThat(receipt).contains("Report " + reference + " received", "14:32 on Saturday 21 November 2026");

        JsonNode alert = requireNonNull(awaitPost(channel, reference));
        String shown = alert.toString();
        assertThat(shown).contains("Work phone", "HIGH, provisional", "0 of 2", "11 to 100");
        assertThat(shown).doesNotContain(SECRET, sam.id(), "01632 960555", "Sam");

        JsonNode card = requireNonNull(Colleague.card(alert));
        String post = requireNonNull(
                        awaitIncident(reference, i -> i.deskPost() != null).deskPost())
                .activity();
        assertThat(acknowledge(priya, card, post, channel).toString()).contains("1 of 2", "Priya");
        assertThat(acknowledge(priya, card, post, channel).asString()).contains("You have acknowledged");
        assertThat(acknowledge(dafydd, card, post, channel).toString()).contains("2 of 2", "Dafydd");
        Colleague ffion = new Colleague("Ffion", port, CONNECTOR);
        assertThat(acknowledge(ffion, card, post, channel).asString()).contains("by two people already");
        assertThat(acknowledge(sam, card, post, channel).asString()).contains("Your own account is held");

        Incident incident = incidents.find(reference).orElseThrow();
        assertThat(incident.isAcknowledged()).isTrue();
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        await().untilAsserted(() -> assertThat(CONNECTOR.calls())
                .anyMatch(call -> call.method().equals("PUT")
                        && call.path().contains(post)
                        && call.text().contains("2 of 2")));
    }

    @Test
    void aRedeliveredSendMakesNoSecondIncidentAndGetsTheSameAnswer() {
        await().until(this::clausesOfAdviceAreFound);
        JsonNode review = fillIn(sam);
        String id = UUID.randomUUID().toString();

        JsonNode first = sam.presses("Send the report", review, Map.of(), "activity-1", sam.personalChat(), id);
        JsonNode redelivered = sam.presses("Send the report", review, Map.of(), "activity-1", sam.personalChat(), id);
        JsonNode again = sam.presses("Send the report", review, Map.of(), "activity-1");

        assertThat(redelivered).isEqualTo(first);
        assertThat(again).isEqualTo(first);
        assertThat(incidents.reportedBy(sam.objectId(), 5)).hasSize(1);
    }

    /** They are looked up beside the turns, so an earlier receipt may have fewer of them. */
    private boolean clausesOfAdviceAreFound() {
        return types.find("lost-device").orElseThrow().advice().stream()
                .filter(piece -> piece.clause() != null)
                .allMatch(piece -> advice.of(piece, sam.objectId()).isPresent());
    }

    @Test
    void aClientWithoutExecuteReportsBySubmit() {
        sam.says("report a lost phone");
        JsonNode first = requireNonNull(Colleague.card(sam.answer()));

        sam.submits("Next", first, FIRST_STEP, "activity-77");

        await().untilAsserted(() -> assertThat(CONNECTOR.calls())
                .anyMatch(call -> call.method().equals("PUT")
                        && call.path().endsWith("/activity-77")
                        && call.text().contains("What is on it")));
    }

    @Test
    void aClientWithoutExecuteGetsANewCardWhereTheOldOneCannotBeReplaced() {
        sam.says("report a lost phone");
        JsonNode first = requireNonNull(Colleague.card(sam.answer()));
        CONNECTOR.answerAt("activity-77", ScriptedConnector.Answer.refusal(404, "NotFound"));

        sam.submits("Next", first, FIRST_STEP, "activity-77");

        assertThat(requireNonNull(Colleague.card(sam.answer())).toString()).contains("What is on it");
    }

    @Test
    void aReportBegunInAChannelGoesOnInThePersonalChat() {
        sam.says("<at>Beadle</at> I've lost my work phone", Colleague.channel("tearoom"));

        assertThat(sam.received("tearoom").getLast().path("text").asString()).contains("personal chat");
        assertThat(sam.received("tearoom").toString()).doesNotContain("What is missing?");
        assertThat(requireNonNull(Colleague.card(sam.received().getLast())).toString())
                .contains("What is missing?");
    }

    @Test
    void aLostDeskIsSeenInItsHealthAndTakesNoInstanceOut() throws Exception {
        String channel = aDesk();
        assertThat(health().at("/components/outbox/details/lost")).isEmpty();

        desks.lose(desks.current().orElseThrow(), FixedTime.NOW);
        JsonNode lost = health();
        assertThat(lost.path("status").asString()).isEqualTo("DEGRADED");
        assertThat(lost.at("/components/outbox/status").asString()).isEqualTo("DEGRADED");
        assertThat(lost.at("/components/outbox/details/lost")).hasToString("[\"main\"]");

        priya.says("<at>Beadle</at> desk", Colleague.channel(channel));
        assertThat(health().at("/components/outbox/details/lost")).isEmpty();
    }

    /** What the orchestrator asks too: only another status than 200 would take the instance out. */
    private JsonNode health() throws Exception {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(health.body());
    }

    @Test
    void nothingTypedReachesTheLog(CapturedOutput output) {
        sam.says("How long do I keep " + SECRET + " files?");
        reportLostPhone(sam);
        sam.says(SECRET, Colleague.channel("tearoom"));

        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("01632 960555");
    }

    /** A channel with a guest is no desk; this one came later, and nobody is nominated yet. */
    @Test
    void whoeverCameIntoTheDesksChannelFromElsewhereHasNoRoleByThat() {
        String channel = aDesk();
        reportLostPhone(sam);
        String reference = incidents.reportedBy(sam.objectId(), 1).getFirst().reference();
        JsonNode card = requireNonNull(Colleague.card(requireNonNull(awaitPost(channel, reference))));
        awaitIncident(reference, i -> i.deskPost() != null);
        Colleague gus = new Colleague("Gus", port, CONNECTOR);
        Map<String, String> asGuest = new HashMap<>(gus.asMember());
        asGuest.put("userRole", "guest");
        Colleague olga = new Colleague("Olga", port, CONNECTOR);
        Map<String, String> ofAnother = new HashMap<>(olga.asMember());
        ofAnother.put("tenantId", "partner");
        CONNECTOR.roster(List.of(List.of(priya.asMember(), asGuest, ofAnother)));

        for (Colleague outsider : List.of(gus, olga)) {
            assertThat(acknowledge(outsider, card, "activity-1", channel).toString())
                    .contains("This is for others to do")
                    .doesNotContain("1 of 2");
        }
        assertThat(acknowledge(priya, card, "activity-1", channel).toString()).contains("1 of 2");
    }

    private static final Map<String, String> FIRST_STEP = Map.of(
            "answer-danger", "no",
            "answer-what", "phone",
            "answer-where", "The 08:12 to " + SECRET,
            "answer-happened-date", "2026-11-21",
            "answer-happened-time", "08:12");

    private JsonNode reportLostPhone(Colleague reporter) {
        return reporter.presses("Send the report", fillIn(reporter), Map.of(), "activity-1");
    }

    private static JsonNode fillIn(Colleague reporter) {
        reporter.says("I've left my work phone on the train");
        JsonNode step = requireNonNull(Colleague.card(reporter.answer()));
        assertThat(step.toString()).contains("Step 1 of 5");
        step = reporter.presses("Next", step, FIRST_STEP, "activity-1");
        step = reporter.presses(
                "Next",
                step,
                Map.of(
                        "answer-personal-data", "yes",
                        "answer-locked", "encrypted",
                        "answer-how", "lost",
                        "answer-noticed-date", "2026-11-21",
                        "answer-noticed-time", "09:00"),
                "activity-1");
        step = reporter.presses(
                "Next",
                step,
                Map.of(
                        "answer-people", "tens",
                        "answer-categories", "health,money",
                        "answer-where-now", "On the train, " + SECRET,
                        "answer-system", "E-mail",
                        "answer-asset-tag", "not known"),
                "activity-1");
        return reporter.presses(
                "Next",
                step,
                Map.of("answer-circumstances", "On the seat, " + SECRET, "answer-contact", "01632 960555"),
                "activity-1");
    }

    private static JsonNode acknowledge(Colleague by, JsonNode card, String post, String channel) {
        return by.presses(
                "Acknowledge",
                card,
                Map.of(),
                post,
                Colleague.channel(channel),
                UUID.randomUUID().toString());
    }

    private Incident awaitIncident(String reference, Predicate<Incident> condition) {
        await().until(() -> incidents.find(reference).filter(condition).isPresent());
        return incidents.find(reference).orElseThrow();
    }
}
