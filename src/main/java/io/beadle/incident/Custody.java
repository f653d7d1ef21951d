package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;

/** What an incident's timeline says of its evidence: how much there is, and whether anybody may open it. */
public record Custody(Incident incident) {
    /** How many files are kept. */
    public int files() {
        return (int) incident.timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.EVIDENCE_KEPT)
                .count();
    }

    /** Whether nobody may open the evidence, what is still to come included. */
    public boolean isQuarantined() {
        return incident.timeline().stream()
                .map(TimelineEntry::kind)
                .filter(kind ->
                        kind == TimelineEntry.Kind.EVIDENCE_QUARANTINED || kind == TimelineEntry.Kind.EVIDENCE_RELEASED)
                .reduce((earlier, later) -> later)
                .filter(TimelineEntry.Kind.EVIDENCE_QUARANTINED::equals)
                .isPresent();
    }

    /** The incident knowing of so many files; the same if it does already. */
    public Incident kept(int all, Person by, Instant at) {
        if (files() >= all) {
            return incident;
        }
        Change change = new Change(incident);
        for (int known = files(); known < all; known++) {
            change.entry(at, TimelineEntry.Kind.EVIDENCE_KEPT, by);
        }
        return change.tell(OutboxMessage.deskCard(at)).incident();
    }

    /** The incident with its evidence closed to everybody; the same if there is none or it is closed. */
    public Incident quarantine(Person by, Instant at) {
        return files() == 0 || isQuarantined() ? incident : with(TimelineEntry.Kind.EVIDENCE_QUARANTINED, by, at);
    }

    public Incident release(Person by, Instant at) {
        return isQuarantined() ? with(TimelineEntry.Kind.EVIDENCE_RELEASED, by, at) : incident;
    }

    private Incident with(TimelineEntry.Kind kind, Person by, Instant at) {
        return new Change(incident)
                .entry(at, kind, by)
                .tell(OutboxMessage.deskCard(at))
                .incident();
    }
}
