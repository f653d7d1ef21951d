package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a report asks.
 *
 * @param id unique in its report type
 * @param ask as the reporter reads it
 * @param why why a required answer is needed, in a few words
 * @param label a word or two for the question, where there is no room for all of it; null for the question itself
 * @param hint what an answer looks like, shown in an empty field
 * @param required an answer must be given
 * @param choices for {@link Kind#CHOICE}, in the order shown
 * @param maxLength of typed text, in characters
 * @param alert the label under which the desk's channel sees the answer, null if it does not; only of chosen values (G11)
 * @param when asked only on these earlier answers, null for always
 * @param raises the severity an answer raises the report to, by the answer's value
 * @param danger the answers on which the reporter is shown {@link Contacts#danger} at once (G1)
 */
public record Question(
        String id,
        Kind kind,
        String ask,
        @Nullable String why,
        @Nullable String label,
        @Nullable String hint,
        boolean required,
        List<Choice> choices,
        int maxLength,
        @Nullable String alert,
        @Nullable Condition when,
        Map<String, String> raises,
        List<String> danger) {
    /**
     * What a telephone number or an extension looks like, so that Java and the JavaScript, Kotlin and Swift of the clients
     * read it alike: anchored, and without flags.
     */
    public static final String TELEPHONE = "^ *(([xX]|[eE][xX][tT]\\.?|[eE][xX][tT][eE][nN][sS][iI][oO][nN]) ?)?"
            + "[+(]?[0-9][0-9 ()./-]{2,24}"
            + "(,? ?([xX]|[eE][xX][tT]\\.?|[eE][xX][tT][eE][nN][sS][iI][oO][nN]) ?[0-9]{1,6})? *$";

    /** How an answer is given. */
    public enum Kind {
        @JsonProperty("choice")
        CHOICE,
        /** Any number of the choices; the answer is their ids with commas between. */
        @JsonProperty("choices")
        CHOICES,
        @JsonProperty("yes-no-unsure")
        YES_NO_UNSURE,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("long-text")
        LONG_TEXT,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("moment")
        MOMENT,
        /** A whole number that is not negative. */
        @JsonProperty("number")
        NUMBER,
        /** A day, in ISO form. */
        @JsonProperty("date")
        DATE,
        /** Somebody in Teams, by their Entra object id. */
        @JsonProperty("person")
        PERSON;

        /** Whether it is typed freely, or names somebody: such answers never reach a channel (G11). */
        public boolean isTyped() {
            return switch (this) {
                case TEXT, LONG_TEXT, PHONE, PERSON -> true;
                case CHOICE, CHOICES, YES_NO_UNSURE, MOMENT, NUMBER, DATE -> false;
            };
        }
    }

    /** An answer to choose; {@code words} said in a message choose it beforehand. */
    public record Choice(String id, String label, List<String> words) {
        public Choice {
            words = requireNonNullElse(words, List.of());
        }
    }

    /** Holds when the earlier question was answered by one of these, or with one of these among others. */
    public record Condition(String question, List<String> is) {
        public boolean holds(Map<String, String> answers) {
            return chosen(answers.getOrDefault(question, "")).anyMatch(is::contains);
        }
    }

    private static final List<Choice> YES_NO_UNSURE = List.of(
            new Choice("yes", "Yes", List.of()),
            new Choice("no", "No", List.of()),
            new Choice("unsure", "Not sure", List.of()));

    /** What the file leaves out comes as null or 0 and gets its default here. */
    public Question {
        choices = kind == Kind.YES_NO_UNSURE ? YES_NO_UNSURE : requireNonNullElse(choices, List.of());
        raises = requireNonNullElse(raises, Map.of());
        danger = requireNonNullElse(danger, List.of());
        if (maxLength == 0) {
            maxLength = kind == Kind.LONG_TEXT ? 4000 : 200;
        }
    }

    /** The same with these to choose from, where they depend on what is known only when it is asked. */
    public Question choosing(List<Choice> others) {
        return new Question(id, kind, ask, why, label, hint, required, others, maxLength, alert, when, raises, danger);
    }

    /** The ids of the choices in an answer, in the order sent. */
    public static Stream<String> chosen(String answer) {
        return Stream.of(answer.split(",")).map(String::strip).filter(id -> !id.isEmpty());
    }

    public boolean isAsked(Map<String, String> answers) {
        return when == null || when.holds(answers);
    }

    public Optional<Choice> choice(String value) {
        return choices.stream().filter(c -> c.id().equals(value)).findFirst();
    }
}
