package io.beadle.teams;

import io.beadle.teams.AnsweredActivities.Reply;
import io.beadle.teams.RefusedException.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Every refusal is logged and counted by its reason, and tells the caller nothing but a status. */
@Component
class Refusals {
    /** Its one tag is {@code reason}. */
    static final String COUNTER = "beadle.teams.refused";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
        for (Reason reason : Reason.values()) {
            count(reason, 0); // so that a reason that never was is seen to be at zero
        }
    }

    Reply of(Reason reason) {
        LOG.warn("Refused an activity: status={} reason={}", reason.status, reason);
        count(reason, 1);
        return new Reply(reason.status, "");
    }

    private void count(Reason reason, int more) {
        meters.counter(COUNTER, "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment(more);
    }
}
