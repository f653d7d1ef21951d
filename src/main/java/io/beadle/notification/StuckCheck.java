package io.beadle.notification;

import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether something was tried in vain so often that it will not pass by itself, be it for a desk, a person or another system. */
@Component
final class StuckCheck implements SelfCheck {
    private static final String STUCK = "selftest.stuck";

    /** More are not counted. */
    private static final int COUNTED = 100;

    private final Incidents incidents;
    private final Notices notices;

    StuckCheck(Incidents incidents, Notices notices) {
        this.incidents = incidents;
        this.notices = notices;
    }

    @Override
    public String about() {
        return STUCK;
    }

    @Override
    public List<Finding> look(Instant now) {
        int ofIncidents = incidents.stuck(OutboxMessage.STUCK, COUNTED).size();
        int others = notices.stuck(OutboxMessage.STUCK, COUNTED).size();
        return List.of(
                ofIncidents + others == 0
                        ? Finding.ok(STUCK, "selftest.stuck.none")
                        : Finding.failed(STUCK, "selftest.stuck.some", ofIncidents, others));
    }
}
