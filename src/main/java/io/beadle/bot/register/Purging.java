package io.beadle.bot.register;

import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.WaitingFiles;
import io.beadle.notification.CardsInPerson;
import io.beadle.notification.Notices;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.AuditLog.What;
import io.beadle.register.CustodyLog;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes incidents whose time is over, each with all that is kept of it elsewhere, and leaves a certificate in the instance's
 * chain: by which rule, when, and how much, and nothing of what it said (G14).
 */
@Component
class Purging implements Sweep {
    /** So many at once: the store has other work. */
    static final int BATCH = 50;

    /** What an interrupted purge left is taken away within this time. */
    private static final Duration TIDIED = Duration.ofDays(2);

    private static final Logger log = LoggerFactory.getLogger(Purging.class);

    private final Incidents incidents;
    private final Keeping keeping;
    private final EvidenceFiles evidence;
    private final WaitingFiles waiting;
    private final SealedReporters sealed;
    private final CardsInPerson cards;
    private final Notices notices;
    private final CustodyLog custody;
    private final AuditLog audit;

    Purging(
            Incidents incidents,
            Keeping keeping,
            EvidenceFiles evidence,
            WaitingFiles waiting,
            SealedReporters sealed,
            CardsInPerson cards,
            Notices notices,
            CustodyLog custody,
            AuditLog audit) {
        this.incidents = incidents;
        this.keeping = keeping;
        this.evidence = evidence;
        this.waiting = waiting;
        this.sealed = sealed;
        this.cards = cards;
        this.notices = notices;
        this.custody = custody;
        this.audit = audit;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        tidy(now);
        return keeping.latestClosing(now).map(latest -> over(latest, now)).orElse(List.of()).stream()
                .filter(incident -> isPurged(incident, now))
                .count();
    }

    private List<Incident> over(Instant latest, Instant now) {
        try (Stream<Incident> closed = incidents.closedBy(latest)) {
            return closed.filter(incident -> keeping.isOver(incident, now))
                    .limit(BATCH)
                    .toList();
        }
    }

    /** The certificate first: an incident that is gone without one would be taken for a crime. */
    private boolean isPurged(Incident incident, Instant now) {
        if (!(keeping.of(incident) instanceof Keeping.Fate.Until until)) {
            return false;
        }
        String reference = incident.reference();
        audit.add(
                What.PURGED,
                reference,
                "",
                Map.of(
                        "rule", until.rule().id(),
                        "draft", incident.draft(),
                        "statements", Integer.toString(incident.statements().size()),
                        "acts", Integer.toString(incident.acts().size()),
                        "files", Integer.toString(evidence.of(incident.draft()).size()),
                        "notices",
                                Integer.toString(
                                        told(reference, incident.draft()).size()),
                        "head", incidents.head(incident)),
                now);
        if (!incidents.delete(incident)) {
            audit.add(What.NOT_PURGED, reference, "", now);
            return false;
        }
        forget(reference, incident.draft(), now);
        log.info("incident purged incident={} rule={}", reference, until.rule().id());
        return true;
    }

    private void forget(String reference, String draft, Instant now) {
        told(reference, draft).forEach(notices::delete);
        evidence.deleteOf(draft);
        waiting.deleteOf(draft);
        sealed.delete(draft);
        cards.of(reference).forEach(cards::delete);
        custody.deleteOf(reference);
        audit.forget(reference, now);
    }

    /** The notices of it, and of the draft and the files it was made from. */
    private List<String> told(String reference, String draft) {
        return Stream.of(reference, draft)
                .flatMap(subject -> notices.about(subject).stream())
                .toList();
    }

    /** A process that dies between an incident and what is kept of it elsewhere leaves the certificate to go by. */
    private void tidy(Instant now) {
        try (Stream<AuditLog.Entry> certificates = audit.all(What.PURGED)) {
            certificates
                    .filter(entry -> entry.at().isAfter(now.minus(TIDIED)))
                    .filter(entry -> incidents.find(entry.about()).isEmpty())
                    .toList()
                    .forEach(entry -> forget(entry.about(), entry.more().getOrDefault("draft", ""), now));
        }
    }
}
