package io.beadle.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the register says to a question about the policies themselves.
 *
 * @param policies of a list: those that are due soonest first, and at last, by name, those that tell no date; of a fact:
 *     those whose name may be meant, mostly one
 * @param undated how many of all policies tell no review date, so that nobody knows whether they are overdue
 * @param known how many policies the asker may know of
 */
public record RegisterAnswer(Asked asked, List<Told> policies, int undated, int known) {
    /** What was asked. */
    public sealed interface Asked {
        /** All policies there are. */
        record Everything() implements Asked {}

        /** Those whose review should have happened. */
        record Overdue() implements Asked {}

        /**
         * Those whose review comes, with those that are overdue.
         *
         * @param until the last day that counts; null for all of them
         */
        record Due(@Nullable LocalDate until) implements Asked {}

        /** Something about one policy. */
        record About(Fact fact) implements Asked {}
    }

    /** What is kept account of. */
    public enum Fact {
        OWNER,
        REVIEW,
        APPROVED,
        VERSION,
        /** All that is known. */
        ANY
    }

    /**
     * A policy, and who tells what of it.
     *
     * @param sources for each fact that is known; never for {@link Fact#ANY}
     */
    public record Told(RegisteredPolicy policy, Map<Fact, Source> sources) {
        public Told {
            sources = Map.copyOf(sources);
        }

        public Optional<Source> source(Fact fact) {
            return Optional.ofNullable(sources.get(fact));
        }
    }

    /**
     * Who tells a fact.
     *
     * @param title of the document, null for the register
     * @param month whether of a date only the month is told
     */
    public record Source(Kind kind, @Nullable String title, boolean month) {
        public enum Kind {
            /** {@code register.yaml}. */
            REGISTER,
            /** The policy's own document. */
            DOCUMENT,
            /** Another document that lists it. */
            LIST
        }
    }
}
