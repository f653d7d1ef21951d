package io.beadle.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which channels are the desks, who made them so, and which of them are lost. */
public interface Desks {
    /** The main desk, if one was ever chosen and is not lost. */
    default Optional<Desk> current() {
        return find(Desk.MAIN).filter(desk -> !desk.isLost());
    }

    /** The desk of this name, lost or not, if a channel was ever chosen for it. */
    Optional<Desk> find(String id);

    /** The desks for which a channel was ever chosen, lost or not; the content may no longer name one of them. */
    List<Desk> all();

    /** Makes a channel the desk of that name; the choice that it replaces is kept besides. */
    void set(Desk desk);

    /** Deletes the choices that were replaced before then. */
    long deleteReplacedBefore(Instant before);

    /** Notes that Beadle cannot write there any more; false if that is known, or another was chosen meanwhile. */
    boolean lose(Desk desk, Instant at);

    /** Notes that Beadle can write there again. */
    void regain(Desk desk);
}
