package io.beadle.notification;

import io.beadle.card.AlertCard;
import io.beadle.card.Card;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Severity;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one card that shows an incident at its desk. */
@Component
final class DeskCourier implements Courier {
    private final Incidents incidents;
    private final DeskChannel desk;
    private final AlertCard card;
    private final InstantSource clock;

    DeskCourier(Incidents incidents, DeskChannel desk, AlertCard card, InstantSource clock) {
        this.incidents = incidents;
        this.desk = desk;
        this.card = card;
        this.clock = clock;
    }

    @Override
    public OutboxMessage.Kind kind() {
        return OutboxMessage.Kind.DESK_CARD;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        return desk.place(incident.desk(), incident.deskPost(), incident.severity() == Severity.HIGH);
    }

    /** An update and a post. What a dead instance had begun is another's soon: an alert waits no longer than a minute. */
    @Override
    public Duration lease() {
        return Duration.ofSeconds(50);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean canTell(Incident incident) {
        return incident.desk().isEmpty() || desk.isSet(incident.desk());
    }

    /** What is for no desk is shown at none, not even the main one. What was restricted, or moved to another desk, since the card was drawn is taken away from there again. */
    @Override
    public void tell(Claimed claimed) {
        Incident incident = claimed.incident();
        if (incident.desk().isEmpty()) {
            incidents.change(incident.reference(), i -> i.told(claimed.message(), claimed.claim(), clock.instant()));
            return;
        }
        Card shown = card.of(incident, clock.instant());
        DeskPost post = desk.show(incident.desk(), incident.deskPost(), Message.card(shown.json(), shown.summary()));
        Optional<Incident> stored = incidents.change(
                incident.reference(),
                i -> i.desk().equals(incident.desk())
                        ? i.delivered(claimed.message(), claimed.claim(), post, clock.instant())
                        : i.misplaced(claimed.message(), claimed.claim(), post, clock.instant()));
        boolean kept = stored.filter(i -> post.equals(i.deskPost()) || isToBeCleared(i, post))
                .isPresent();
        if (!kept) {
            Incident now = incidents.find(incident.reference()).orElse(incident);
            desk.takeBack(post, now.deskPost(), claimed);
        }
    }

    private static boolean isToBeCleared(Incident incident, DeskPost post) {
        return incident.outbox().stream().anyMatch(message -> post.equals(message.cleared()));
    }
}
