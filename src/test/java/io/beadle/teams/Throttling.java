package io.beadle.teams;

import java.time.Instant;

/** Holds conversations as a 429 does, for tests of other packages. */
public final class Throttling {
    private Throttling() {}

    public static void hold(Throttles throttles, String conversation, Instant until) {
        throttles.hold(conversation, until);
    }
}
