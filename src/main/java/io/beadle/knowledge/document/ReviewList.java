package io.beadle.knowledge.document;

import io.beadle.knowledge.ListedReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of other policies with their review dates, such as "Password – Review Date 31/10/2024", or a table of them. */
final class ReviewList {
    private static final String REVIEW = "(?:next |date of next )?review(?: date| due| by)*";
    private static final Pattern ITEM = Pattern.compile("(?i)^[•·*▪o\\s-]*(\\p{L}.{1,120}?)[\\s,;:|(–—-]+" + REVIEW
            + "[\\s:=|–—-]*(" + WrittenDate.PATTERN + ")[\\s.;)|]*$");
    private static final Pattern ROW =
            Pattern.compile("(?i)^(?:name|title|policy|document|procedure|standard)[^:|]{0,30}: " + "([^|]+?) \\|.*\\b"
                    + REVIEW + "[^:|]{0,20}: (" + WrittenDate.PATTERN + ")(?: \\|.*|$)");
    private static final Pattern KIND = Pattern.compile(
            "(?i)\\b(polic(?=y|ies)|procedure|guidance|standard|guideline|strateg(?=y|ies)|plan|protocol)");

    /** One alone is the document's own review. */
    private static final int FEWEST = 2;

    private ReviewList() {}

    static List<ListedReview> read(SourceText source) {
        List<ListedReview> listed = new ArrayList<>();
        String kind = null;
        for (Line line : source.lines()) {
            Matcher item = (line.kind() == Line.Kind.RECORD ? ROW : ITEM).matcher(line.whole());
            if (item.matches()) {
                String name = item.group(1).replaceFirst("[\\s–—-]+$", "");
                String of = kind;
                WrittenDate.last(item.group(2))
                        .ifPresent(due -> listed.add(new ListedReview(name, of, due, source.file())));
            } else if (!line.isBlank()) {
                kind = kind(line.whole());
            }
        }
        return listed.size() < FEWEST ? List.of() : List.copyOf(listed);
    }

    /** What the line above the list says it lists. */
    private static @Nullable String kind(String line) {
        Matcher kinds = KIND.matcher(line);
        String last = null;
        while (kinds.find()) {
            last = kinds.group(1).toLowerCase(Locale.ROOT);
        }
        return last == null ? null : last.equals("polic") || last.equals("strateg") ? last + "y" : last;
    }
}
