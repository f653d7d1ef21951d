package io.beadle.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * What the answers are made from.
 *
 * @param indexed when the index was made
 * @param policies the documents in it, by file name
 * @param passages how many passages they were cut into
 * @param problems sources that were left out, as in {@link PolicySources#problems()}
 */
public record KnowledgeStatus(Instant indexed, List<Policy> policies, int passages, List<String> problems) {}
