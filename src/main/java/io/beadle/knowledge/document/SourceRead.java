package io.beadle.knowledge.document;

import org.jspecify.annotations.Nullable;

/** What came of reading a file. */
public sealed interface SourceRead {
    /** As {@link FileSources#digest}. */
    String digest();

    /**
     * It could be read.
     *
     * @param remark a line for its owner, in the form of {@link io.beadle.knowledge.PolicySources#problems()}; mostly null
     */
    record Read(
            PolicyDocument document,
            String digest,
            @Nullable String remark) implements SourceRead {}

    /** It could not; {@code problem} says why and what to do, in the form of a line of {@code problems()}. */
    record Unreadable(String problem, String digest) implements SourceRead {}
}
