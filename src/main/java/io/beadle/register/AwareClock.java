package io.beadle.register;

import io.beadle.incident.Act;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when the 72 hours count (G2): both times stay visible.
 *
 * @param reported when Beadle accepted the report
 * @param firstNoticed the earliest that anybody working for the council noticed, as reported
 * @param noticed the same as it counts
 * @param movedBy who moved it, null if nobody did
 * @param why it was moved, empty if it was not
 */
public record AwareClock(
        Instant reported,
        Instant firstNoticed,
        Instant noticed,
        @Nullable Person movedBy,
        String why) {
    /** UK GDPR, Article 33(1). */
    public static final Duration LIMIT = Duration.ofDays(3);

    private static final String CLOCK = "clock";

    static AwareClock of(Incident incident) {
        CaseFile file = new CaseFile(incident);
        return new AwareClock(
                incident.report().reported(),
                file.firstNoticed(),
                file.noticed(),
                file.latest(CLOCK).map(Act::by).orElse(null),
                file.latest(CLOCK, "reason"));
    }

    /** Not later than this, and without undue delay. */
    public Instant limit() {
        return noticed.plus(LIMIT);
    }

    /** The person's id alone: the reason never reaches a log. */
    @Override
    public String toString() {
        return "AwareClock[" + noticed + "]";
    }
}
