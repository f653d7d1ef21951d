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

    /**
     * One that was asked for just now, where that can be told: one kept may outlive the credential that it was given for.
     *
     * @throws DeliveryException if there is none by then
     */
    default @Nullable String fresh(Duration within) {
        return token(within);
    }
}
