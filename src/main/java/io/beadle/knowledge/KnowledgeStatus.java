package io.beadle.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * What the answers are made from.
 *
 * @param version of the index, counted from 1; a greater one is a later one
 * @param indexed when the index was made
 * @param policies the documents in it, by file name
 * @param passages how many passages they were cut into
 * @param problems what is wrong with sources, as in {@link PolicySources#problems()}; a document that could be read before
 *     still answers as it then was, and its line says so
 * @param building whether a newer index is being made
 */
public record KnowledgeStatus(
        int version, Instant indexed, List<Policy> policies, int passages, List<String> problems, boolean building) {
    public KnowledgeStatus {
        policies = List.copyOf(policies);
        problems = List.copyOf(problems);
    }
}
