package io.beadle.teams;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** By what Beadle shows Teams that it is Beadle. */
interface Credentials {
    /**
     * A token good for some minutes at least; null in local mode. May block for a round trip, as long as it may take.
     *
     * @throws DeliveryException if there is none by then
     */
    @Nullable
    String token(Duration within);
}
