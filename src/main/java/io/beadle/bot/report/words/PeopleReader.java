package io.beadle.bot.report.words;

import io.beadle.content.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads about how many people there are: "about 40 families" is 40. */
final class PeopleReader {
    private static final Pattern PEOPLE = Pattern.compile(
            "(?<![\\w.,£-])(?<n>\\d{1,3}(?:,\\d{3})+|\\d{1,6}|a couple of|a dozen|(?:a|one|two) hundred|(?:a|one) thousand"
                    + "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
                    + "(?: (?!of\\b)[a-z'-]{2,12}){0,2}? (?:people|persons?|famil(?:y|ies)|households?|residents?|clients?"
                    + "|customers?|tenants?|child(?:ren)?|pupils?|students?|patients?|service users?|staff|employees"
                    + "|colleagues?|recipients?|individuals?|parents?|claimants?|carers?|applicants?|members)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\b(?:one|\\d[\\d,]*+)", Pattern.CASE_INSENSITIVE);

    private PeopleReader() {}

    /** The answer to a question about how many, if a number was said that is an answer to it. */
    static Optional<String> read(String text, Question question) {
        Matcher said = PEOPLE.matcher(text);
        if (!said.find()) {
            return Optional.empty();
        }
        int count = Numerals.value(said.group("n"));
        return question.kind().isTyped()
                ? Optional.of(Integer.toString(count))
                : question.choices().stream()
                        .filter(choice -> covers(choice.label(), count))
                        .map(Question.Choice::id)
                        .findFirst();
    }

    /** Whether a label such as "One", "2 to 10" or "More than 1,000" is true of that many. */
    private static boolean covers(String label, int count) {
        List<Integer> numbers = NUMBER.matcher(label)
                .results()
                .map(found -> Numerals.value(found.group()))
                .toList();
        if (numbers.isEmpty()) {
            return false;
        }
        return label.toLowerCase(Locale.UK).startsWith("more than")
                ? count > numbers.getFirst()
                : numbers.getFirst() <= count && count <= numbers.getLast();
    }
}
