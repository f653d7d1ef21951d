package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static io.beadle.incident.SomeIncidents.lostPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What any store of incidents must do. */
public interface IncidentsContract {
    /** Empty, and the same within a test. */
    Incidents incidents();

    default Incident report(String draft) {
        return report(draft, REPORTER, NOON);
    }

    default Incident report(String draft, Person reporter, Instant at) {
        return incidents().report(draft, 2026, reference -> lostPhone(reference, draft, reporter, at));
    }

    @Test
    default void referencesCountFromOneEachYear() {
        assertThat(report("a").reference()).isEqualTo("INC-2026-0001");
        assertThat(report("b").reference()).isEqualTo("INC-2026-0002");
        assertThat(incidents().report("c", 2027, SomeIncidents::lostPhone).reference())
                .isEqualTo("INC-2027-0001");
    }

    @Test
    default void thoseReportedBetweenTwoTimesComeEarliestFirstWithoutTheSecond() {
        report("late", REPORTER, NOON.plusSeconds(9));
        Incident first = report("first", REPORTER, NOON);
        Incident second = report("second", REPORTER, NOON.plusSeconds(8));
        report("early", REPORTER, NOON.minusMillis(1));
        try (Stream<Incident> between = incidents().reportedBetween(NOON, NOON.plusSeconds(9))) {
            assertThat(between).containsExactly(first, second);
        }
    }

    @Test
    default void whatWasStoredIsFoundAsItWas() {
        Incident reported = report("a");
        assertThat(reported).isEqualTo(lostPhone("INC-2026-0001", "a", REPORTER, NOON));
        assertThat(incidents().find("INC-2026-0001")).contains(reported);
        assertThat(incidents().find("INC-2026-0002")).isEmpty();

        OutboxMessage message = reported.outbox().getFirst();
        Incident full = stored(incidents()
                .replace(reported.claim(message, "claim", NOON, Duration.ofMinutes(1))
                        .acknowledge(ALEX, NOON.plusSeconds(1))));
        assertThat(incidents().find("INC-2026-0001")).contains(full);
        full = stored(incidents().replace(full.delivered(message, "claim", new DeskPost("desk", "card"), NOON)));
        assertThat(incidents().find("INC-2026-0001")).contains(full);
        assertThat(full.version()).isEqualTo(2);
        assertThat(full.deskPost()).isEqualTo(new DeskPost("desk", "card"));
    }

    @Test
    default void whatWasSaidAndIsDueIsFoundAsItWas() {
        Answer tablet = new Answer("item", "What is it?", "tablet", "Tablet", true);
        Incident reported = incidents()
                .report(
                        "a",
                        2026,
                        reference -> lostPhone(reference, "a", REPORTER, NOON)
                                .toldTo(new ReporterChat("29:rowan", "chat"))
                                .flagged(Set.of("account"))
                                .lacking(List.of("contact", "asset-tag")));
        assertThat(reported.missing()).containsExactly("contact", "asset-tag");
        Incident changed = stored(incidents()
                .change(
                        reported.reference(),
                        i -> i.say(new Said.Asked("q", "Was it on?", ALEX), NOON)
                                .say(new Said.Replied("r", "q", "Yes", REPORTER), NOON)
                                .say(new Said.Asked("q2", "Where?", ALEX), NOON)
                                .say(
                                        new Said.Answered("c", List.of(tablet), i.missing(), Severity.LOW, REPORTER),
                                        NOON.plusSeconds(5))
                                .confirmAccount(BLAKE, NOON.plusSeconds(61))
                                .acknowledge(ALEX, NOON.plusSeconds(62))
                                .acknowledge(BLAKE, NOON.plusSeconds(63))));
        assertThat(incidents().find(reported.reference())).contains(changed);
        assertThat(changed.statements()).hasSize(4);
        assertThat(changed.current("item")).contains(tablet);

        Incident closed =
                stored(incidents().change(reported.reference(), i -> i.close("done", ALEX, NOON.plusSeconds(64))));
        assertThat(incidents().find(reported.reference())).contains(closed);
        assertThat(closed.closing()).isEqualTo(new Closing(NOON.plusSeconds(64), ALEX, "done"));
    }

    @Test
    default void dutiesComeLongestWaitingFirst() {
        Incident later = report("b", REPORTER, NOON.plusSeconds(10));
        Incident sooner = report("a", REPORTER, NOON);
        Instant due = NOON.plus(Duration.ofMinutes(15));
        assertThat(incidents().dutyDue(due.minusSeconds(1), 10)).isEmpty();
        assertThat(incidents().dutyDue(due, 10)).containsExactly(sooner);
        assertThat(incidents().dutyDue(due.plusSeconds(10), 10)).containsExactly(sooner, later);
        incidents().change(sooner.reference(), i -> i.acknowledge(ALEX, due).acknowledge(BLAKE, due));
        assertThat(incidents().dutyDue(due.plusSeconds(10), 10)).containsExactly(later);
    }

    @Test
    default void whatTheReporterIsToldWaitsBesideTheDesksCard() {
        Incident incident = incidents()
                .report(
                        "a",
                        2026,
                        reference ->
                                lostPhone(reference, "a", REPORTER, NOON).toldTo(new ReporterChat("29:rowan", "chat")));
        assertThat(incidents().outboxDue(OutboxMessage.Kind.REPORTER, NOON, 10)).isEmpty();
        Incident asked =
                stored(incidents().change(incident.reference(), i -> i.say(new Said.Asked("q", "On?", ALEX), NOON)));
        assertThat(incidents().outboxDue(OutboxMessage.Kind.REPORTER, NOON, 10)).containsExactly(asked);
        assertThat(incidents().outboxDue(OutboxMessage.Kind.DESK_CARD, NOON, 10))
                .containsExactly(asked);
    }

    @Test
    default void timesAreKeptToTheMillisecond() {
        Incident reported = report("a", REPORTER, NOON.plusNanos(456_789));
        assertThat(reported.report().reported()).isEqualTo(NOON);
        assertThat(incidents().find(reported.reference())).contains(reported);
    }

    @Test
    default void theSameDraftMakesOneIncident() {
        Incident first = report("a");
        assertThat(report("a")).isEqualTo(first);
        assertThat(incidents().reportedBy(REPORTER.id(), 10)).containsExactly(first);
    }

    @Test
    default void theSameDraftSentAtOnceMakesOneIncident() throws Exception {
        Set<Incident> made = new HashSet<>(atOnce(Collections.nCopies(8, () -> report("a"))));
        assertThat(made).hasSize(1);
        assertThat(incidents().reportedBy(REPORTER.id(), 10)).containsExactlyElementsOf(made);
    }

    @Test
    default void reportsAtOnceGetReferencesOfTheirOwn() throws Exception {
        List<Callable<Incident>> reports = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String draft = "draft" + i;
            reports.add(() -> report(draft));
        }
        assertThat(atOnce(reports))
                .extracting(Incident::reference)
                .doesNotHaveDuplicates()
                .allSatisfy(reference -> assertThat(reference).matches("INC-2026-00(0[1-9]|1[0-6])"));
    }

    @Test
    default void aChangeOfAnOldVersionIsRefused() {
        Incident read = report("a");
        Incident changed = stored(incidents().replace(read.acknowledge(ALEX, NOON)));
        assertThat(changed.version()).isEqualTo(read.version() + 1);
        assertThat(incidents().replace(read.acknowledge(BLAKE, NOON))).isEmpty();
        assertThat(incidents().find(read.reference())).contains(changed);
    }

    @Test
    default void changesAtOnceAllCome() throws Exception {
        String reference = report("a").reference();
        atOnce(List.of(
                () -> incidents().change(reference, i -> i.acknowledge(ALEX, NOON)),
                () -> incidents().change(reference, i -> i.acknowledge(BLAKE, NOON))));
        Incident changed = stored(incidents().find(reference));
        assertThat(changed.isAcknowledged()).isTrue();
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    default void aChangeThatChangesNothingWritesNothing() {
        String reference = report("a").reference();
        Incident once = stored(incidents().change(reference, i -> i.acknowledge(ALEX, NOON)));
        assertThat(incidents().change(reference, i -> i.acknowledge(ALEX, NOON.plusSeconds(9))))
                .contains(once);
        assertThat(incidents().change("INC-2026-0099", i -> i)).isEmpty();
    }

    @Test
    default void aPersonsReportsComeLatestFirst() {
        Incident first = report("a", REPORTER, NOON);
        Incident third = report("c", REPORTER, NOON.plusSeconds(20));
        Incident second = report("b", REPORTER, NOON.plusSeconds(10));
        report("d", ALEX, NOON);
        assertThat(incidents().reportedBy(REPORTER.id(), 10)).containsExactly(third, second, first);
        assertThat(incidents().reportedBy(REPORTER.id(), 2)).containsExactly(third, second);
    }

    @Test
    default void whatIsDueComesLongestWaitingFirst() {
        Incident later = report("b", REPORTER, NOON.plusSeconds(10));
        Incident sooner = report("a", REPORTER, NOON);
        report("c", REPORTER, NOON.plusSeconds(60));
        assertThat(incidents().outboxDue(OutboxMessage.Kind.DESK_CARD, NOON.plusSeconds(10), 10))
                .containsExactly(sooner, later);
        assertThat(incidents().outboxDue(OutboxMessage.Kind.DESK_CARD, NOON.plusSeconds(10), 1))
                .containsExactly(sooner);
    }

    @Test
    default void whatWasToldIsNoLongerDue() {
        Incident incident = report("a");
        OutboxMessage message = incident.outbox().getFirst();
        incident = stored(incidents().replace(incident.claim(message, "claim", NOON, Duration.ofMinutes(1))));
        assertThat(incidents().outboxDue(OutboxMessage.Kind.DESK_CARD, NOON.plusSeconds(59), 10))
                .isEmpty();

        incidents().replace(incident.delivered(message, "claim", new DeskPost("desk", "card"), NOON));
        assertThat(incidents().outboxDue(OutboxMessage.Kind.DESK_CARD, NOON.plusSeconds(999), 10))
                .isEmpty();
    }

    @Test
    default void whatWaitsIsCountedByHowOftenItWasTried() {
        Incident tried = report("a");
        report("b", ALEX, NOON);
        Incident told = report("c", ALEX, NOON.plusSeconds(1));
        OutboxMessage message = tried.outbox().getFirst();
        incidents().replace(tried.claim(message, "claim", NOON, Duration.ofMinutes(1)));
        told = stored(incidents().replace(told.claim(message, "claim", NOON.plusSeconds(1), Duration.ofMinutes(1))));
        incidents().replace(told.delivered(message, "claim", new DeskPost("desk", "card"), NOON));
        assertThat(incidents().outboxWaiting(0)).isEqualTo(2);
        assertThat(incidents().outboxWaiting(1)).isOne();
        assertThat(incidents().outboxWaiting(2)).isZero();
    }

    @Test
    default void anAccountIsHeldUntilItsSessionsAreRevokedAndInADrillNever() {
        Incident held = report("a", REPORTER, NOON);
        Incident practised = report("b", BLAKE, NOON);
        report("c", ALEX, NOON);
        incidents()
                .change(
                        held.reference(),
                        i -> i.flagged(Set.of(Incident.ACCOUNT)).toldTo(new ReporterChat("29:rowan", "chat")));
        incidents()
                .change(
                        practised.reference(),
                        i -> i.flagged(Set.of(Incident.ACCOUNT)).drill());
        assertThat(incidents().heldAccounts()).containsExactlyInAnyOrder(REPORTER.id(), "29:rowan");
        incidents().change(held.reference(), i -> i.confirmAccount(ALEX, NOON));
        assertThat(incidents().heldAccounts()).isEmpty();
    }

    @Test
    default void theRegisterIsOfWhatMayBeABreachOrWasDecidedAndOfNoDrill() {
        Incident assessed = acted("a", "assess", "breach", "yes");
        Incident decided = acted("b", "decide", "decision", "notified");
        acted("c", "assess", "breach", "no");
        Incident practised = acted("d", "assess", "breach", "yes");
        Incident joined = acted("e", "assess", "breach", "yes");
        report("f");
        incidents().change(practised.reference(), Incident::drill);
        incidents().change(joined.reference(), i -> i.end("merged", ALEX, NOON));
        try (Stream<Incident> register = incidents().inRegister()) {
            assertThat(register).containsExactly(assessed, decided);
        }
    }

    private Incident acted(String draft, String act, String question, String value) {
        List<Answer> answers = List.of(new Answer(question, "", value, value, false));
        return stored(incidents()
                .change(
                        report(draft).reference(),
                        i -> new Change(i)
                                .act(new Act(act, act, NOON, ALEX, answers))
                                .incident()));
    }

    @Test
    default void whatIsClosedByATimeComesEarliestFirst() {
        Incident later = closed("a", NOON.plusSeconds(2));
        Incident sooner = closed("b", NOON.plusSeconds(1));
        closed("c", NOON.plusSeconds(3));
        report("d");
        try (Stream<Incident> closed = incidents().closedBy(NOON.plusSeconds(2))) {
            assertThat(closed).containsExactly(sooner, later);
        }
    }

    private Incident closed(String draft, Instant at) {
        return stored(incidents().change(report(draft).reference(), i -> i.end("withdrawn", ALEX, at)));
    }

    private static <T> T stored(java.util.Optional<T> found) {
        return found.orElseThrow();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result : executor.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
