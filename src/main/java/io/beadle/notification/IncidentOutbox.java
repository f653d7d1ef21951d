package io.beadle.notification;

import io.beadle.card.AlertCard;
import io.beadle.card.Card;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What incidents have in their outbox: the one card that shows each on the desk. */
@Component
final class IncidentOutbox implements Outbox {
    private final Incidents incidents;
    private final DeskChannel desk;
    private final AlertCard card;
    private final InstantSource clock;

    IncidentOutbox(Incidents incidents, DeskChannel desk, AlertCard card, InstantSource clock) {
        this.incidents = incidents;
        this.desk = desk;
        this.card = card;
        this.clock = clock;
    }

    @Override
    public List<Outbox.Delivery> due(Instant now, int limit) {
        return desk.isSet()
                ? incidents.outboxDue(OutboxMessage.Kind.DESK_CARD, now, limit).stream()
                        .flatMap(incident -> incident.nextMessage(OutboxMessage.Kind.DESK_CARD, now).stream()
                                .map(message -> (Outbox.Delivery) new Alert(incident, message)))
                        .toList()
                : List.of();
    }

    long waiting() {
        return incidents.outboxWaiting(0);
    }

    private final class Alert implements Outbox.Delivery {
        private final OutboxMessage message;
        private Incident incident;
        private String claim = "";

        Alert(Incident incident, OutboxMessage message) {
            this.incident = incident;
            this.message = message;
        }

        @Override
        public boolean claim(String newClaim, Instant now, Duration lease) {
            Optional<Incident> claimed = incidents
                    .change(incident.reference(), i -> i.claim(message, newClaim, now, lease))
                    .filter(stored -> stored.holds(message, newClaim));
            claimed.ifPresent(stored -> {
                incident = stored;
                claim = newClaim;
            });
            return claimed.isPresent();
        }

        @Override
        public int attempts() {
            return incident.outbox().stream()
                    .filter(m -> m.key().equals(message.key()))
                    .mapToInt(OutboxMessage::attempts)
                    .findFirst()
                    .orElse(1);
        }

        @Override
        public void tell() {
            Card shown = card.of(incident, clock.instant());
            DeskPost post = desk.show(incident.deskPost(), Message.card(shown.json(), shown.summary()));
            boolean kept = incidents
                    .change(incident.reference(), i -> i.delivered(message, claim, post, clock.instant()))
                    .filter(stored -> post.equals(stored.deskPost()))
                    .isPresent();
            if (!kept) {
                Incident now = incidents.find(incident.reference()).orElse(incident);
                desk.takeBack(post, now.deskPost(), this);
            }
        }

        @Override
        public void retryAt(Instant next) {
            incidents.change(incident.reference(), i -> i.retry(message, claim, next));
        }

        @Override
        public String toString() {
            return "incident=" + incident.reference() + " kind=" + message.kind();
        }
    }
}
