package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Content;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.notification.OutboxRelay;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.people.SomePeople;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.AuditLog.What;
import io.beadle.register.SomeBreaches;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What the data protection officer does with what is kept, over a whole application of its own: its records are altered. */
@Import(FixedTime.class)
@TestPropertySource(properties = "spring.application.name=beadle-of-its-own")
class DataProtectionIT extends RunningBeadle {
    @Autowired
    private Incidents incidents;

    @Autowired
    private Appointments appointments;

    @Autowired
    private List<Sweep> sweeps;

    @Autowired
    private Content content;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private AuditLog audit;

    @Autowired
    private MongoOperations mongo;

    @BeforeEach
    void appoint() {
        appointments.all().forEach(appointment -> appointments.remove(appointment.id()));
        appoint("dpo", priya);
        appoint("manager", dafydd);
    }

    @Test
    void everythingThatTheDeskReadsIsInTheChain() {
        Incident incident = assessed();
        String reference = incident.reference();
        dafydd.executes("case.open", Map.of("incident", reference));
        dafydd.says(reference);
        dafydd.says("evidence " + reference);
        priya.says("breach register");
        priya.says("pack " + reference);
        priya.says("report last month");
        assertThat(audit.about(reference))
                .extracting(AuditLog.Entry::what)
                .contains(What.CASE_OPENED, What.SEARCHED, What.EVIDENCE_LISTED, What.PACK_MADE);
        assertThat(audit.about(reference).getFirst().by()).isEqualTo(dafydd.objectId());
        assertThat(audit.by(priya.objectId()))
                .extracting(AuditLog.Entry::what)
                .contains(What.REGISTER_READ, What.PACK_MADE, What.FIGURES_READ);
    }

    @Test
    void theDpoHasTheChainsVerifiedAndNobodyElse() {
        Incident incident = assessed();
        priya.says("verify audit");
        assertThat(last(priya)).contains("every record is as it was written", "Keep this outside Beadle");
        dafydd.says("verify audit");
        assertThat(last(dafydd)).contains("That is for the Data protection officer");

        // nobody else writes to the record meanwhile
        relay.stop();
        String reference = incident.reference();
        Document stored = requireNonNull(mongo.findById(reference, Document.class, "incidents"));
        Document altered = requireNonNull(mongo.findById(reference, Document.class, "incidents"));
        altered.get("report", Document.class)
                .getList("answers", Document.class)
                .getFirst()
                .put("shown", "Nothing");
        mongo.save(altered, "incidents");
        priya.says("verify audit");
        assertThat(last(priya))
                .contains("One record is not as written")
                .contains(reference + ", link 1: what it records was altered or deleted");
        mongo.save(stored, "incidents");
        relay.start();
        priya.says("verify audit");
        assertThat(last(priya)).contains("every record is as it was written");
    }

    @Test
    void whatTheDpoRedactsIsGoneFromEverywhereAndTheChainHolds() {
        String marker = "Quillfeather" + UUID.randomUUID();
        Incident incident = assessed();
        String reference = incident.reference();
        act(dafydd, reference, "note", Map.of("answer-text", marker));
        act(dafydd, reference, "classify", Map.of("answer-kind", "event", "answer-why", marker));
        priya.says("pack " + reference);
        priya.executes("case.open", Map.of("incident", reference));
        assertThat(stored()).contains(marker);
        assertThat(dafydd.executes("case.act", Map.of("incident", reference, "what", "redact"))
                        .toString())
                .contains("Data protection officer");

        JsonNode form = priya.executes("case.act", Map.of("incident", reference, "what", "redact"));
        assertThat(form.toString()).contains(marker);
        String note = incidents.find(reference).orElseThrow().acts().stream()
                .filter(done -> done.act().equals("note"))
                .map(done -> "act/" + done.key() + "/text")
                .findFirst()
                .orElseThrow();
        JsonNode done = priya.presses(
                Colleague.button("Redact something typed"),
                form,
                Map.of("answer-passage", note, "answer-reason", "names a child"),
                "activity-1");
        assertThat(done.toString())
                .contains("It is gone from what I keep", "[redacted by the data protection officer: names a child]")
                .doesNotContain(marker);
        assertThat(stored()).doesNotContain(marker);
        priya.says("verify audit");
        assertThat(last(priya)).contains("every record is as it was written");
    }

    @Test
    void whoReportedIsErasedByTheDpoFromTheWholeCase() {
        String name = "Wilhelmina" + UUID.randomUUID();
        Person reporter = new Person("aad-" + UUID.randomUUID(), name);
        String draft = UUID.randomUUID().toString();
        Incident incident =
                incidents.report(draft, 2026, r -> SomeBreaches.lostLaptop(r, draft, reporter, "yes", FixedTime.NOW));
        assertThat(stored()).contains(name, reporter.id());
        act(
                priya,
                incident.reference(),
                "erase",
                Map.of("answer-passage", "person/" + reporter.id(), "answer-reason", "their right"));
        assertThat(stored()).doesNotContain(name, reporter.id());
        priya.says("verify audit");
        assertThat(last(priya)).contains("every record is as it was written");
    }

    @Test
    void theDpoIsOfferedThePackAboutSomebodyAndTheSearchIsInTheChain() {
        String name = "Ottoline " + UUID.randomUUID().toString().replace("-", "");
        Incident incident = assessed();
        act(dafydd, incident.reference(), "note", Map.of("answer-text", name + " was there"));
        priya.says("subject access " + name);
        assertThat(last(priya)).contains("I found one mention.");
        assertThat(priya.received().toString()).contains("file.consent", "subject-access-");
        assertThat(audit.by(priya.objectId()))
                .filteredOn(entry -> entry.what() == What.SUBJECT_SEARCHED)
                .extracting(entry -> entry.more().get("mentions"))
                .containsExactly("1");
        priya.says("Subject access request deadlines?");
        assertThat(audit.by(priya.objectId()))
                .filteredOn(entry -> entry.what() == What.SUBJECT_SEARCHED)
                .as("a question")
                .hasSize(1);
        dafydd.says("subject access " + name);
        assertThat(dafydd.received().toString()).doesNotContain("subject-access-");
    }

    @Test
    void theDpoSeesWhatWouldBeDeletedAndWhatWas() {
        String draft = UUID.randomUUID().toString();
        Report report = new Report(
                "lost-device",
                "Lost device",
                SomeBreaches.REPORTER,
                null,
                null,
                FixedTime.NOW,
                List.of(new Answer("personal-data", "Personal data?", "no", "No", true)));
        String reference = incidents
                .report(draft, 2026, r -> Incident.reported(r, draft, report, Severity.LOW, FixedTime.NOW))
                .reference();
        act(dafydd, reference, "not-an-incident", Map.of("answer-reason", "A false alarm"));
        priya.says("retention");
        assertThat(last(priya)).contains("Nothing is due to be deleted now.", "Kept under a legal hold: 0");

        assertThat(sweep(FixedTime.NOW.plus(Duration.ofDays(364)))).isZero();
        assertThat(sweep(FixedTime.NOW.plus(Duration.ofDays(366)))).isPositive();
        assertThat(incidents.find(reference)).isEmpty();
        act(priya, assessed().reference(), "erase", erased());
        priya.says("certificates");
        assertThat(last(priya))
                .contains("Of what it said nothing is kept.", "somebody was erased from INC-")
                .contains(reference, "by the rule \"Not an incident\"");
        priya.says("verify audit");
        assertThat(last(priya)).contains("every record is as it was written");
        dafydd.says("certificates");
        assertThat(last(dafydd)).doesNotContain("INC-");
    }

    private static Map<String, String> erased() {
        return Map.of("answer-passage", "person/" + SomeBreaches.REPORTER.id(), "answer-reason", "their right");
    }

    private long sweep(Instant now) {
        return sweeps.stream()
                .filter(sweep -> sweep.getClass().getSimpleName().equals("Purging"))
                .mapToLong(sweep -> sweep.sweep(now))
                .sum();
    }

    /** All that is in the store. */
    private String stored() {
        StringBuilder all = new StringBuilder();
        mongo.getCollectionNames()
                .forEach(collection ->
                        mongo.findAll(Document.class, collection).forEach(document -> all.append(document.toJson())));
        return all.toString();
    }

    private void act(Colleague by, String reference, String act, Map<String, String> inputs) {
        JsonNode form = by.executes("case.act", Map.of("incident", reference, "what", act));
        String label = content.acts().find(act).orElseThrow().label();
        assertThat(by.presses(Colleague.button(label), form, inputs, "activity-1")
                        .toString())
                .contains("Recorded.");
    }

    private static String last(Colleague who) {
        return who.answer().path("text").asString();
    }

    private void appoint(String role, Colleague who) {
        appointments.add(SomePeople.appointed(role, who.person(), null));
    }

    private Incident assessed() {
        String draft = UUID.randomUUID().toString();
        return incidents.report(
                draft,
                2026,
                reference -> SomeBreaches.assessed(
                        SomeBreaches.lostLaptop(reference, draft, SomeBreaches.REPORTER, "yes", FixedTime.NOW),
                        FixedTime.NOW));
    }
}
