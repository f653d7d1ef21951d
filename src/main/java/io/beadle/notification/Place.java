package io.beadle.notification;

import java.time.Duration;
import java.util.List;

/**
 * Where something is to be told, and how much of what the platform takes there it may use up.
 *
 * @param conversation a desk's channel, or whoever is told in person; empty where it goes to several people
 * @param shared whether it is a channel, to which all instances post; a person's chat is counted by each for itself, and not stored (G8)
 * @param urgent whether it may use what is kept back for what is urgent
 */
record Place(String conversation, boolean shared, boolean urgent) {
    /** Teams' own limits for one bot in one conversation ("rate-limit", November 2026). */
    static final List<Limit> TAKEN = List.of(
            limit(Duration.ofSeconds(1), 7),
            limit(Duration.ofSeconds(2), 8),
            limit(Duration.ofSeconds(30), 60),
            limit(Duration.ofHours(1), 1_800));

    /** What is not urgent leaves a part of each: for what is, and for answers to what people say in the channel. */
    private static final List<Limit> NOT_URGENT = List.of(
            limit(Duration.ofSeconds(1), 4),
            limit(Duration.ofSeconds(2), 5),
            limit(Duration.ofSeconds(30), 45),
            limit(Duration.ofHours(1), 1_500));

    /** Of about thirty requests a second of one app in one tenant; the others are for answers. */
    private static final List<Limit> OF_ALL = List.of(limit(Duration.ofSeconds(1), 20));

    private static final List<Limit> OF_ALL_NOT_URGENT = List.of(limit(Duration.ofSeconds(1), 15));

    /** Names the count of all that is sent, wherever to. */
    static final String EVERYWHERE = "everywhere";

    static Place channel(String conversation, boolean urgent) {
        return new Place(conversation, true, urgent);
    }

    static Place person(String conversation, boolean urgent) {
        return new Place(conversation, false, urgent);
    }

    /** Several people, each in their own chat. */
    static Place people() {
        return new Place("", false, false);
    }

    List<Limit> limits() {
        return urgent ? TAKEN : NOT_URGENT;
    }

    static List<Limit> limitsOfAll(boolean urgent) {
        return urgent ? OF_ALL : OF_ALL_NOT_URGENT;
    }

    private static Limit limit(Duration within, int most) {
        return new Limit(within, most);
    }
}
