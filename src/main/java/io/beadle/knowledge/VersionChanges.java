package io.beadle.knowledge;

import java.util.List;

/**
 * What is different between two versions of a policy.
 *
 * @param clauses in the order of the later version, what is gone where it stood; clauses that only moved are not in it
 */
public record VersionChanges(PolicyVersion before, PolicyVersion after, List<ClauseChange> clauses) {
    public VersionChanges {
        clauses = List.copyOf(clauses);
    }
}
