package io.beadle.notification;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What incidents have in their outbox of one kind: each message is leased, told by its courier, and tried again. */
final class IncidentOutbox implements Outbox {
    /** So that what waits for a desk that nobody has chosen does not hide what can be told. */
    private static final int LOOKED_AT = 200;

    private final Incidents incidents;
    private final Courier courier;

    IncidentOutbox(Incidents incidents, Courier courier) {
        this.incidents = incidents;
        this.courier = courier;
    }

    @Override
    public List<Outbox.Delivery> due(Instant now, int limit, Predicate<Place> free) {
        return incidents.outboxDue(courier.kind(), now, LOOKED_AT).stream()
                .filter(courier::canTell)
                .flatMap(incident -> incident.messages(courier.kind(), now)
                        .map(message -> new Leased(incident.reference(), message, courier.place(incident, message)))
                        .filter(leased -> leased.place().stream().allMatch(free))
                        .limit(1))
                .<Outbox.Delivery>map(leased -> leased)
                .limit(limit)
                .toList();
    }

    @Override
    public Duration lease() {
        return courier.lease();
    }

    @Override
    public Duration longestPause() {
        return courier.longestPause();
    }

    private final class Leased implements Outbox.Delivery {
        private final String reference;
        private final OutboxMessage message;
        private final Optional<Place> place;
        private Courier.@Nullable Claimed claimed;

        Leased(String reference, OutboxMessage message, Optional<Place> place) {
            this.reference = reference;
            this.message = message;
            this.place = place;
        }

        @Override
        public Optional<Place> place() {
            return place;
        }

        @Override
        public boolean claim(String claim, Instant now, Duration lease) {
            Optional<Incident> stored = incidents
                    .change(reference, i -> i.claim(message, claim, now, lease))
                    .filter(i -> i.holds(message, claim));
            claimed = stored.map(i -> new Courier.Claimed(i, message, claim)).orElse(null);
            return stored.isPresent();
        }

        @Override
        public int attempts() {
            return message.attempts() + 1;
        }

        @Override
        public void tell() {
            courier.tell(claimed());
        }

        @Override
        public void refused(DeliveryException refusal, Instant next) {
            incidents.change(reference, i -> courier.refused(i, claimed(), refusal, next));
        }

        private Courier.Claimed claimed() {
            return Objects.requireNonNull(claimed, "Not claimed");
        }

        @Override
        public String toString() {
            return "incident=" + reference + " kind=" + message.kind();
        }
    }
}
