package io.beadle.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a person gave and stands for, to be given to whoever asks the same.
 *
 * @param id unique
 * @param version counts the stored changes, from 0
 * @param question in words that fit everybody
 * @param passage the id of the passage it cites, null if none. Once the policies no longer say so, it answers nobody
 * @param owner who gave it; personal data
 * @param reviewDue the last day on which it answers by itself
 * @param retired whether it answers nobody any more
 */
public record CuratedAnswer(
        String id,
        long version,
        String question,
        String text,
        @Nullable String passage,
        String owner,
        Instant given,
        LocalDate reviewDue,
        boolean retired) {
    public boolean answersOn(LocalDate day) {
        return !retired && !day.isAfter(reviewDue);
    }

    /** Looked at again, and good until that day. */
    public CuratedAnswer renewed(LocalDate until) {
        return new CuratedAnswer(id, version, question, text, passage, owner, given, until, retired);
    }

    /** Resting on that clause, or on none, instead of the one before. */
    public CuratedAnswer citing(@Nullable String newPassage) {
        return new CuratedAnswer(id, version, question, text, newPassage, owner, given, reviewDue, retired);
    }

    public CuratedAnswer retire() {
        return new CuratedAnswer(id, version, question, text, passage, owner, given, reviewDue, true);
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "CuratedAnswer[" + id + "@" + version + "]";
    }
}
