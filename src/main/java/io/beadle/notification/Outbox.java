package io.beadle.notification;

import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A place where things wait to be told, for the relay. */
interface Outbox {
    /**
     * What a relay may take now, most urgent first and then longest waiting, at most {@code limit}.
     *
     * @param free whether something may be sent to that place now: what is for another waits
     */
    List<Delivery> due(Instant now, int limit, Predicate<Place> free);

    /** How long nobody else may tell one that was claimed. */
    default Duration lease() {
        return OutboxRelay.LEASE;
    }

    /** The longest pause after a refusal. */
    default Duration longestPause() {
        return OutboxRelay.LONGEST_PAUSE;
    }

    /** One of the things that wait. Its text says what it is, for the log. */
    interface Delivery {
        /** Where it is to be told; empty where that is not Teams, or it only says who is to be told what. */
        Optional<Place> place();

        /** Leases it to the caller, who alone may tell it until the lease ends; false when another came first. */
        boolean claim(String claim, Instant now, Duration lease);

        /** How often it was claimed, this time included. */
        int attempts();

        /**
         * Tells it, and stores that it was told. What was told under a lease that had ended is taken back.
         *
         * @throws DeliveryException if Teams did not take it
         */
        void tell();

        /** Lets it be taken again from then on, unless another has taken it meanwhile. */
        void refused(DeliveryException refusal, Instant next);
    }
}
