package io.beadle.privacy;

import io.beadle.privacy.AuditLog.What;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was deleted and erased, as the instance's chain has it. */
public record Certificates(AuditLog audit) {
    /** Of what was deleted in bulk, by day and kind, latest first. */
    public List<AuditLog.Entry> bulk(int most) {
        try (Stream<AuditLog.Entry> expired = audit.all(What.EXPIRED);
                Stream<AuditLog.Entry> cut = audit.all(What.CUT)) {
            return latest(Stream.concat(expired, cut), most);
        }
    }

    /** Of incidents, latest first; without those of what was not purged after all. */
    public List<AuditLog.Entry> latest(int most) {
        Map<String, Long> taken = new HashMap<>();
        try (Stream<AuditLog.Entry> not = audit.all(What.NOT_PURGED)) {
            not.forEach(entry -> taken.merge(entry.about(), entry.n(), Math::max));
        }
        try (Stream<AuditLog.Entry> purged = audit.all(What.PURGED);
                Stream<AuditLog.Entry> erased = audit.all(What.ERASED)) {
            return latest(
                    Stream.concat(purged.filter(entry -> entry.n() > taken.getOrDefault(entry.about(), 0L)), erased),
                    most);
        }
    }

    private static List<AuditLog.Entry> latest(Stream<AuditLog.Entry> entries, int most) {
        return entries.sorted(Comparator.comparingLong(AuditLog.Entry::n).reversed())
                .limit(most)
                .toList();
    }
}
