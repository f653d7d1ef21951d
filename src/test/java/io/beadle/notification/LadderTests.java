package io.beadle.notification;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.onShift;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Severity;
import io.beadle.people.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who is told when while nobody answers (G18), and of the Commissioner's 72 hours (G2, G3), by the bundled content. */
class LadderTests {
    /** The Thursday before Easter 2026 in London: 17:40, which is British Summer Time. */
    private static final Instant MAUNDY_THURSDAY = Instant.parse("2026-04-02T16:40:00Z");

    private final Council council = new Council(
            appointed("nominated", "Ann"),
            appointed("nominated", "Bob"),
            appointed("deputy", "Dee"),
            appointed("manager", "Mo"),
            appointed("siro", "Sid"),
            appointed("dpo", "Dora"),
            onShift(
                    new Span(MAUNDY_THURSDAY.minusSeconds(1), MAUNDY_THURSDAY.plus(Duration.ofDays(5))),
                    appointed("on-call", "Olu")),
            onShift(
                    new Span(MAUNDY_THURSDAY.minus(Duration.ofDays(5)), MAUNDY_THURSDAY.minusSeconds(1)),
                    appointed("on-call", "Off")));

    @Test
    void outOfHoursTheLadderGoesByItsOwnRota() {
        council.now.set(MAUNDY_THURSDAY);
        String reference = council.report(Severity.HIGH);
        List<String> told = new ArrayList<>(List.of("0 " + who(reference, Set.of())));
        for (int minutes : List.of(14, 15, 30, 59, 60)) {
            Set<String> before = keys(reference);
            council.now.set(MAUNDY_THURSDAY);
            council.pass(Duration.ofMinutes(minutes));
            told.add(minutes + " " + who(reference, before));
        }
        assertThat(told)
                .containsExactly("0 [Ann, Bob, Olu]", "14 []", "15 [Dee, Olu]", "30 [Mo, Olu]", "59 []", "60 [Sid]");
        assertThat(council.told("olu")).hasSize(3).last().asString().contains("Not done in time");
        assertThat(council.told("off")).isEmpty();
        assertThat(council.told("desk")).singleElement().asString().contains("Overdue");
    }

    @Test
    void theSiroIsLeftInPeaceOutOfHoursOnceSomebodyAnswered() {
        council.now.set(MAUNDY_THURSDAY);
        String reference = council.report(Severity.HIGH);
        council.incidents.change(reference, i -> i.acknowledge(named("Olu"), council.now.get()));
        council.pass(Duration.ofHours(2));
        assertThat(council.told("sid")).isEmpty();
    }

    @Test
    void theLadderEndsWithTheSecondAcknowledgement() {
        council.now.set(MAUNDY_THURSDAY);
        String reference = council.report(Severity.HIGH);
        council.incidents.change(
                reference,
                i -> i.acknowledge(named("Olu"), council.now.get()).acknowledge(named("Ann"), council.now.get()));
        Set<String> before = keys(reference);
        council.pass(Duration.ofHours(2));
        assertThat(who(reference, before)).isEmpty();
    }

    @Test
    void theSeventyTwoHoursRunThroughTheWeekendAndWarnAtEachStage() {
        council.now.set(MAUNDY_THURSDAY);
        String reference = reportWithPersonalData();
        List<Integer> warned = new ArrayList<>();
        for (int hour = 0; hour <= 72; hour++) {
            Set<String> before = keys(reference);
            council.now.set(MAUNDY_THURSDAY);
            council.pass(Duration.ofHours(hour));
            if (newOf(reference, before, "ico-decision") > 0) {
                warned.add(hour);
            }
        }
        // told of it at once; see the report below for hour 0
        assertThat(warned).containsExactly(12, 24, 48, 60, 66, 70, 72);
        assertThat(council.told("dora"))
                .anyMatch(card -> card.contains(
                        "To do: Decide on telling the Information Commissioner, by 17:40 on Sunday 5 April"))
                .anyMatch(card -> card.contains("Still to do: Decide on telling the Information Commissioner"))
                .anyMatch(card -> card.contains("Not done in time: Decide on telling the Information Commissioner"));
    }

    @Test
    void aClockThatWasAwayForTheWeekendTakesEveryStepOnceAndInOrder() {
        council.now.set(MAUNDY_THURSDAY);
        String reference = reportWithPersonalData();
        council.pass(Duration.ofDays(4));
        List<String> steps = steps(reference, "ico-decision");
        assertThat(steps).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(8);
        Set<String> before = keys(reference);
        council.pass(Duration.ZERO);
        assertThat(who(reference, before)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackTakesNothingTwiceAndNothingTooEarly() {
        council.now.set(MAUNDY_THURSDAY);
        String reference = council.report(Severity.HIGH);
        council.pass(Duration.ofMinutes(16));
        Set<String> before = keys(reference);
        council.now.set(MAUNDY_THURSDAY.minus(Duration.ofHours(1)));
        council.pass(Duration.ZERO);
        council.now.set(MAUNDY_THURSDAY);
        council.pass(Duration.ofMinutes(20));
        assertThat(who(reference, before)).isEmpty();
        council.pass(Duration.ofMinutes(10));
        assertThat(who(reference, before)).containsExactly("Mo", "Olu");
    }

    @Test
    void twoInstancesTellEverybodyOnce() throws Exception {
        council.now.set(MAUNDY_THURSDAY);
        String reference = council.report(Severity.HIGH);
        Instant late = MAUNDY_THURSDAY.plus(Duration.ofMinutes(31));
        council.now.set(late);
        List<Callable<Long>> clocks = List.of(
                () -> council.clock.sweep(late),
                () -> council.clock().sweep(late),
                () -> council.clock().sweep(late));
        List<Callable<Long>> relays = List.of(() -> (long) TestRelays.deliverDue(council.relay()), () ->
                (long) TestRelays.deliverDue(council.relay()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> done : threads.invokeAll(clocks)) {
                done.get();
            }
            for (Future<Long> done : threads.invokeAll(relays)) {
                done.get();
            }
        }
        council.deliver();
        assertThat(council.told("olu"))
                .as("at the report, and once for both steps")
                .hasSize(2);
        assertThat(council.told("mo").stream().filter(card -> card.contains("Not done in time")))
                .hasSize(1);
        assertThat(council.incident(reference).outbox()).isEmpty();
    }

    @Test
    void whoIsAppointedAfterwardsIsToldAfterAll() {
        Council empty = new Council(appointed("nominated", "Ann"));
        String reference = empty.report(Severity.HIGH);
        empty.appointments.add(appointed("manager", "Mo"));
        empty.teams.metInPerson("mo");
        empty.pass(Duration.ofSeconds(20));
        assertThat(empty.told("mo")).singleElement().asString().contains(reference);
    }

    private String reportWithPersonalData() {
        return council.report("lost-device", Severity.MEDIUM, Set.of(), Council.answered("personal-data", "yes"));
    }

    private Set<String> keys(String reference) {
        return Set.copyOf(
                council.incident(reference).ledger().stream().map(Delivery::key).toList());
    }

    /** Whom the ledger has more of the duty to acknowledge than before, by name. */
    private List<String> who(String reference, Set<String> before) {
        return added(council.incident(reference), before)
                .filter(line -> line.why().equals("acknowledge") && line.to() != null)
                .map(line -> line.to().name())
                .sorted()
                .toList();
    }

    private long newOf(String reference, Set<String> before, String duty) {
        return added(council.incident(reference), before)
                .filter(line -> line.why().equals(duty))
                .count();
    }

    private static java.util.stream.Stream<Delivery> added(Incident incident, Set<String> before) {
        return incident.ledger().stream().filter(line -> !before.contains(line.key()));
    }

    private List<String> steps(String reference, String duty) {
        return council.incident(reference).ledger().stream()
                .filter(line -> line.why().equals(duty))
                .map(line -> line.key().substring(0, line.key().indexOf('/')))
                .distinct()
                .toList();
    }
}
