package io.beadle.notification;

import io.beadle.incident.Incident;
import io.beadle.incident.OutboxMessage;
import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells what incidents have in their outbox of one kind. Leases and retries are {@link IncidentOutbox}'s. */
interface Courier {
    OutboxMessage.Kind kind();

    /** Whether what the incident has to tell can be told now, or has to wait for somebody. */
    default boolean canTell(Incident incident) {
        return true;
    }

    /** Where it tells that; empty where not in Teams. */
    Optional<Place> place(Incident incident, OutboxMessage message);

    /** How long nobody else may tell it: longer than a delivery with all its calls and their retries may take. */
    default Duration lease() {
        return OutboxRelay.LEASE;
    }

    /** The longest pause after a refusal; pauses double from five seconds on. */
    default Duration longestPause() {
        return OutboxRelay.LONGEST_PAUSE;
    }

    /**
     * Tells it, and stores that it was told.
     *
     * @throws DeliveryException if it was not taken: it is tried again
     */
    void tell(Claimed claimed);

    /** The incident, as it is now, with the message to be tried again from {@code next} on. */
    default Incident refused(Incident incident, Claimed claimed, DeliveryException refusal, Instant next) {
        return refusal.mayHaveArrived()
                ? incident.doubt(claimed.message(), claimed.claim(), next)
                : incident.retry(claimed.message(), claimed.claim(), next);
    }

    /**
     * A message under a lease.
     *
     * @param incident as it was when the message was claimed
     * @param claim void once another relay took the message over
     */
    record Claimed(Incident incident, OutboxMessage message, String claim) {
        @Override
        public String toString() {
            return "incident=" + incident.reference() + " kind=" + message.kind();
        }
    }
}
