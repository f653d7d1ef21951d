package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.people.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What redacting, putting right and erasing make of an incident (G16). */
class RewritingTests {
    private static final String SECRET = "Rowan Pike of 4 Elm Row";
    private static final Person MANAGER = new Person("kit", "Kit Lane");

    @Test
    void theSameWordsAreGoneWhereverTheyStandAndNothingElse() {
        Incident before = worked();
        assertThat(new Passages(before).typed())
                .extracting(Passage::key)
                .containsExactly("report/what", "said/k1", "said/ask1", "act/ask1/text", "act/n1/text");
        Incident after = done(before, "redact", passage("said/k1"), said("instead", "[redacted]"));
        assertThat(everything(after)).doesNotContain(SECRET).contains("A telephone", "About the telephone");
        assertThat(after.report().answer("what").orElseThrow().value()).isEqualTo("[redacted]");
        assertThat(after.statements()).extracting(Statement::text).containsExactly("[redacted]", "[redacted]");
        assertThat(after.acts()).extracting(Act::act).containsExactly("ask", "note", "line-manager", "redact");
        assertThat(after.outbox())
                .extracting(OutboxMessage::kind)
                .as("what is shown is renewed")
                .contains(OutboxMessage.Kind.DESK_CARD);
        assertThat(new Passages(after).find("act/r1/reason"))
                .as("of the redaction itself nothing is offered")
                .isEmpty();
    }

    @Test
    void aNameIsPutRightWhereverItStands() {
        Incident after =
                done(worked(), "rectify", passage("person/rowan"), said("to", "Rowena Pike"), said("keep", "no"));
        assertThat(after.report().reporter()).isEqualTo(new Reporter.Named(new Person("rowan", "Rowena Pike")));
        assertThat(after.timeline().getFirst().by()).isEqualTo(new Person("rowan", "Rowena Pike"));
        assertThat(after.statements().getFirst().by()).isEqualTo(new Person("rowan", "Rowena Pike"));
    }

    @Test
    void whoReportedIsErasedAndNobodyIsToldInTheirStead() {
        Incident after = done(
                worked().toldTo(new ReporterChat("29:rowan", "chat")),
                "erase",
                passage("person/rowan"),
                said("instead", "[erased]"));
        Person nobody = new Person("erased-r1", "[erased]");
        assertThat(after.report().reporter()).isEqualTo(new Reporter.Named(nobody));
        assertThat(after.timeline().getFirst().by()).isEqualTo(nobody);
        assertThat(after.reporterChat()).isNull();
        assertThat(everything(after)).doesNotContain("id=rowan", "person/rowan", REPORTER.name());
        assertThat(after.acts().getFirst().by()).as("who did something stays").isEqualTo(ALEX);
    }

    @Test
    void whoIsNamedByAnActIsErasedAndWhoActedIsNotOffered() {
        assertThat(new Passages(worked()).people())
                .extracting(Passage::key)
                .containsExactly("person/rowan", "person/kit");
        Incident after = done(worked(), "erase", passage("person/kit"), said("instead", "[erased]"));
        assertThat(everything(after)).doesNotContain(MANAGER.name()).doesNotContain("kit");
    }

    @Test
    void nobodyIsErasedWhileALegalHoldStands() {
        Incident held = worked("legal-hold");
        assertThat(done(held, "erase", passage("person/kit"), said("instead", "[erased]")))
                .isEqualTo(held);
        assertThat(done(held, "redact", passage("said/k1"), said("instead", "[redacted]")))
                .isNotEqualTo(held);
    }

    @Test
    void noPassageTellsItsWordsToALog() {
        assertThat(new Passages(worked()).all().toString()).doesNotContain(SECRET, MANAGER.name(), REPORTER.name());
    }

    private static Incident worked(String... more) {
        Report report = new Report(
                "lost-device",
                "Lost or stolen device",
                new Person("rowan", REPORTER.name()),
                null,
                null,
                NOON,
                List.of(
                        new Answer("what", "What was it?", SECRET, SECRET, false),
                        new Answer("item", "What?", "phone", "A telephone", true)));
        Incident incident = Incident.reported("INC-2026-0001", "a", report, Severity.HIGH, NOON)
                .say(new Said.Added("k1", SECRET, new Person("rowan", REPORTER.name())), NOON)
                .toldTo(new ReporterChat("29:rowan", "chat"));
        incident = act(incident, "ask1", "ask", said("text", SECRET));
        incident = act(incident, "n1", "note", said("text", "About the telephone"));
        incident =
                act(incident, "l1", "line-manager", new Answer("person", "Who?", MANAGER.id(), MANAGER.name(), false));
        for (String act : more) {
            incident = act(incident, act + 1, act, said("holder", "Legal services"));
        }
        return incident;
    }

    private static Incident done(Incident incident, String act, Answer... answers) {
        return act(incident, "r1", act, answers);
    }

    private static Incident act(Incident incident, String key, String act, Answer... answers) {
        return new Acting(BundledContent.CONTENT.acts().find(act).orElseThrow())
                .on(incident, new Act(key, act, NOON, ALEX, List.of(answers)));
    }

    private static Answer passage(String key) {
        return new Answer("passage", "Which?", key, "Something", false);
    }

    private static Answer said(String question, String value) {
        return new Answer(question, question, value, value, false);
    }

    /** All of it, as no log ever shows it. */
    private static String everything(Incident incident) {
        StringBuilder all = new StringBuilder();
        incident.report().answers().forEach(answer -> all.append(answer.value()).append(answer.shown()));
        incident.statements()
                .forEach(said -> all.append(said.text())
                        .append(said.by())
                        .append(said.answer() == null ? "" : said.answer().shown()));
        incident.acts()
                .forEach(act -> act.answers()
                        .forEach(answer -> all.append(answer.value()).append(answer.shown())));
        incident.timeline().forEach(entry -> all.append(entry.by()));
        incident.ledger().forEach(line -> all.append(line.to()).append(line.email()));
        return all.append(incident.report().reporter()).toString();
    }
}
