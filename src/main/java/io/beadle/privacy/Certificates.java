package io.beadle.privacy;

import io.beadle.privacy.AuditLog.What;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was purged and erased, as the instance's chain has it. */
public record Certificates(AuditLog audit) {
    /** Latest first; without those of what was not purged after all. */
    public List<AuditLog.Entry> latest(int most) {
        Map<String, Long> taken = new HashMap<>();
        try (Stream<AuditLog.Entry> not = audit.all(What.NOT_PURGED)) {
            not.forEach(entry -> taken.merge(entry.about(), entry.n(), Math::max));
        }
        try (Stream<AuditLog.Entry> purged = audit.all(What.PURGED);
                Stream<AuditLog.Entry> erased = audit.all(What.ERASED)) {
            return Stream.concat(purged.filter(entry -> entry.n() > taken.getOrDefault(entry.about(), 0L)), erased)
                    .sorted(Comparator.comparingLong(AuditLog.Entry::n).reversed())
                    .limit(most)
                    .toList();
        }
    }
}
