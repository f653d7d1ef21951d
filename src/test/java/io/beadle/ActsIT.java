package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Content;
import io.beadle.content.DeskAct;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Readings;
import io.beadle.incident.SomeIncidents;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Everything that can be done about an incident, from what Teams posts to what is stored and shown, on the bundled content. */
@Import(FixedTime.class)
class ActsIT extends RunningBeadle {
    private static final String SECRET = "Amaryllis-Quokka";

    @Autowired
    private Incidents incidents;

    @Autowired
    private Readings readings;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Content content;

    private final List<String> appointed = new ArrayList<>();

    /** Priya and Dafydd hold every role there is; Ffion none. */
    @BeforeEach
    void appoint() {
        aDesk();
        content.roles()
                .roles()
                .forEach(role -> List.of(priya, dafydd).forEach(by -> {
                    String id = UUID.randomUUID().toString();
                    appointed.add(id);
                    Person person = new Person(by.objectId(), by.objectId().replace("aad-", ""));
                    appointments.add(
                            new Appointment(id, role.id(), null, person, null, null, null, List.of(), List.of()));
                }));
    }

    @AfterEach
    void dismiss() {
        appointed.forEach(appointments::remove);
    }

    @Test
    void everyActIsOfferedRecordedAndShownWithWhatItEnds(CapturedOutput output) {
        List<String> never = new ArrayList<>();
        for (DeskAct act : content.acts().acts()) {
            if (!isTried(act)) {
                never.add(act.id());
            }
        }
        // evidence is quarantined in EvidenceIT; the others arise of reports that a lost telephone is not, or of acts
        // of others
        assertThat(never)
                .isSubsetOf(
                        "quarantine",
                        "release-evidence",
                        "access-stopped",
                        "access-checked",
                        "join",
                        "join-wave",
                        "unseal");
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    /** On an incident of its own: whatever else must have been done before is done first; false where it is never offered. */
    private boolean isTried(DeskAct act) {
        String reference = report();
        prepare(reference, act);
        Incident before = incident(reference);
        JsonNode form = dafydd.executes("case.act", Map.of("incident", reference, "what", act.id()));
        if (!form.toString().contains("case.do")) {
            return false;
        }
        JsonNode done = sent(dafydd, form, act);
        Incident after = incident(reference);
        assertThat(new CaseFile(after).all(act.id())).as(act.id() + ": " + done).hasSizeGreaterThan(0);
        assertThat(after.acts()).hasSize(before.acts().size() + 1);
        assertThat(done.toString()).as(act.id()).contains("Recorded");
        content.duties().duties().stream()
                .filter(duty -> duty.endedBy().contains(act.id()) && duty.per() == null)
                .flatMap(duty -> before.duty(duty.id()).stream())
                .filter(Duty::isOpen)
                .forEach(duty -> assertThat(after.duty(duty.key()).orElseThrow().isOpen())
                        .as(act.id() + " ends " + duty.key())
                        .isFalse());
        Colleague ffion = new Colleague("Ffion", port, CONNECTOR);
        assertThat(ffion.executes("case.act", Map.of("incident", reference, "what", act.id()))
                        .asString())
                .as("without the right to %s", act.id())
                .matches("(?s)This is for others to do: .*|I do not know this incident.*");
        return true;
    }

    private void prepare(String reference, DeskAct act) {
        if (!act.states().contains(DeskAct.State.OPEN)) {
            acknowledge(reference);
        }
        if (act.effect() == DeskAct.Effect.CLOSE) {
            incident(reference)
                    .hindrances()
                    .forEach(duty -> send(
                            priya, reference, "waive", Map.of("answer-about", duty.key(), "answer-reason", SECRET)));
        }
        if (act.effect() == DeskAct.Effect.UNRESTRICT) {
            send(priya, reference, "restrict", Map.of("answer-reason", SECRET));
        }
        if (act.when() != null) {
            content.acts().acts().stream()
                    .filter(other -> act.id().equals("forensic") && other.id().equals("audit-advice"))
                    .forEach(other -> send(
                            priya,
                            reference,
                            other.id(),
                            Map.of("answer-forensic", "ours", "answer-guidance", SECRET)));
            if (act.id().equals("ico-update")) {
                send(
                        priya,
                        reference,
                        "decide",
                        Map.of(
                                "answer-decision", "notified",
                                "answer-reasons", SECRET,
                                "answer-delegation", "siro"));
            }
        }
        String about = act.about();
        if (about != null && !about.equals("duty")) {
            DeskAct first = content.acts().find(about).orElseThrow();
            prepare(reference, first);
            JsonNode form = priya.executes("case.act", Map.of("incident", reference, "what", about));
            if (form.toString().contains("case.do")) {
                sent(priya, form, first);
            }
        }
    }

    /** Fills in whatever the form asks, and once more what it asks besides. */
    private JsonNode sent(Colleague by, JsonNode form, DeskAct act) {
        JsonNode shown = form;
        for (int i = 0; i < 3 && shown.toString().contains("case.do"); i++) {
            shown = by.presses(Colleague.button(act.label()), shown, filledIn(shown), "activity-1");
        }
        return shown;
    }

    private static Map<String, String> filledIn(JsonNode form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JsonNode input : inputs(form)) {
            String id = input.path("id").asString();
            switch (input.path("type").asString()) {
                case "Input.ChoiceSet" -> answers.put(id, chosen(input));
                case "Input.Number" -> answers.put(id, "12");
                case "Input.Date" -> {
                    if (!id.endsWith("-date")) {
                        answers.put(id, "2026-12-01");
                    }
                }
                case "Input.Text" -> answers.put(id, SECRET);
                default -> {}
            }
        }
        return answers;
    }

    private static String chosen(JsonNode input) {
        return input.path("choices").path(0).path("value").asString();
    }

    private static List<JsonNode> inputs(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.path("type").asString("").startsWith("Input.")) {
            found.add(node);
        }
        node.forEach(child -> found.addAll(inputs(child)));
        return found;
    }

    @Test
    void twoPeopleAcknowledgeAtTheSameMomentAndBothCount() throws Exception {
        String reference = report();
        List<JsonNode> answers = atOnce(
                () -> priya.executes("incident.acknowledge", Map.of("incident", reference)),
                () -> dafydd.executes("incident.acknowledge", Map.of("incident", reference)));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.toString()).contains("of 2 people"));
        assertThat(incident(reference).acknowledgements()).hasSize(2);
    }

    @Test
    void ofTwoWhoSendTheSameAtTheSameMomentOneWinsAndTheOtherIsToldWhatChanged() throws Exception {
        String reference = report();
        JsonNode first = priya.executes("case.act", Map.of("incident", reference, "what", "assign"));
        JsonNode second = dafydd.executes("case.act", Map.of("incident", reference, "what", "assign"));
        String label = content.acts().find("assign").orElseThrow().label();
        List<JsonNode> answers = atOnce(
                () -> priya.presses(label, first, Map.of("answer-person", priya.objectId()), "activity-1"),
                () -> dafydd.presses(label, second, Map.of("answer-person", dafydd.objectId()), "activity-1"));
        assertThat(answers)
                .filteredOn(card -> card.toString().contains("Recorded."))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(card -> card.toString().contains("did the same at"))
                .singleElement()
                .satisfies(card -> assertThat(inputs(card))
                        .anySatisfy(input ->
                                assertThat(input.path("value").asString("")).startsWith("aad-")));
        assertThat(new CaseFile(incident(reference)).all("assign")).hasSize(1);
    }

    @Test
    void badInputIsRefusedOrTakenForNothingAndNothingIsStored() {
        String reference = report();
        int acts = incident(reference).acts().size();
        Colleague ffion = new Colleague("Ffion", port, CONNECTOR);
        Map<String, Object> note = new HashMap<>(
                Map.of("incident", reference, "what", "note", "form", "f-1", "drawn", "text", "answer-text", SECRET));
        assertThat(ffion.executes("case.do", note).asString()).contains("This is for others to do");
        assertThat(ffion.executes("case.open", Map.of("incident", reference)).asString())
                .contains("This is for others to do");
        assertThat(priya.executes("case.do", with(note, "incident", "INC-1999-0001"))
                        .asString())
                .contains("do not know this incident");
        assertThat(priya.executes("case.do", with(note, "what", "no-such-act")).asString())
                .contains("from an earlier time");
        assertThat(priya.executes("case.do", with(note, "answer-text", "")).toString())
                .contains("Please answer this.");
        assertThat(priya.executes("case.do", with(note, "answer-text", "x".repeat(4_500)))
                        .toString())
                .contains("characters long");
        assertThat(priya.executes("case.do", with(note, "what", "close")).toString())
                .contains("not yet acknowledged");
        assertThat(priya.executes("case.show", Map.of("incident", reference, "about", "77"))
                        .toString())
                .contains(reference);
        assertThat(incident(reference).acts()).hasSize(acts);

        priya.executes("case.do", with(note, "answer-no-such-field", "x"));
        assertThat(priya.executes("case.do", note).toString()).contains("recorded already");
        assertThat(incident(reference).acts()).hasSize(acts + 1);
        assertThat(incident(reference).acts().getLast().answers())
                .extracting(answer -> answer.question())
                .containsExactly("text");
    }

    @Test
    void anIncidentRestrictedAboutAColleagueIsGoneForThemAtOnce() {
        String reference = report();
        assertThat(dafydd.executes("case.open", Map.of("incident", reference)).toString())
                .contains(SECRET);
        send(priya, reference, "restrict", Map.of("answer-excluded", dafydd.objectId(), "answer-reason", SECRET));
        for (String verb : List.of("case.open", "case.show", "case.act", "incident.acknowledge")) {
            assertThat(dafydd.executes(verb, Map.of("incident", reference, "what", "note"))
                            .asString())
                    .contains("do not know this incident");
        }
        assertThat(readings.of(reference))
                .extracting(Readings.Reading::person)
                .contains(dafydd.objectId(), priya.objectId());
    }

    @Test
    void aReportIsJoinedToAnother() {
        report();
        String second = report();
        JsonNode open = priya.executes("case.open", Map.of("incident", second));
        assertThat(open.toString()).contains("May be the same as INC-");
        JsonNode form = priya.presses("Join", open, Map.of(), "activity-1");
        // of the many lost telephones of this class, the likeliest
        String first = filledIn(form).getOrDefault("answer-into", "");
        assertThat(first).startsWith("INC-").isNotEqualTo(second);
        JsonNode done = priya.presses(
                Colleague.button(content.acts().find("join").orElseThrow().label()),
                form,
                Map.of("answer-into", first),
                "activity-1");
        assertThat(done.toString()).contains("Recorded.");
        assertThat(incident(second).isOpen()).isFalse();
        assertThat(new CaseFile(incident(first)).joined()).contains(second);
        StringBuilder pages = new StringBuilder();
        for (int page = 0; page < 4; page++) {
            pages.append(priya.executes("case.show", Map.of("incident", first, "about", String.valueOf(page))));
        }
        assertThat(pages.toString()).contains("Joined report " + second, "A report was joined to it");
    }

    /** The form offers 25; by the time that it is sent, the one chosen may be none of them any more. */
    @Test
    void aReportIsJoinedToTheOneThatWasChosenHoweverManyCameSince() {
        String chosen = stored(FixedTime.NOW.minus(Duration.ofDays(1)));
        String report = report();
        JsonNode form = priya.executes("case.act", Map.of("incident", report, "what", "join"));
        for (int i = 0; i < 30; i++) {
            stored(FixedTime.NOW);
        }
        assertThat(priya.executes("case.act", Map.of("incident", report, "what", "join"))
                        .toString())
                .as("offered now")
                .doesNotContain(chosen);

        String label =
                Colleague.button(content.acts().find("join").orElseThrow().label());
        assertThat(priya.presses(label, form, Map.of("answer-into", chosen), "activity-1")
                        .toString())
                .contains("Recorded.");
        assertThat(new CaseFile(incident(chosen)).joined()).contains(report);
    }

    private String stored(Instant reported) {
        return incidents
                .report(
                        UUID.randomUUID().toString(),
                        2026,
                        name -> SomeIncidents.lostPhone(name, name + "-draft", SomeIncidents.REPORTER, reported))
                .reference();
    }

    @Test
    void ofTwoReportsJoinedToEachOtherAtTheSameMomentOneStaysOpen() throws Exception {
        for (int i = 0; i < 15; i++) {
            String one = report();
            String other = report();
            JsonNode oneForm = priya.executes("case.act", Map.of("incident", one, "what", "join"));
            JsonNode otherForm = dafydd.executes("case.act", Map.of("incident", other, "what", "join"));
            String label =
                    Colleague.button(content.acts().find("join").orElseThrow().label());
            atOnce(
                    () -> priya.presses(label, oneForm, Map.of("answer-into", other), "activity-1"),
                    () -> dafydd.presses(label, otherForm, Map.of("answer-into", one), "activity-2"));
            assertThat(List.of(incident(one), incident(other)))
                    .as("round %s", i)
                    .filteredOn(Incident::isOpen)
                    .hasSize(1);
        }
    }

    private static Map<String, Object> with(Map<String, Object> data, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(data);
        changed.put(key, value);
        return changed;
    }

    private JsonNode send(Colleague by, String reference, String act, Map<String, String> inputs) {
        DeskAct rule = content.acts().find(act).orElseThrow();
        JsonNode form = by.executes("case.act", Map.of("incident", reference, "what", act));
        JsonNode done = by.presses(Colleague.button(rule.label()), form, inputs, "activity-1");
        if (done.toString().contains("case.do")) {
            Map<String, String> more = filledIn(done);
            more.putAll(inputs);
            done = by.presses(Colleague.button(rule.label()), done, more, "activity-1");
        }
        return done;
    }

    private void acknowledge(String reference) {
        for (Colleague by : List.of(priya, dafydd)) {
            by.executes("incident.acknowledge", Map.of("incident", reference));
        }
        assertThat(incident(reference).isAcknowledged()).isTrue();
    }

    /** A new reporter each time has lost a telephone with personal data on it. */
    private String report() {
        Colleague reporter = new Colleague("Rowan" + UUID.randomUUID(), port, CONNECTOR);
        reporter.says("I've left my work phone on the train");
        JsonNode step = requireNonNull(Colleague.card(reporter.answer()));
        JsonNode shown = step;
        Map<String, String> first = Map.of(
                "answer-danger", "no",
                "answer-what", "phone",
                "answer-where", "The 08:12 to " + SECRET,
                "answer-happened", "now");
        shown = reporter.presses("Next", shown, first, "activity-1");
        shown = reporter.presses(
                "Next",
                shown,
                Map.of(
                        "answer-personal-data", "yes",
                        "answer-locked", "encrypted",
                        "answer-how", "lost",
                        "answer-noticed", "now"),
                "activity-1");
        reporter.presses("Send now", shown, Map.of(), "activity-1");
        return incidents.reportedBy(reporter.objectId(), 1).getFirst().reference();
    }

    private Incident incident(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private static List<JsonNode> atOnce(Callable<JsonNode> one, Callable<JsonNode> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<JsonNode>> answers = threads.invokeAll(List.of(after(together, one), after(together, other)));
            List<JsonNode> all = new ArrayList<>();
            for (Future<JsonNode> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static Callable<JsonNode> after(CyclicBarrier together, Callable<JsonNode> what) {
        return () -> {
            together.await();
            return what.call();
        };
    }
}
