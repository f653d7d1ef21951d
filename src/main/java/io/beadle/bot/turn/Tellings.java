package io.beadle.bot.turn;

import io.beadle.bot.turn.Vocabulary.Evidence;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which incident a text tells of, by what speaks for each type, and how sure whoever wrote it is. */
final class Tellings {
    /** So many types are offered where the words fit them equally; more would be no help. */
    private static final int CHOICES = 3;

    /** So little less evidence leaves open which of two it is. */
    private static final int CLOSE = 3;

    private static final Pattern UNSURE = Pattern.compile(
            "\\b(?:i|we) (?:do )?(?:think|fear|guess|suspect|believe|may|might)\\b"
                    + "|\\b(?:may|might|could) (?:have|of|be|just)\\b|\\b(?:may|might)'ve\\b|\\bcould've\\b"
                    + "|\\b(?:not|n't) (?:\\w+ )?(?:sure|certain|know|remember) (?:if|whether|that)\\b|\\bunsure\\b"
                    + "|\\b(?:possibl[ye]|perhaps|maybe|suspect)\\b|\\b(?:worried|afraid|scared) (?:that )?(?:i|we|it|my|our|some)\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int SENTENCES = 50;

    private final List<Vocabulary> known;

    Tellings(ReportTypes types) {
        known = types.types().stream().map(Vocabulary::new).toList();
    }

    /**
     * What is told.
     *
     * @param types the types it may be; several where the words fit them alike, the likeliest first
     * @param sure false where it is only supposed that it happened
     */
    record Told(List<ReportType> types, boolean sure) {}

    static List<String> sentences(String text) {
        return List.of(SENTENCE_END.split(text, SENTENCES));
    }

    /** What the text tells of that fits best; empty if it tells of nothing. */
    Optional<Told> told(String text) {
        List<Told> all = new ArrayList<>();
        int heaviest = Integer.MIN_VALUE;
        for (String sentence : sentences(text)) {
            List<Evidence> found = known.stream()
                    .flatMap(type -> type.evidence(sentence).stream())
                    .sorted(Comparator.comparingInt(Evidence::weight).reversed())
                    .toList();
            if (!found.isEmpty() && found.getFirst().weight() > heaviest) {
                heaviest = found.getFirst().weight();
                all.add(told(sentence, found));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static Told told(String sentence, List<Evidence> found) {
        Evidence best = found.getFirst();
        return new Told(
                found.stream()
                        .filter(evidence -> evidence.weight() >= best.weight() - CLOSE)
                        .map(Evidence::type)
                        .limit(CHOICES)
                        .toList(),
                !UNSURE.matcher(sentence).region(0, best.event()).find());
    }

    /** "Report a phone": the thing alone says which types it may be. */
    List<ReportType> about(String text) {
        return known.stream()
                .filter(type -> type.names(text))
                .map(Vocabulary::type)
                .sorted(Comparator.comparing(ReportType::group))
                .limit(CHOICES)
                .toList();
    }
}
