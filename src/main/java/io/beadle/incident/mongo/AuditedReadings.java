package io.beadle.incident.mongo;

import io.beadle.incident.Readings;
import io.beadle.privacy.AuditLog;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Readings as entries of the instance's chain. */
@Repository
class AuditedReadings implements Readings {
    private final AuditLog audit;

    AuditedReadings(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void add(Reading reading) {
        audit.add(AuditLog.What.CASE_OPENED, reading.incident(), reading.person(), reading.at());
    }

    @Override
    public List<Reading> of(String incident) {
        return audit.about(incident).stream()
                .filter(entry -> entry.what() == AuditLog.What.CASE_OPENED)
                .map(entry -> new Reading(entry.about(), entry.by(), entry.at()))
                .sorted(Comparator.comparing(Reading::at))
                .toList();
    }
}
