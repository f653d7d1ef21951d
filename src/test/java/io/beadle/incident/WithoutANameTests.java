package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports in confidence, and by nobody known (G8). */
class WithoutANameTests {
    private static final Reporter.Anonymous ANONYMOUS = new Reporter.Anonymous("ABCDEFGH", "hash");
    private static final Reporter.Sealed SEALED = new Reporter.Sealed();

    static List<Reporter> withoutAName() {
        return List.of(ANONYMOUS, SEALED);
    }

    private static Incident by(Reporter reporter) {
        Report report = new Report("policy-breach", "A policy was not followed", reporter, null, null, NOON, List.of());
        return Incident.reported("INC-2026-0001", "draft-1", report, Severity.MEDIUM, Duration.ofHours(4));
    }

    private static Incident acknowledged(Incident incident) {
        return incident.acknowledge(ALEX, NOON).acknowledge(BLAKE, NOON);
    }

    @ParameterizedTest
    @MethodSource("withoutAName")
    void nothingTheReporterSaysNamesThem(Reporter reporter) {
        Incident incident = by(reporter)
                .lacking(List.of("where"))
                .say(new Said.Added("a", "more", REPORTER), NOON)
                .say(new Said.Asked("q", "When?", ALEX), NOON)
                .say(new Said.Replied("r", "q", "At nine", REPORTER), NOON)
                .say(
                        new Said.Answered(
                                "s",
                                List.of(new Answer("where", "Where?", "here", "here", false)),
                                List.of(),
                                Severity.LOW,
                                REPORTER),
                        NOON)
                .say(new Said.WithdrawalAsked("w", new Answer("withdrawal", "Why?", "x", "x", true), REPORTER), NOON);

        assertThat(incident.statements()).hasSize(5);
        assertThat(incident.statements())
                .filteredOn(s -> s.by() != null)
                .extracting(Statement::by)
                .containsOnly(ALEX);
        assertThat(incident.timeline())
                .filteredOn(e -> e.by() != null)
                .extracting(TimelineEntry::by)
                .containsOnly(ALEX);
        assertThat(incident.duties()).noneMatch(duty -> REPORTER.equals(duty.by()));
        assertThat(incident.report().reporter().is(REPORTER)).isFalse();
        assertThat(incident.report().reporter().named()).isEmpty();
    }

    @Test
    void anAnonymousReporterIsToldNothingAndOwesNothing() {
        Incident incident = acknowledged(by(ANONYMOUS).lacking(List.of("where")))
                .say(new Said.Asked("q", "When?", ALEX), NOON)
                .close("resolved", ALEX, NOON);

        assertThat(incident.outboxDue(OutboxMessage.Kind.REPORTER)).isNull();
        assertThat(incident.missing()).containsExactly("where");
        assertThat(incident.has(TimelineEntry.Kind.FACTS_PASSED)).isTrue();
        assertThat(incident.unanswered()).extracting(Statement::text).containsExactly("When?");
    }

    @Test
    void aConfidentialReporterIsToldAsAnybodyIsThoughTheIncidentNamesNoChat() {
        Incident incident =
                acknowledged(by(SEALED).lacking(List.of("where"))).say(new Said.Asked("q", "When?", ALEX), NOON);

        assertThat(incident.reporterChat()).isNull();
        assertThat(incident.outbox())
                .filteredOn(m -> m.kind() == OutboxMessage.Kind.REPORTER)
                .extracting(OutboxMessage::news)
                .containsExactly(News.of(News.What.ACKNOWLEDGED), new News(News.What.ASKED, "q"));
    }

    @Test
    void whoGaveTheirNameAndCannotBeWrittenToCannotBeAsked() {
        Incident named = SomeIncidents.lostPhone("INC-2026-0002");
        assertThat(named.say(new Said.Asked("q", "When?", ALEX), NOON)).isEqualTo(named);
    }
}
