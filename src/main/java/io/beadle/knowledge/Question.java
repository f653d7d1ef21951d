package io.beadle.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A question about the policies, as somebody put it.
 *
 * @param organisation whose policies count; null for those of the configured organisation, or all
 */
public record Question(String text, @Nullable String organisation) {
    public static Question of(String text) {
        return new Question(text, null);
    }

    /** Nothing of the question: its text never reaches a log. */
    @Override
    public String toString() {
        return "Question[" + text.length() + " characters]";
    }
}
