package io.beadle.knowledge.generation;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.PlainAnswer;
import io.beadle.knowledge.PlainAnswer.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model is writing, taken apart into sentences as it comes; of these only what is supported is kept. */
final class Draft {
    /** Short is asked for; more than this is no short answer, and perhaps no end. */
    private static final int MOST_CHARACTERS = 2_000;

    private static final int MOST_SENTENCES = 5;

    /** A line's end, or a sentence's: its citations may stand on either side of the full stop. */
    private static final Pattern END =
            Pattern.compile("\\n+|(?<=[.!?])[ \\t]+(?=[\\p{Lu}“\"*-])|(?<=\\][.!?]?)[ \\t]+(?=[\\p{Lu}“\"*-])");

    private static final Pattern NUMBER = Pattern.compile("\\s*\\[(\\d{1,3})(?:\\s*,\\s*(\\d{1,3}))*\\]");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

    /** Bullets and emphasis, which the model was asked not to use. */
    private static final Pattern MARKS = Pattern.compile("^\\s*(?:[-*•]|\\d{1,2}[.)])\\s+|\\*\\*|__|`");

    /** A link, an address or markup is never a plain sentence, and may lead somebody astray. */
    private static final Pattern DANGEROUS =
            Pattern.compile("(?i)://|\\bwww\\.|\\]\\(|[<>{}]|\\S@\\S|\\b(?:as an ai|system prompt|instructions?:)");

    private final List<Citation> citations;
    private final Support support;
    private final Consumer<PlainAnswer> soFar;
    private final StringBuilder unread = new StringBuilder();
    private final List<Sentence> kept = new ArrayList<>();
    private int characters;
    private boolean ended;

    Draft(List<Citation> citations, Support support, Consumer<PlainAnswer> soFar) {
        this.citations = citations;
        this.support = support;
        this.soFar = soFar;
    }

    /** Takes what came next; false when no more is wanted. */
    synchronized boolean add(String text) {
        characters += text.length();
        if (ended || characters > MOST_CHARACTERS) {
            return false;
        }
        unread.append(text);
        Matcher end = END.matcher(unread);
        int read = 0;
        // a sentence ends for certain only where something follows it
        while (end.find() && end.end() < unread.length()) {
            keep(unread.substring(read, end.start()));
            read = end.end();
        }
        unread.delete(0, read);
        return kept.size() < MOST_SENTENCES;
    }

    /** Nothing comes any more: the last sentence is whole, unless it was cut off for its length. */
    synchronized Optional<PlainAnswer> finish() {
        if (!ended && characters <= MOST_CHARACTERS && kept.size() < MOST_SENTENCES) {
            keep(unread.toString());
        }
        ended = true;
        return kept.isEmpty() ? Optional.empty() : Optional.of(new PlainAnswer(kept));
    }

    /** What has come is not wanted any more, nor what may still come. */
    synchronized void abandon() {
        ended = true;
    }

    private void keep(String written) {
        List<Integer> named = NUMBER.matcher(written)
                .results()
                .flatMap(numbers -> DIGITS.matcher(numbers.group()).results())
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();
        String text = MARKS.matcher(NUMBER.matcher(written).replaceAll(""))
                .replaceAll("")
                .strip();
        boolean given = named.stream().allMatch(number -> number >= 1 && number <= citations.size());
        if (named.isEmpty()
                || !given
                || text.isEmpty()
                || DANGEROUS.matcher(text).find()) {
            return;
        }
        List<Integer> supporting = named.stream()
                .filter(number ->
                        support.isGiven(text, citations.get(number - 1).passage()))
                .toList();
        if (!supporting.isEmpty() && kept.size() < MOST_SENTENCES) {
            kept.add(new Sentence(text, supporting));
            soFar.accept(new PlainAnswer(kept));
        }
    }
}
