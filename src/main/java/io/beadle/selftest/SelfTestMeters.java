package io.beadle.selftest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How many parts the last self-test found in each state; not a number before the first. */
@Component
final class SelfTestMeters {
    SelfTestMeters(MeterRegistry meters, SelfTest test) {
        for (Finding.State state : Finding.State.values()) {
            Gauge.builder("beadle.self.test", test, t -> count(t, state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private static double count(SelfTest test, Finding.State state) {
        SelfTest.Result last = test.last();
        return last == null ? Double.NaN : last.in(state).size();
    }
}
