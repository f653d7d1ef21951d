package io.beadle.notification;

import io.beadle.teams.Throttles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A story takes no time, and Teams' limits are of real time: nothing is made to wait for them. To be imported, and no component: what scans
 * for these without being a test would find it.
 */
public class Unhurried {
    private static final Paces UNLIMITED = new Paces() {
        @Override
        public boolean allows(String place, List<Limit> limits, Instant now) {
            return true;
        }

        @Override
        public boolean take(String place, List<Limit> limits, Instant now) {
            return true;
        }
    };

    /** What Teams asks to leave alone is left alone all the same. */
    @Bean
    @Primary
    Pace unhurried(Throttles throttles) {
        return pace(throttles);
    }

    static Pace pace(Throttles throttles) {
        return new Pace(UNLIMITED, UNLIMITED, throttles, InstantSource.system());
    }
}
