package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.people.StoredAppointments;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Message;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.Throttles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances on one store, round by round: what one stores the other tells when the first is dead. */
class TwoRelaysTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Person PAT = new Person("pat", "Pat");

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final RecordingConversations teams = new RecordingConversations();
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Instance one = new Instance();
    private final Instance other = new Instance();

    TwoRelaysTests() {
        teams.met("desk", Scope.CHANNEL);
        one.desks.set(new Desk("desk", PAT, now.get()));
        settle();
    }

    @Test
    void aRelayLooksOnceItsOwnProcessHasStoredSomething() {
        one.report();
        assertThat(one.round()).isEqualTo(1);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void whileNothingIsPutAnywhereItReadsOneNumberAndNoOutbox() {
        int before = one.looks.get();
        for (int second = 1; second < OutboxWatch.LONGEST.toSeconds(); second++) {
            now.updateAndGet(instant -> instant.plusSeconds(1));
            assertThat(one.relay.round()).isZero();
        }
        assertThat(one.looks).hasValue(before);
        now.updateAndGet(instant -> instant.plusSeconds(1));
        one.relay.round();
        assertThat(one.looks.get()).isGreaterThan(before);
    }

    @Test
    void whatADeadInstanceStoredAndAnnouncedTheOtherTellsAtItsNextPoll() {
        one.report();
        one.watch.isWorthALook(now.get()); // and no further
        assertThat(other.round()).isEqualTo(1);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void whatADeadInstanceStoredAndDidNotAnnounceIsToldWithinTenSeconds() {
        one.report();
        assertThat(other.round()).isZero();
        now.updateAndGet(instant -> instant.plus(OutboxWatch.LONGEST).minusMillis(1));
        assertThat(other.round()).isZero();
        now.updateAndGet(instant -> instant.plusMillis(1));
        assertThat(other.round()).isEqualTo(1);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void whatADeadInstanceHadClaimedIsToldWithinTenSecondsOfTheLeasesEnd() {
        String reference = one.report();
        one.incidents.change(
                reference,
                i -> i.claim(
                        i.nextMessage(OutboxMessage.Kind.DESK_CARD, now.get()).orElseThrow(),
                        "dead",
                        now.get(),
                        OutboxRelay.LEASE));
        one.watch.isWorthALook(now.get());
        assertThat(other.round()).isZero();
        Instant ends = now.get().plus(OutboxRelay.LEASE);
        int told = 0;
        while (now.get().isBefore(ends.plus(OutboxWatch.LONGEST))) {
            now.updateAndGet(instant -> instant.plusSeconds(1));
            told += other.round();
            assertThat(told == 0 || !now.get().isBefore(ends)).isTrue();
        }
        assertThat(told).isEqualTo(1);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenItIsDueAndNotOnlyAtTheNextLook() {
        teams.refuseAll(503);
        one.report();
        assertThat(one.round()).isEqualTo(1);
        one.round();
        teams.allowAll();
        now.updateAndGet(instant -> instant.plusSeconds(4));
        assertThat(one.round()).isZero();
        now.updateAndGet(instant -> instant.plusSeconds(1));
        assertThat(one.round()).isEqualTo(1);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void aNoticeIsHeardAsAnIncidentIs() {
        Instant later = now.get().plusSeconds(3);
        one.notices.put(Notice.toDesk("now", 0, Message.text("Now"), now.get()));
        one.notices.put(Notice.toDesk("later", 0, Message.text("Later"), later));
        assertThat(one.round()).isEqualTo(1);
        one.round();
        now.set(later);
        assertThat(one.round()).isEqualTo(1);
    }

    @Test
    void aLookThatFailsIsMadeAgainAtTheNextRound() {
        one.report();
        one.fails.set(3);
        assertThat(one.round()).isZero();
        assertThat(one.round()).isZero();
        assertThat(one.round()).isZero();
        assertThat(one.round()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeAnnouncedIsAnnouncedAtTheNextRound() {
        one.report();
        one.numberFails.set(1);
        assertThat(one.round()).isZero();
        assertThat(one.round()).isEqualTo(1);
        assertThat(other.watch.isWorthALook(now.get())).isTrue();
    }

    /** Until neither finds anything. */
    private void settle() {
        for (Instance instance : List.of(one, other, one, other)) {
            instance.round();
        }
    }

    private List<RecordingConversations.Call> shown() {
        return teams.shownIn("desk");
    }

    private final class Instance {
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger fails = new AtomicInteger();
        private final AtomicInteger numberFails = new AtomicInteger();
        private final OutboxBell bell = new OutboxBell();
        private final Incidents incidents = StoredIncidents.dutiful(
                        mongo, SomeObligations.of(CARDS.content()), bell, now::get)
                .incidents();
        private final Notices notices = StoredNotices.in(mongo, bell);
        private final Desks desks = StoredDesks.in(mongo);
        private final OutboxNumber number =
                failing(OutboxNumber.class, StoredNotices.number(mongo), "", new AtomicInteger(), numberFails);
        private final OutboxRelay relay = TestRelays.relay(
                failing(Incidents.class, incidents, "outboxDue", looks, fails),
                notices,
                desks,
                teams,
                CARDS,
                new StoredAppointments(),
                new RecordedMail(),
                Unhurried.pace(new Throttles()),
                bell,
                number,
                now::get);
        private final OutboxWatch watch = new OutboxWatch(bell, number);

        int round() {
            int begun = relay.round();
            assertThat(relay.awaitDeliveries(Duration.ofSeconds(10))).isTrue();
            return begun;
        }

        String report() {
            return SomeIncidents.reported(incidents, TestCards.SATURDAY).reference();
        }
    }

    /** Counts the calls of methods whose names begin so, and has as many of them fail as asked for. */
    private static <T> T failing(Class<T> type, T real, String begins, AtomicInteger calls, AtomicInteger fails) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().startsWith(begins)) {
                calls.incrementAndGet();
                if (fails.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("The store is away");
                }
            }
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
