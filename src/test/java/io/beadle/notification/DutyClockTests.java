package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.TimelineEntry;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What happens when time passes, from the duty to the chat of the reporter. */
class DutyClockTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Obligations OBLIGATIONS = SomeObligations.of(CARDS.content());
    private static final Person PAT = new Person("pat", "Pat Reporter");
    private static final Person ALEX = new Person("alex", "Alex Marsh");

    /** A Friday afternoon in London: 14:00. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T14:00:00Z");

    private static final Answer NUMBER = new Answer("asset-tag", "Number?", "DCC-77", "DCC-77", false);

    private final AtomicReference<Instant> now = new AtomicReference<>(FRIDAY);
    private final RecordingConversations teams = new RecordingConversations();
    private final Incidents incidents;
    private final OutboxRelay relay;
    private final DutyClock clock;

    DutyClockTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        incidents = StoredIncidents.dutiful(mongo, OBLIGATIONS, now::get).incidents();
        Desks desks = StoredDesks.in(mongo);
        teams.met("desk", Scope.CHANNEL);
        teams.met("pat", Scope.PERSONAL);
        desks.set(new Desk("desk", ALEX, FRIDAY));
        relay = TestRelays.relay(incidents, StoredNotices.in(mongo), desks, teams, CARDS, now::get);
        clock = clock();
    }

    private DutyClock clock() {
        return new DutyClock(incidents, OBLIGATIONS);
    }

    @Test
    void remindsTheReporterAfterAnHourAndTellsTheDeskAfterFourWorkingHours() {
        String reference = report(Set.of());
        pass(Duration.ofMinutes(59));
        assertThat(told("pat")).noneMatch(card -> card.contains("A little is missing"));

        pass(Duration.ofMinutes(1));
        assertThat(told("pat"))
                .last()
                .asString()
                .contains("A little is missing", "report.missing", reference, "Asset tag");
        assertThat(told("desk")).singleElement().asString().doesNotContain("please ask");

        now.set(Instant.parse("2026-11-23T09:59:00Z"));
        pass(Duration.ZERO);
        assertThat(told("desk")).singleElement().asString().doesNotContain("please ask");
        pass(Duration.ofMinutes(1));
        assertThat(told("desk"))
                .singleElement()
                .asString()
                .contains("Facts missing from the report: 1", "please ask")
                .doesNotContain("Asset tag", "Pat");
        assertThat(told("pat").stream().filter(card -> card.contains("A little is missing")))
                .hasSize(1);
        assertThat(incident(reference).dutyDue()).isNull();
    }

    @Test
    void nobodyIsRemindedOfWhatWasGivenMeanwhile() {
        String reference = report(Set.of());
        incidents.change(
                reference,
                i -> i.say(new Said.Answered("a", List.of(NUMBER), List.of(), Severity.LOW, PAT), now.get()));
        pass(Duration.ofHours(30));
        assertThat(told("pat")).noneMatch(card -> card.contains("A little is missing"));
        assertThat(incident(reference).has(TimelineEntry.Kind.REMINDED)).isFalse();
    }

    @Test
    void tellsTheReporterWhomToRingWhenNobodyAcknowledgesInTime() {
        String reference = report(Set.of());
        pass(Duration.ofMinutes(14));
        assertThat(told("pat")).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(told("pat"))
                .singleElement()
                .asString()
                .contains("Nobody has acknowledged " + reference, "01632 960100", "01632 960199");
        pass(Duration.ofMinutes(5));
        assertThat(told("pat")).hasSize(1);
        assertThat(told("desk")).singleElement().asString().contains("Overdue");
    }

    @Test
    void twoClocksTakeAStepOnce() throws Exception {
        report(Set.of());
        now.set(FRIDAY.plus(Duration.ofMinutes(61)));
        Instant due = now.get();
        List<Callable<Long>> ticks =
                List.of(() -> clock.sweep(due), () -> clock().sweep(due), () -> clock().sweep(due));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> tick : threads.invokeAll(ticks)) {
                assertThat(tick.get()).isBetween(0L, 1L);
            }
        }
        deliver();
        assertThat(told("pat"))
                .hasSize(2)
                .satisfiesOnlyOnce(card -> assertThat(card).contains("A little is missing"));
    }

    @Test
    void aClockThatJumpsAheadAndBackTellsEverythingOnce() {
        String reference = report(Set.of());
        pass(Duration.ofDays(400));
        pass(Duration.ofHours(1));
        List<String> told = told("pat");
        assertThat(told)
                .satisfiesOnlyOnce(card -> assertThat(card).contains("Nobody has acknowledged " + reference))
                .satisfiesOnlyOnce(card -> assertThat(card).contains("A little is missing"));

        pass(Duration.ofDays(400).negated());
        pass(Duration.ofHours(2));
        pass(Duration.ofDays(1));
        assertThat(told("pat")).as("nothing twice").isEqualTo(told);
        incidents.change(reference, i -> i.acknowledge(new Person("alex", "Alex"), now.get()));
        deliver();
        assertThat(told("desk")).as("and it goes on").last().asString().contains("1 of 2");
    }

    @Test
    void whoIsRemindedLateHasAnHourAllTheSame() {
        String reference = report(Set.of());
        pass(Duration.ofDays(4));
        assertThat(incident(reference).has(TimelineEntry.Kind.REMINDED)).isTrue();
        assertThat(incident(reference).has(TimelineEntry.Kind.FACTS_PASSED)).isFalse();
        pass(Duration.ofHours(1));
        assertThat(incident(reference).has(TimelineEntry.Kind.FACTS_PASSED)).isTrue();
    }

    @Test
    void aHeldAccountIsToldTheReferenceOnly() {
        String reference = report(Set.of("account"));
        pass(Duration.ofHours(1));
        assertThat(told("pat"))
                .hasSize(2)
                .allSatisfy(card -> assertThat(card)
                        .contains(reference, "01632 960100")
                        .doesNotContain("Lost or stolen", "Asset tag", "Action.Execute"));
    }

    @Test
    void aReporterWhoCannotBeReachedHoldsUpNothingAndTheDeskIsTold() {
        teams.on(call -> call.conversation().equals("pat")
                ? Optional.of(new DeliveryException(403, "ConversationBlockedByUser"))
                : Optional.empty());
        String reference = report(Set.of());
        pass(Duration.ofMinutes(16));
        assertThat(told("desk")).singleElement().asString().contains("I cannot write to the reporter", "Overdue");
        assertThat(incident(reference).outboxDue(OutboxMessage.Kind.REPORTER)).isAfter(now.get());

        teams.allowAll();
        pass(Duration.ofMinutes(1));
        assertThat(told("pat")).singleElement().asString().contains("Nobody has acknowledged");
        assertThat(incident(reference).outboxDue(OutboxMessage.Kind.REPORTER)).isNull();
    }

    @Test
    void nothingIsToldWhereOthersReadAlong() {
        teams.met("tearoom", Scope.CHANNEL);
        String reference = report(Set.of(), new ReporterChat("29:somebody", "tearoom"));
        pass(Duration.ofMinutes(15));
        assertThat(told("tearoom")).isEmpty();
        assertThat(told("chat-29:somebody")).singleElement().asString().contains(reference);
    }

    @Test
    void whoGaveNoWayToBeToldIsNotTold() {
        String reference = report(Set.of(), null);
        pass(Duration.ofHours(1));
        assertThat(incident(reference).outboxDue(OutboxMessage.Kind.REPORTER)).isNull();
        assertThat(incident(reference).has(TimelineEntry.Kind.ACKNOWLEDGEMENT_LATE))
                .isTrue();
    }

    @Test
    void aReporterIsToldWithoutADesk() {
        MongoTemplate mongo = SharedStore.newDatabase();
        Incidents others = StoredIncidents.dutiful(mongo, OBLIGATIONS, now::get).incidents();
        OutboxRelay noDesk =
                TestRelays.relay(others, StoredNotices.in(mongo), StoredDesks.in(mongo), teams, CARDS, now::get);
        others.report(
                "d",
                2026,
                r -> Incident.reported(r, "d", lost(), Severity.HIGH, Duration.ofMinutes(15))
                        .toldTo(new ReporterChat("29:pat", "pat")));
        now.set(FRIDAY.plus(Duration.ofMinutes(15)));
        new DutyClock(others, OBLIGATIONS).sweep(now.get());
        TestRelays.deliverDue(noDesk);
        assertThat(told("pat")).singleElement().asString().contains("Nobody has acknowledged");
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        clock.sweep(now.get());
        deliver();
    }

    private void deliver() {
        while (TestRelays.deliverDue(relay) > 0) {
            // until nothing is due
        }
    }

    private List<String> told(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    private Incident incident(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private String report(Set<String> flags) {
        return report(flags, new ReporterChat("29:pat", "pat"));
    }

    private String report(Set<String> flags, @Nullable ReporterChat chat) {
        String reference = incidents
                .report("draft", 2026, r -> {
                    Incident reported = Incident.reported(r, "draft", lost(), Severity.HIGH, Duration.ofMinutes(15))
                            .flagged(flags)
                            .lacking(List.of("asset-tag"));
                    return chat == null ? reported : reported.toldTo(chat);
                })
                .reference();
        deliver();
        return reference;
    }

    private static Report lost() {
        return new Report("lost-device", "Lost or stolen device", PAT, null, null, FRIDAY, List.of());
    }
}
