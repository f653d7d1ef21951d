package io.beadle.bot.turn;

import io.beadle.content.ReportType;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words by which one report type is recognised, made ready to be looked for. */
final class Vocabulary {
    /** What right before an event says that it did not happen. */
    private static final Pattern DENIED = Pattern.compile(
            "(?:\\b(?:not|never|nearly|almost|nothing|without|avoid|wants? to|going to|about to)"
                    + "|(?:have|has|did|was|were|is|are|do|does)n't)(?: (?:been|yet|actually|really|even|just|be|being))? $");

    /** A word more outweighs so many characters. */
    private static final int WORD = 20;

    private final ReportType type;
    private final @Nullable Pattern events;
    private final @Nullable Pattern things;

    Vocabulary(ReportType type) {
        this.type = type;
        ReportType.Recognise recognise = type.recognise();
        events = recognise == null ? null : any(recognise.events());
        things = recognise == null ? null : any(recognise.things());
    }

    /**
     * How well a sentence tells of such an event.
     *
     * @param weight the words that speak for it, of which an expression of several says more than one, less the characters
     *     between the event and the nearest thing: what was lost stands beside "lost", what was in it does not
     * @param event where in the sentence the first event stands
     */
    record Evidence(ReportType type, int weight, int event) {}

    ReportType type() {
        return type;
    }

    /** Empty unless the sentence tells of such an event that happened. */
    Optional<Evidence> evidence(String sentence) {
        List<MatchResult> happened = found(events, sentence).stream()
                .filter(event -> !isDenied(sentence, event.start()))
                .toList();
        List<MatchResult> concerned = happened.isEmpty() ? List.of() : found(things, sentence);
        if (concerned.isEmpty()) {
            return Optional.empty();
        }
        int apart = happened.stream()
                .flatMapToInt(event -> concerned.stream().mapToInt(thing -> apart(event, thing)))
                .min()
                .orElseThrow();
        int words = words(happened) + words(concerned);
        return Optional.of(
                new Evidence(type, WORD * words - apart, happened.getFirst().start()));
    }

    /** Whether the text names such a thing. */
    boolean names(String text) {
        return things != null && things.matcher(text).find();
    }

    private static List<MatchResult> found(@Nullable Pattern words, String text) {
        return words == null ? List.of() : words.matcher(text).results().toList();
    }

    private static boolean isDenied(String text, int at) {
        return DENIED.matcher(text.substring(Math.max(0, at - 24), at)).find();
    }

    private static int apart(MatchResult event, MatchResult thing) {
        return Math.max(0, Math.max(thing.start() - event.end(), event.start() - thing.end()));
    }

    private static int words(List<MatchResult> found) {
        return found.stream()
                .map(MatchResult::group)
                .distinct()
                .mapToInt(words -> words.split(" ").length)
                .sum();
    }

    /** Any of the words as a whole word, the longest first, in the plural too; none at all matches nothing. */
    private static Pattern any(List<String> words) {
        return Pattern.compile(
                words.isEmpty()
                        ? "(?!)"
                        : words.stream()
                                .sorted((a, b) -> b.length() - a.length())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "\\b(?:", ")(?:s|'s)?\\b")));
    }
}
