package io.beadle.teams;

import org.jspecify.annotations.Nullable;

/** By what Beadle shows Teams that it is Beadle. */
interface Credentials {
    /** A token good for some minutes at least; null in local mode. May block for a round trip. */
    @Nullable
    String token();
}
