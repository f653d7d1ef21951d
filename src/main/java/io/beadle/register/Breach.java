package io.beadle.register;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.Optional;

/** An entry of the breach register (UK GDPR, Article 33(5); G32): an incident that is, or may be, a personal-data breach. */
public record Breach(Incident incident, BreachAssessment assessment) {
    /**
     * The entry that an incident makes. What the data protection officer found counts before what the reporter believed; a
     * decision about the Commissioner makes an entry in any case. A drill makes none.
     */
    public static Optional<Breach> of(Incident incident) {
        if (incident.exercise()) {
            return Optional.empty();
        }
        BreachAssessment assessment = BreachAssessment.of(incident);
        return assessment.isDecided() || new CaseFile(incident).mayBeBreach()
                ? Optional.of(new Breach(incident, assessment))
                : Optional.empty();
    }

    /** Whether nobody has decided about the Commissioner: the 72 hours run, or have run out. */
    public boolean isClockOpen() {
        return !assessment.isDecided();
    }

    public boolean isOverdue(Instant now) {
        return isClockOpen() && now.isAfter(assessment.clock().limit());
    }

    public boolean isRestricted() {
        return new CaseFile(incident).isRestricted();
    }
}
