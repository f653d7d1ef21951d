package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.content.DutyRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an incident is kept, by the bundled content (G14). */
class KeepingTests {
    private final Keeping keeping = new Keeping(BundledContent.CONTENT.retention());

    @ParameterizedTest(name = "{0}, personal data {1}, {2}: {3} for {4} days")
    @CsvSource({
        "LOW, no, no-incident, not-an-incident, 365",
        "LOW, no, withdrawn, not-an-incident, 365",
        "LOW, no, resolved, other, 1096",
        "MEDIUM, no, resolved, other, 1096",
        "LOW, yes, resolved, breach, 2557",
        "LOW, unsure, no-incident, breach, 2557",
        "LOW, no, merged, joined, 2557",
    })
    void whatIsClosedIsKeptByItsOutcome(Severity severity, String personalData, String outcome, String rule, int days) {
        Incident incident = closed(severity, outcome, said("personal-data", personalData));
        assertThat(keeping.of(incident)).isInstanceOfSatisfying(Keeping.Fate.Until.class, until -> {
            assertThat(until.rule().id()).isEqualTo(rule);
            assertThat(until.due()).isEqualTo(NOON.plus(Duration.ofDays(days)));
        });
        Instant due = NOON.plus(Duration.ofDays(days));
        assertThat(keeping.isOver(incident, due.minusMillis(1))).isFalse();
        assertThat(keeping.isOver(incident, due)).isTrue();
    }

    @Test
    void whatIsHighOrAboutChildrenOrWasHeldIsNeverDeletedByItself() {
        assertThat(rule(closed(Severity.HIGH, "resolved"))).isEqualTo("high");
        assertThat(rule(closed(Severity.LOW, "resolved", said("categories", "basic,children"))))
                .isEqualTo("children");
        Incident ended = act(
                act(closed(Severity.LOW, "resolved"), "h1", "legal-hold", said("holder", "x")),
                "h2",
                "legal-hold-end",
                said("about", "h1"));
        assertThat(rule(ended)).isEqualTo("hold");
        assertThat(keeping.isOver(closed(Severity.HIGH, "resolved"), NOON.plus(Duration.ofDays(36_500))))
                .isFalse();
    }

    @Test
    void aHoldKeepsWhateverTheRuleSays() {
        Incident held = act(closed(Severity.LOW, "no-incident"), "h1", "legal-hold", said("holder", "Legal services"));
        assertThat(keeping.of(held)).isEqualTo(new Keeping.Fate.Held());
        assertThat(keeping.isOver(held, NOON.plus(Duration.ofDays(36_500)))).isFalse();
    }

    @Test
    void whatIsOpenOrHasADutyThatIsStaysHere() {
        Incident open = incident(Severity.LOW, List.of());
        assertThat(keeping.of(open)).isEqualTo(new Keeping.Fate.Open());
        Incident followed = new Change(closed(Severity.LOW, "no-incident"))
                .duty(Duty.of("action", DutyRule.Closing.STAYS, NOON, NOON))
                .incident();
        assertThat(keeping.of(followed)).isEqualTo(new Keeping.Fate.Open());
    }

    private String rule(Incident incident) {
        return keeping.of(incident) instanceof Keeping.Fate.Untimed untimed
                ? untimed.rule().id()
                : "";
    }

    private static Incident closed(Severity severity, String outcome, Answer... answers) {
        List<Answer> all = new ArrayList<>(List.of(answers));
        if (all.stream().noneMatch(answer -> answer.question().equals("personal-data"))) {
            all.add(said("personal-data", "no"));
        }
        return incident(severity, all)
                .acknowledge(ALEX, NOON)
                .acknowledge(BLAKE, NOON)
                .close(outcome, ALEX, NOON);
    }

    private static Incident incident(Severity severity, List<Answer> answers) {
        Report report = new Report("lost-device", "Lost device", REPORTER, null, null, NOON, answers);
        return Incident.reported("INC-2026-0001", "a", report, severity, NOON);
    }

    private static Incident act(Incident incident, String key, String act, Answer... answers) {
        return new Acting(BundledContent.CONTENT.acts().find(act).orElseThrow())
                .on(incident, new Act(key, act, NOON, ALEX, List.of(answers)));
    }

    private static Answer said(String question, String value) {
        return new Answer(question, question, value, value, false);
    }
}
