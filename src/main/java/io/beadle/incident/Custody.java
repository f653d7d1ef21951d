package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;

/** What an incident's timeline says of its evidence: how much there is, and whether anybody may open it. */
public record Custody(Incident incident) {
    /** How many files are kept. */
    public int files() {
        return times(TimelineEntry.Kind.EVIDENCE_KEPT) + times(TimelineEntry.Kind.EVIDENCE_HELD);
    }

    /** How many of them are held: they came from an account that may be somebody else's (G5). */
    public int held() {
        return incident.isHeld() ? times(TimelineEntry.Kind.EVIDENCE_HELD) : 0;
    }

    /** Whether the file is held; what came with the report itself is not, as little as the report's words are. */
    public boolean isHeld(Evidence file) {
        return incident.isHeld() && file.sent().isAfter(incident.report().reported());
    }

    /** Whether the file may be opened now. */
    public boolean mayOpen(Evidence file) {
        return !isQuarantined() && !isHeld(file);
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

    /** The incident knowing of these, all its files; the same if it does already. */
    public Incident kept(List<Evidence> all, Instant at) {
        int unknown = all.size() - files();
        if (unknown <= 0) {
            return incident;
        }
        long held = all.stream().filter(this::isHeld).count() - held();
        Person by = all.getLast().sender();
        Change change = new Change(incident);
        for (int i = 0; i < unknown; i++) {
            change.entry(at, i < held ? TimelineEntry.Kind.EVIDENCE_HELD : TimelineEntry.Kind.EVIDENCE_KEPT, by);
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

    private int times(TimelineEntry.Kind kind) {
        return (int) incident.timeline().stream()
                .filter(entry -> entry.kind() == kind)
                .count();
    }

    private Incident with(TimelineEntry.Kind kind, Person by, Instant at) {
        return new Change(incident)
                .entry(at, kind, by)
                .tell(OutboxMessage.deskCard(at))
                .incident();
    }
}
