package io.beadle.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was for some time.
 *
 * @param policy what it said of itself, under the file name it had
 * @param since when Beadle first read it so
 * @param until when Beadle first answered from what replaced it, or without it; null for the one that answers now
 */
public record PolicyVersion(
        Policy policy, Instant since, @Nullable Instant until) {}
