package io.beadle.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a quote is not to be relied on without a thought. */
public sealed interface Caution {
    /** The policy should have been reviewed by {@code due}, and nothing tells that it was. */
    record Overdue(LocalDate due) implements Caution {}

    /**
     * The quote names a law or service that something else has replaced (G33).
     *
     * @param name as the quote names it
     * @param by what to go by now
     * @param since when it was replaced; null where the content does not say
     */
    record Superseded(String name, String by, @Nullable LocalDate since) implements Caution {}
}
