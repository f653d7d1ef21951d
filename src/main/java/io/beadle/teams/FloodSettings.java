package io.beadle.teams;

import io.beadle.teams.Allowances.Rate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one person may send at all, whatever it is.
 *
 * @param activities more than anybody writes and taps
 */
@ConfigurationProperties("beadle.limits")
record FloodSettings(Rate activities) {
    private static final Rate MORE_THAN_ANYBODY_TAPS = new Rate(200, 120);

    FloodSettings(@Nullable Rate activities) {
        this.activities = activities == null ? MORE_THAN_ANYBODY_TAPS : activities;
    }
}
