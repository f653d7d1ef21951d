package io.beadle.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packs the clauses of a section into passages of readable length that stand in one piece in the source. */
final class Cutter {
    /** A clause is whole up to here; a longer one is cut between its lines. Answers of over 250 words are no answers. */
    private static final int MOST_WORDS = 220;

    /** Clauses are packed together until a passage has this many words: see RATIONALE.md, "Why passages of this size?" */
    private static final int GOOD_WORDS = 150;

    /** Less than this is a leftover and goes with the passage before it. */
    private static final int FEW_WORDS = 12;

    private static final Pattern LINE = Pattern.compile("(?<=\n)");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!]) (?=\\p{Lu})");

    private Cutter() {}

    /** @param page the first page; 0 where nobody knows */
    record Cut(@Nullable String section, @Nullable String heading, int page, String text) {}

    static List<Cut> cut(List<Clause> clauses) {
        List<Cut> cuts = new ArrayList<>();
        List<Clause> pack = new ArrayList<>();
        for (Clause clause :
                clauses.stream().flatMap(clause -> split(clause).stream()).toList()) {
            if (!pack.isEmpty() && !fits(pack, clause)) {
                cuts.add(join(pack));
                pack.clear();
            }
            pack.add(clause);
        }
        if (!pack.isEmpty()) {
            cuts.add(join(pack));
        }
        return cuts;
    }

    private static boolean fits(List<Clause> pack, Clause clause) {
        if (pack.getFirst().run() != clause.run()) {
            return false;
        }
        int words = pack.stream().mapToInt(Clause::words).sum();
        int together = words + clause.words();
        return together <= GOOD_WORDS || (together <= MOST_WORDS && Math.min(words, clause.words()) <= FEW_WORDS);
    }

    private static Cut join(List<Clause> pack) {
        Clause first = pack.getFirst();
        boolean oneLabel = pack.stream().allMatch(clause -> Objects.equals(clause.label(), first.label()));
        String letter = oneLabel && first.label() != null ? "(" + first.label() + ")" : "";
        return new Cut(
                first.number() == null ? null : first.number() + letter,
                first.heading(),
                first.page(),
                String.join("\n\n", pack.stream().map(Clause::text).toList()));
    }

    private static List<Clause> split(Clause clause) {
        if (clause.words() <= MOST_WORDS) {
            return List.of(clause);
        }
        List<Clause> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int words = 0;
        for (String line : pieces(clause.text())) {
            int more = line.split("\\s+").length;
            if (words > 0 && words + more > GOOD_WORDS) {
                parts.add(part(clause, part));
                words = 0;
            }
            part.append(part.isEmpty() || part.charAt(part.length() - 1) == '\n' ? "" : " ")
                    .append(line);
            words += more;
        }
        parts.add(part(clause, part));
        return parts;
    }

    /** Lines stay whole, as rows and items lose their meaning in parts; only one that is too long is cut by sentences. */
    private static List<String> pieces(String text) {
        return LINE.splitAsStream(text)
                .flatMap(
                        line -> line.split("\\s+").length > GOOD_WORDS ? SENTENCE.splitAsStream(line) : Stream.of(line))
                .toList();
    }

    private static Clause part(Clause whole, StringBuilder part) {
        String text = part.toString().strip();
        part.setLength(0);
        return new Clause(whole.number(), whole.heading(), whole.label(), text, whole.page(), whole.run());
    }
}
