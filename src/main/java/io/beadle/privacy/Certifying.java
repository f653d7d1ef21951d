package io.beadle.privacy;

import io.beadle.privacy.AuditLog.What;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Puts a certificate into the instance's chain for each day and kind of what was deleted in bulk: how much, and nothing of whom
 * (G14). A crash in between may leave two of the same.
 */
@Component
class Certifying implements Sweep {
    /** Whatever began to delete before midnight has counted it by then. */
    private static final Duration LATE = Duration.ofHours(1);

    private final Deletions deletions;
    private final AuditLog audit;

    Certifying(Deletions deletions, AuditLog audit) {
        this.deletions = deletions;
        this.audit = audit;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        List<Deletions.Day> over = deletions.before(LocalDate.ofInstant(now.minus(LATE), ZoneOffset.UTC));
        for (Deletions.Day day : over) {
            audit.add(
                    What.EXPIRED,
                    "",
                    "",
                    Map.of(
                            "rule", day.kind().id(),
                            "day", day.day().toString(),
                            "count", Long.toString(day.count())),
                    now);
            deletions.delete(day);
        }
        return over.size();
    }
}
