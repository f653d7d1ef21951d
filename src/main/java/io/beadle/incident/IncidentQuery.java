package io.beadle.incident;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which stored incidents are wanted, by what the store can tell of them.
 *
 * @param types the ids of their types, none for any
 * @param severities none for any
 * @param owner the id of whoever deals with them, null for anybody
 * @param since reported then or later, null for any time
 * @param before reported before then, null for any time
 * @param exercises whether drills are wanted, and nothing else; otherwise none is found
 * @param reader the id of whoever sees the answer alone: a restricted incident is found for those who were told of it, and none
 *     that may be about themselves; null where others read along, and then no restricted one is found (G10)
 */
public record IncidentQuery(
        Set<String> types,
        Set<Severity> severities,
        State state,
        @Nullable String owner,
        @Nullable Instant since,
        @Nullable Instant before,
        boolean exercises,
        @Nullable String reader) {
    /** How far they are. */
    public enum State {
        ANY,
        OPEN,
        CLOSED,
        /** A duty of theirs that has a time is open, be they open or closed. */
        DUE,
        /** A duty of theirs is overdue, be they open or closed. */
        OVERDUE,
        /** Open, and nobody deals with them. */
        UNASSIGNED
    }

    public IncidentQuery {
        types = Set.copyOf(types);
        severities = Set.copyOf(severities);
    }

    /** All of that state that everybody may know of, drills left out. */
    public static IncidentQuery of(State state) {
        return new IncidentQuery(Set.of(), Set.of(), state, null, null, null, false, null);
    }

    /** The same between these times, the second left out. */
    public IncidentQuery reported(@Nullable Instant from, @Nullable Instant until) {
        return new IncidentQuery(types, severities, state, owner, from, until, exercises, reader);
    }

    /** The drills of that state. */
    public static IncidentQuery drills(State state) {
        return new IncidentQuery(Set.of(), Set.of(), state, null, null, null, true, null);
    }
}
