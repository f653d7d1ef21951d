package io.beadle.privacy;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.privacy.AuditLog.What;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cuts the beginning off the instance's chain within a month after its time was over. One that does not hold is left whole: it is
 * evidence.
 */
@Component
class AuditExpiry implements Sweep {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int BATCH = 100;
    private static final Logger log = LoggerFactory.getLogger(AuditExpiry.class);

    private final AuditLog audit;
    private final AuditCheck check;
    private final IncidentChains incidents;
    private final Retention retention;

    AuditExpiry(AuditLog audit, AuditCheck check, IncidentChains incidents, Retention retention) {
        this.audit = audit;
        this.check = check;
        this.incidents = incidents;
        this.retention = retention;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public long sweep(Instant now) {
        Instant before = now.minus(retention.of(Kept.AUDIT));
        if (audit.begins().filter(began -> began.isBefore(before.minus(MONTH))).isEmpty()) {
            return 0;
        }
        AuditCheck.Verdict verdict = check.check();
        if (!verdict.holds()) {
            log.warn("audit not cut broken={}", verdict.broken().size());
            return 0;
        }
        witness(now);
        return audit.cut(before, now);
    }

    /** Anew, of all incidents: what was noted of how their chains end may be in what is cut off. */
    private void witness(Instant now) {
        Map<String, String> heads = new LinkedHashMap<>();
        try (Stream<IncidentChains.Kept> all = incidents.all()) {
            all.map(IncidentChains.Kept::trail).forEach(trail -> {
                heads.put(trail.chain(), trail.head());
                if (heads.size() == BATCH) {
                    audit.add(What.WITNESSED, "", "", heads, now);
                    heads.clear();
                }
            });
        }
        if (!heads.isEmpty()) {
            audit.add(What.WITNESSED, "", "", heads, now);
        }
    }
}
