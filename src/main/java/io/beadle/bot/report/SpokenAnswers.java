package io.beadle.bot.report;

import io.beadle.bot.report.words.SaidInWords;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers typed as plain text, read as a card would have sent them: a choice by its number, its label or its words. */
@Component
final class SpokenAnswers {
    private static final Pattern NUMBER = Pattern.compile("(?:(?:number|option|no\\.?) )?(\\d{1,2})[.)]?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;&+]\\s*|\\s+and\\s+");
    private static final Pattern YES = Pattern.compile("y|yes|yep|yeah|yup|aye|correct|it is|it was|it could(?: be)?");
    private static final Pattern NO = Pattern.compile("n|no|nope|nah|none|not at all|it is not|it isn't|it wasn't");
    private static final Pattern UNSURE = Pattern.compile(
            "(?:i am |i'm )?(?:not (?:quite |really |too )?sure|unsure)|(?:i )?(?:don't|do not|dont) know|no idea"
                    + "|not known|unknown|maybe|perhaps|possibly|could be");
    private static final List<String> TAPS = List.of(Moments.NOW, Moments.MORNING, Moments.YESTERDAY, Moments.OTHER);

    private final SaidInWords words;

    SpokenAnswers(SaidInWords words) {
        this.words = words;
    }

    /** The answer by the keys of a card's inputs, good or not; empty where none of the choices is meant. */
    Optional<Map<String, String>> read(ReportType type, Question question, String said) {
        return switch (question.kind()) {
            case TEXT, LONG_TEXT, PHONE, NUMBER, DATE, PERSON -> Optional.of(Map.of(question.id(), said));
            case CHOICE, YES_NO_UNSURE -> choice(question, said).map(id -> Map.of(question.id(), id));
            case CHOICES -> choices(question, said).map(ids -> Map.of(question.id(), ids));
            case MOMENT -> moment(type, question, said);
        };
    }

    /** Which of several things is meant, from 0: by its number from 1, or by its label. */
    static Optional<Integer> index(List<String> labels, String said) {
        String text = plain(said);
        return exactly(labels, text)
                .or(() -> text.length() < 3 || NUMBER.matcher(text).matches()
                        ? Optional.empty()
                        : only(labels, label -> plain(label).contains(text)));
    }

    private static Optional<Integer> exactly(List<String> labels, String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(Integer.parseInt(number.group(1)) - 1).filter(i -> i >= 0 && i < labels.size())
                : only(labels, label -> plain(label).equals(text));
    }

    private static Optional<String> choice(Question question, String said) {
        List<Question.Choice> choices = question.choices();
        String text = plain(said);
        if (question.kind() == Question.Kind.YES_NO_UNSURE && YES.matcher(text).matches()) {
            return Optional.of("yes");
        }
        if (question.kind() == Question.Kind.YES_NO_UNSURE && NO.matcher(text).matches()) {
            return Optional.of("no");
        }
        List<String> labels = choices.stream().map(Question.Choice::label).toList();
        // a part of "Not sure" may say the opposite
        return (question.kind() == Question.Kind.YES_NO_UNSURE ? exactly(labels, text) : index(labels, said))
                .map(i -> choices.get(i).id())
                .or(() -> UNSURE.matcher(text).matches()
                        ? question.choice("unsure").map(Question.Choice::id)
                        : Optional.empty())
                .or(() -> byWords(choices, text));
    }

    /** The one choice of whose words one was said. */
    private static Optional<String> byWords(List<Question.Choice> choices, String text) {
        List<String> meant = choices.stream()
                .filter(choice ->
                        choice.words().stream().anyMatch(word -> (" " + text + " ").contains(" " + plain(word) + " ")))
                .map(Question.Choice::id)
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    /** All of it as one choice, else each of its parts. */
    private static Optional<String> choices(Question question, String said) {
        Optional<String> one = choice(question, said);
        if (one.isPresent()) {
            return one;
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String part : BETWEEN.split(said.strip(), -1)) {
            Optional<String> id = choice(question, part);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ids.add(id.get());
        }
        return Optional.of(String.join(",", ids));
    }

    private Optional<Map<String, String>> moment(ReportType type, Question question, String said) {
        Matcher number = NUMBER.matcher(plain(said));
        if (number.matches()) {
            int tap = Integer.parseInt(number.group(1)) - 1;
            return tap >= 0 && tap < TAPS.size() ? Optional.of(Map.of(question.id(), TAPS.get(tap))) : Optional.empty();
        }
        Map<String, String> read = words.answers(type, said);
        Map<String, String> answer = new LinkedHashMap<>();
        // which of the two moments is asked for is known here, whatever the words seem to tell of
        Stream.of(AnswerRules.HAPPENED, AnswerRules.NOTICED)
                .forEach(other -> Stream.of("", "-date", "-time").forEach(part -> {
                    String value = read.get(other + part);
                    if (value != null) {
                        answer.put(question.id() + part, value);
                    }
                }));
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    private static Optional<Integer> only(List<String> labels, Predicate<String> meant) {
        List<String> found = labels.stream().filter(meant).toList();
        return found.size() == 1 ? Optional.of(labels.indexOf(found.getFirst())) : Optional.empty();
    }

    static String plain(String said) {
        return said.strip()
                .toLowerCase(Locale.UK)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .replaceAll("[.!,]+$", "");
    }
}
