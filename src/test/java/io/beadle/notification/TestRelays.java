package io.beadle.notification;

import io.beadle.card.TestCards;
import io.beadle.incident.Incidents;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.InstantSource;

/** Relays that a test drives by hand. */
public final class TestRelays {
    private TestRelays() {}

    public static OutboxRelay relay(
            Incidents incidents, Desks desks, RecordingConversations teams, TestCards cards, InstantSource clock) {
        return new OutboxRelay(incidents, new DeskAlerts(desks, teams, teams, cards.alert(), clock), clock);
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
