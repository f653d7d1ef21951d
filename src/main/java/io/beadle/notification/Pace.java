package io.beadle.notification;

import io.beadle.teams.Throttles;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How fast Beadle sends of its own accord: no faster than Teams takes it in one conversation, and in all of them together, and not
 * to a conversation that Teams has asked to leave alone for a while.
 */
@Component
final class Pace {
    private final Paces shared;
    private final Paces own;
    private final Throttles throttles;
    private final InstantSource clock;

    /** By the time of day as it is, whatever the rest of Beadle goes by: the limits are Teams'. */
    @Autowired
    Pace(Paces shared, Throttles throttles) {
        this(shared, new OwnPaces(), throttles, InstantSource.system());
    }

    Pace(Paces shared, Paces own, Throttles throttles, InstantSource clock) {
        this.shared = shared;
        this.own = own;
        this.throttles = throttles;
        this.clock = clock;
    }

    /** Whether something may be sent anywhere now. */
    boolean hasRoom(boolean urgent) {
        return shared.allows(Place.EVERYWHERE, Place.limitsOfAll(urgent), clock.instant());
    }

    /** Whether something may be sent there now, if anywhere. */
    boolean isFree(Place place) {
        Instant now = clock.instant();
        return !throttles.isHeld(place.conversation(), now)
                && (place.conversation().isEmpty() || of(place).allows(place.conversation(), place.limits(), now));
    }

    /** Whether it may be sent there now, which counts as sent. What is counted and then not sent leaves a gap, and no more. */
    boolean take(Place place) {
        Instant now = clock.instant();
        return !throttles.isHeld(place.conversation(), now)
                && (place.conversation().isEmpty() || of(place).take(place.conversation(), place.limits(), now))
                && shared.take(Place.EVERYWHERE, Place.limitsOfAll(place.urgent()), now);
    }

    private Paces of(Place place) {
        return place.shared() ? shared : own;
    }
}
