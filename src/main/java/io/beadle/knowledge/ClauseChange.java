package io.beadle.knowledge;

import org.jspecify.annotations.Nullable;

/** What became of a clause from one version of a policy to the next. */
public sealed interface ClauseChange {
    /** The section it stands in, or stood in if it is gone; null where it has no number. */
    @Nullable
    String section();

    /** The nearest heading above it; null where there is none. */
    @Nullable
    String heading();

    /** It is new. */
    record Added(@Nullable String section, @Nullable String heading, String text) implements ClauseChange {}

    /** It is gone. */
    record Removed(@Nullable String section, @Nullable String heading, String text) implements ClauseChange {}

    /** It says something else, or the same in other words; section and heading are those of now. */
    record Changed(@Nullable String section, @Nullable String heading, String before, String after)
            implements ClauseChange {}
}
