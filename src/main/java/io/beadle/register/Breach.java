package io.beadle.register;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An entry of the breach register (UK GDPR, Article 33(5); G32): an incident that is, or may be, a personal-data breach. */
public record Breach(Incident incident, BreachAssessment assessment) {
    private static final Set<String> NO_BREACH = Set.of("event", "weakness", "near-miss");

    /** How an incident ends whose breach is another one's entry, or that was none. */
    private static final Set<String> NONE = Set.of("merged", "no-incident");

    /**
     * The entry that an incident makes. What the data protection officer found counts before what the reporter believed; a
     * decision about the Commissioner makes an entry in any case. A drill makes none.
     */
    public static Optional<Breach> of(Incident incident) {
        if (incident.exercise()) {
            return Optional.empty();
        }
        BreachAssessment assessment = BreachAssessment.of(incident);
        return assessment.isDecided() || mayBeOne(incident)
                ? Optional.of(new Breach(incident, assessment))
                : Optional.empty();
    }

    private static boolean mayBeOne(Incident incident) {
        CaseFile file = new CaseFile(incident);
        boolean ended =
                incident.closing() != null && NONE.contains(incident.closing().outcome());
        return !ended && !NO_BREACH.contains(file.latest("classify", "kind")) && file.breach() != CaseFile.Breach.NO;
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
