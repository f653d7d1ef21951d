package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.FindingCards;
import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.register.Digests;
import io.beadle.register.DueReviews;
import io.beadle.register.IncidentSearch;
import io.beadle.register.NobodyHolds;
import io.beadle.register.SomeIncidents;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the desk is told by itself: its week, and how an exercise went. */
class DeskSweepsTests {
    private static final TestCards CARDS = TestCards.bundled();

    /** 07:59 in London, on a Monday in winter. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:59:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
    private final RecordingConversations teams = new RecordingConversations();
    private final Address channel = teams.met("desk", Address.Scope.CHANNEL);
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Incidents incidents = StoredIncidents.in(mongo).incidents();
    private final Notices notices = StoredNotices.in(mongo);
    private final Desks desks = StoredDesks.in(mongo);
    private final OutboxRelay relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);

    @Test
    void theWeekIsToldOnMondayAtEightOnceByHoweverManyInstances() {
        WeeklyDigest one = digest();
        WeeklyDigest other = digest();
        assertThat(one.sweep(now.get())).isZero();
        now.set(MONDAY.plusSeconds(60));
        assertThat(one.sweep(now.get()) + other.sweep(now.get())).isEqualTo(1);
        assertThat(one.sweep(now.get())).isZero();
        now.set(MONDAY.plus(Duration.ofDays(1)));
        assertThat(other.sweep(now.get())).isZero();
        assertThat(shown()).singleElement().asString().contains("The week at the desk");
        now.set(MONDAY.plus(Duration.ofDays(7)).plusSeconds(60));
        assertThat(other.sweep(now.get())).isEqualTo(1);
    }

    @Test
    void afterAnOutageItIsToldOnTuesdayAndNoLater() {
        now.set(MONDAY.plus(Duration.ofDays(2)).plusSeconds(60));
        assertThat(digest().sweep(now.get())).isZero();
        now.set(MONDAY.plus(Duration.ofDays(8)).plusSeconds(60));
        assertThat(digest().sweep(now.get())).isEqualTo(1);
    }

    @Test
    void howAnExerciseWentIsToldOnceWhenItIsClosed() {
        DrillSummaries summaries = new DrillSummaries(incidents, FindingCards.overview(CARDS), notices);
        Incident drill = SomeIncidents.stored(incidents, "lost-device", MONDAY, Incident::drill);
        SomeIncidents.stored(
                incidents, "lost-device", MONDAY, i -> SomeIncidents.acknowledged(i, Duration.ofMinutes(1)));
        assertThat(summaries.sweep(now.get())).isZero();
        incidents.change(drill.reference(), i -> SomeIncidents.acknowledged(i, Duration.ofMinutes(7)));
        incidents.change(drill.reference(), i -> i.close("resolved", SomeIncidents.PRIYA, MONDAY.plusSeconds(3_000)));
        now.set(MONDAY.plus(Duration.ofHours(1)));
        assertThat(summaries.sweep(now.get())).isEqualTo(1);
        assertThat(summaries.sweep(now.get())).isZero();
        assertThat(shown())
                .anyMatch(card -> card.contains("EXERCISE over: " + drill.reference())
                        && card.contains("Priya Officer acknowledged after 7 minutes")
                        && card.contains("Two people acknowledge it: in time"));
    }

    private WeeklyDigest digest() {
        Digests digests = new Digests(
                incidents,
                new DueReviews(
                        incidents,
                        new IncidentSearch(incidents, NobodyHolds.confidence(CARDS.content()), TestCards.LONDON),
                        CARDS.content().duties(),
                        NobodyHolds.any(CARDS.content())),
                StoredQuestions.in(mongo).asked(),
                CARDS.content().acts(),
                CARDS.content().duties());
        return new WeeklyDigest(digests, FindingCards.overview(CARDS), notices, TestCards.LONDON);
    }

    private List<String> shown() {
        if (desks.current().isEmpty()) {
            desks.set(new Desk(channel.conversation(), SomeIncidents.PRIYA, MONDAY));
        }
        while (TestRelays.deliverDue(relay) > 0) {
            // news may have come meanwhile
        }
        return teams.shownIn("desk").stream().map(Call::text).toList();
    }
}
