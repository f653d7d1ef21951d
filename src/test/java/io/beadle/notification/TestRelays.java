package io.beadle.notification;

import io.beadle.card.TestCards;
import io.beadle.incident.Incidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Administrators;
import io.beadle.people.mongo.StoredCode;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Relays that a test drives by hand. */
public final class TestRelays {
    private TestRelays() {}

    /** A relay that finds no notices. */
    public static OutboxRelay relay(
            Incidents incidents, Desks desks, RecordingConversations teams, TestCards cards, InstantSource clock) {
        return relay(incidents, StoredNotices.in(SharedStore.newDatabase()), desks, teams, cards, clock);
    }

    public static OutboxRelay relay(
            Incidents incidents,
            Notices notices,
            Desks desks,
            RecordingConversations teams,
            TestCards cards,
            InstantSource clock) {
        DeskLosses losses = losses(notices, desks, teams, cards, clock);
        DeskChannel desk = new DeskChannel(desks, teams, teams, losses);
        return new OutboxRelay(
                new IncidentOutbox(incidents, desk, cards.alert(), clock),
                new ReporterOutbox(incidents, teams, teams, cards.news(), clock),
                new NoticeOutbox(notices, desk, teams, teams, clock),
                desk,
                clock);
    }

    /** With the administrator "admin". */
    static DeskLosses losses(
            Notices notices, Desks desks, RecordingConversations teams, TestCards cards, InstantSource clock) {
        return new DeskLosses(
                desks,
                teams,
                teams,
                notices,
                new Administrators(Set.of("admin"), false, StoredCode.in(SharedStore.newDatabase())),
                cards.content().routes(),
                cards.messages(),
                clock);
    }

    /** What the expiry of notices does at that time. */
    public static void expire(Notices notices, Instant now) {
        new NoticeExpiry(notices).sweep(now);
    }

    /** One round, as the relay's own thread does it, and the end of its deliveries; how many were begun. */
    public static int deliverDue(OutboxRelay relay) {
        int begun = relay.beginDue();
        if (!relay.awaitDeliveries(Duration.ofSeconds(10))) {
            throw new AssertionError("A delivery does not end");
        }
        return begun;
    }
}
