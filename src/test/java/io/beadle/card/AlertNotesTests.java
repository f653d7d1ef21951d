package io.beadle.card;

import static io.beadle.card.SampleReports.ALEX;
import static io.beadle.card.SampleReports.PAT;
import static io.beadle.card.SampleReports.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Answer;
import io.beadle.incident.Custody;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.Obligations;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.SomeObligations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands below the facts of an alert: each note only while it is true, in counts and chosen values. */
class AlertNotesTests {
    private static final String TYPED = "Quetzalcoatl";
    private static final TestCards CARDS = TestCards.bundled();
    private static final Instant NOW = TestCards.SATURDAY.plus(Duration.ofMinutes(50));

    private final AlertNotes notes = new AlertNotes(
            CARDS.messages(), CARDS.content().duties(), CARDS.content().roles(), CARDS.times());
    private final Incident complete =
            SampleReports.incident(CARDS.type("lost-device"), SampleReports.phone(), Severity.HIGH);

    @Test
    void aCompleteReportNeedsNoNote() {
        assertThat(notes.of(complete)).isEmpty();
    }

    @Test
    void missingFactsAreTheReportersThenTheDesksAndThenNobodys() {
        Incident lacking = complete.toldTo(new ReporterChat("29:pat", "chat")).lacking(List.of("contact", "how"));
        assertThat(notes.of(lacking))
                .containsExactly("Facts missing from the report: 2. The reporter has been asked for them.");
        Obligations obligations = SomeObligations.of(CARDS.content());
        Incident reminded = obligations.settle(lacking, NOW.plus(Duration.ofHours(1)));
        Incident passed = obligations.settle(reminded, NOW.plus(Duration.ofDays(3)));
        assertThat(notes.of(passed))
                .anyMatch(note -> note.endsWith("has not given them: please ask."))
                .anyMatch(note -> note.startsWith("Nobody holds: Nominated person"));
        assertThat(notes.of(closed(lacking)))
                .anyMatch(note -> note.startsWith("Closed: Dealt with, at "))
                .noneMatch(note -> note.contains("Facts missing"));
    }

    @Test
    void aHeldAccountIsNamedAtOnceAndItsStatementsFromTheFirstOneOn() {
        Incident held = complete.flagged(Set.of(Incident.ACCOUNT));
        assertThat(notes.of(held)).singleElement().asString().endsWith("sessions are revoked.");
        Incident added = held.say(new Said.Added("k", TYPED, PAT), NOW);
        assertThat(notes.of(added))
                .anyMatch(note -> note.endsWith("sessions are revoked. Statements held: 1."))
                .contains("The reporter has said more since: 1. Open it to read.");
        assertThat(notes.of(added.confirmAccount(ALEX, NOW)))
                .containsExactly("The reporter has said more since: 1. Open it to read.");
    }

    @Test
    void filesOfAHeldAccountAreCountedByThemselvesUntilItIsConfirmed() {
        Incident held = new Custody(complete.flagged(Set.of(Incident.ACCOUNT))).kept(SomeFiles.photos(2, NOW), NOW);
        assertThat(notes.of(held))
                .anyMatch("Files kept as evidence: 2."::equals)
                .anyMatch(n -> n.startsWith("Of these held: 2."));
        assertThat(notes.of(held.confirmAccount(ALEX, NOW))).containsExactly("Files kept as evidence: 2.");
        assertThat(notes.of(new Custody(held).quarantine(ALEX, NOW)))
                .anyMatch(note -> note.endsWith("They are in quarantine: nobody can open them."));
    }

    @Test
    void aCorrectionIsSomethingSaidAndAQuestionOfTheDesksIsNot() {
        Answer tablet = new Answer("what", "What is missing?", "tablet", "Tablet", true);
        Incident asked = complete.toldTo(new ReporterChat("29:pat", "chat"))
                .say(new Said.Answered("c", List.of(tablet), List.of(), Severity.LOW, PAT), NOW)
                .say(new Said.Asked("q1", TYPED, ALEX), NOW)
                .say(new Said.Asked("q2", TYPED, ALEX), NOW)
                .say(new Said.Replied("r", "q1", TYPED, PAT), NOW);
        assertThat(notes.of(asked))
                .containsExactly(
                        "The reporter has said more since: 1. Open it to read.",
                        "Questions to the reporter: 2, answered: 1.");
    }

    @Test
    void nothingTypedIsInThem() {
        Answer reason = new Answer("withdrawal", "Why?", "found", "It has been found", true);
        Incident said = complete.toldTo(new ReporterChat("29:pat", "chat"))
                .flagged(Set.of(Incident.ACCOUNT))
                .say(new Said.Added("a", TYPED, PAT), NOW)
                .say(new Said.Asked("q", TYPED, ALEX), NOW)
                .say(new Said.WithdrawalAsked("w", reason, PAT), NOW);
        Incident busy = new Ledger(said).reporterNotReached(NOW);
        assertThat(notes.of(busy))
                .contains("I cannot write to the reporter in Teams: please ring them.")
                .anyMatch(note -> note.contains("It has been found. No clock stops"))
                .noneMatch(note -> note.contains(TYPED) || note.contains(PAT.name()));
    }

    private static Incident closed(Incident incident) {
        return incident.acknowledge(ALEX, NOW).acknowledge(SAM, NOW).close("resolved", ALEX, NOW);
    }
}
