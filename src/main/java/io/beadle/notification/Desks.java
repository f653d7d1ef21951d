package io.beadle.notification;

import java.util.Optional;

/** Which channel is the desk, and who made it so. */
public interface Desks {
    /** The desk, if one was ever chosen. */
    Optional<Desk> current();

    /** Makes a channel the desk; every choice is kept. */
    void set(Desk desk);
}
