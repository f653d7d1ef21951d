package io.beadle.notification;

import java.time.Duration;

/** The application's own relay, driven by hand, so that what is delivered when does not depend on threads. */
public final class RelayAtRest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final OutboxRelay relay;

    /** Stops the relay: from now on it delivers only when told to. */
    public RelayAtRest(OutboxRelay relay) {
        this.relay = relay;
        relay.stop();
    }

    /** Delivers what is due and waits for it; returns how many deliveries were begun. */
    public int deliver() {
        int begun = relay.beginDue();
        if (!relay.awaitDeliveries(LONGEST)) {
            throw new AssertionError("Deliveries are still under way after " + LONGEST);
        }
        return begun;
    }
}
