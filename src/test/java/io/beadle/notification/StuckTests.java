package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.selftest.Finding;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Message;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is tried in vain again and again is found, whoever it is for, and can be sent again. */
class StuckTests {
    private static final TestCards CARDS = TestCards.bundled();

    private final AtomicReference<Instant> now = new AtomicReference<>(SomeIncidents.NOON.plusSeconds(1));
    private final RecordingConversations teams = new RecordingConversations();
    private final Incidents incidents;
    private final Notices notices;
    private final Desks desks;
    private final OutboxRelay relay;

    StuckTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        incidents = StoredIncidents.in(mongo).incidents();
        notices = StoredNotices.in(mongo);
        desks = StoredDesks.in(mongo);
        relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
        teams.met("security", Scope.CHANNEL);
        desks.set(Desk.of(Desk.MAIN, "security", null, new Person("alex", "Alex"), now.get()));
        teams.metInPerson("priya");
    }

    @Test
    void itIsFoundAfterFourAttemptsAndTheSelfTestFails() {
        incidents.report("draft", 2026, SomeIncidents::lostPhone);
        notices.put(Notice.toDesk("digest", 1, Message.text("the week"), now.get()));
        notices.put(
                Notice.toPerson("for-priya", new Notice.To.OneOfMany("29:priya"), Message.text("hello"), now.get()));
        teams.refuseAll(500);
        attempt(OutboxMessage.STUCK - 1);
        assertThat(found()).isEqualTo(Finding.ok("selftest.stuck", "selftest.stuck.none"));

        attempt(1);
        assertThat(found()).isEqualTo(Finding.failed("selftest.stuck", "selftest.stuck.some", 1, 2));
        assertThat(notices.stuck(OutboxMessage.STUCK, 10))
                .filteredOn(Notice::isForDesk)
                .hasSize(1);
        assertThat(new OutboxHealthIndicator(
                                incidents, notices, desks, CARDS.content().routes(), now::get)
                        .health()
                        .getDetails())
                .containsEntry("stuckIncidents", 1)
                .containsEntry("stuckNotices", 2);
    }

    @Test
    void whatIsSentAgainIsTriedAtOnceAndNotWhenItsPauseEnds() {
        String reference =
                incidents.report("draft", 2026, SomeIncidents::lostPhone).reference();
        notices.put(Notice.toDesk("digest", 1, Message.text("the week"), now.get()));
        teams.refuseAll(500);
        attempt(8);
        teams.allowAll();
        TestRelays.deliverDue(relay);
        assertThat(teams.calls()).isEmpty();

        incidents.change(reference, incident -> incident.sentAgain(now.get()));
        notices.change("digest", notice -> notice.again(now.get()));
        while (TestRelays.deliverDue(relay) > 0) {
            now.updateAndGet(before -> before.plusSeconds(1));
        }

        assertThat(teams.shownIn("security")).hasSize(2);
        assertThat(found().isFailed()).isFalse();
    }

    @Test
    void whatIsUnderWayIsLeftAlone() {
        Incident incident = incidents.report("draft", 2026, SomeIncidents::lostPhone);
        Incident claimed = incidents
                .change(
                        incident.reference(),
                        i -> i.claim(i.outbox().getFirst(), "c", now.get(), Duration.ofMinutes(3)))
                .orElseThrow();
        assertThat(claimed.sentAgain(now.get())).isSameAs(claimed);
    }

    private Finding found() {
        return new StuckCheck(incidents, notices).look(now.get()).getFirst();
    }

    /** Each attempt when the longest pause after the one before has ended. */
    private void attempt(int times) {
        for (int i = 0; i < times; i++) {
            now.updateAndGet(before -> before.plus(Duration.ofMinutes(6)));
            TestRelays.deliverDue(relay);
        }
    }
}
