package io.beadle.incident;

import org.jspecify.annotations.Nullable;

/**
 * What a reporter is told of their report.
 *
 * @param statement the key of the question asked, for {@link What#ASKED}
 */
public record News(What what, @Nullable String statement) {
    public enum What {
        /** Two people have acknowledged it. */
        ACKNOWLEDGED,
        /** The time to acknowledge has passed, and whom to ring (G6). */
        LATE,
        /** Facts are missing. */
        FACTS,
        /** The desk asks something. */
        ASKED,
        CLOSED,
        /** IT has confirmed the account: what was held takes effect (G5). */
        CONFIRMED
    }

    static News of(What what) {
        return new News(what, null);
    }

    String key() {
        return "reporter-" + what.name().toLowerCase(java.util.Locale.ROOT)
                + (statement == null ? "" : "-" + statement);
    }
}
