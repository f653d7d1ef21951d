package io.beadle.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A question about the policies, as somebody put it.
 *
 * @param organisation whose policies count; null for those of the configured organisation, or all
 * @param asker the Entra object id of who asks; null for somebody unknown, who reads only what everybody may (G34)
 */
public record Question(
        String text,
        @Nullable String organisation,
        @Nullable String asker) {
    public static Question of(String text) {
        return new Question(text, null, null);
    }

    /** What somebody asked whose Entra object id is known. */
    public static Question of(String text, String asker) {
        return new Question(text, null, asker);
    }

    /** Nothing of the question: its text never reaches a log. */
    @Override
    public String toString() {
        return "Question[" + text.length() + " characters]";
    }
}
