package io.beadle.knowledge.register;

import io.beadle.content.BritishDate;
import io.beadle.content.SupersededLaws;
import io.beadle.knowledge.Caution;
import io.beadle.knowledge.ReplacedLaws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds them by the names that {@code superseded.yaml} gives. */
@Component
final class DeadLaw implements ReplacedLaws {
    /** Said shortly before the name, it tells of the law as of something past. */
    private static final Pattern PAST_BEFORE = Pattern.compile(
            "(?i)\\b(?:replac(?:e|es|ed|ing)|supersed(?:e|es|ed|ing)|repeal(?:s|ed|ing)?|formerly|previously|former"
                    + "|instead of|in place of)\\b[^.;:]{0,30}$");
    /** The same after it. */
    private static final Pattern PAST_AFTER = Pattern.compile(
            "(?i)^[^.;:]{0,40}\\b(?:(?:was|were|is|are|been|now) (?:replaced|superseded|repealed|withdrawn|abolished|closed)"
                    + "|(?:replaced|superseded|repealed) by|no longer)\\b");

    private final List<Name> names;

    private record Name(Pattern pattern, List<String> words, SupersededLaws.Entry law, int length) {
        static Name of(String name, SupersededLaws.Entry law) {
            List<String> words = Pattern.compile("[ ()]+")
                    .splitAsStream(name.strip())
                    .filter(word -> !word.isEmpty())
                    .toList();
            boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
            return new Name(
                    compiled(words, capitals),
                    words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(),
                    law,
                    name.length());
        }

        /** Whether it is worth a closer look, which costs far more and finds nothing in most quotes. */
        boolean mayBeIn(String lowerCase) {
            return words.stream().allMatch(lowerCase::contains);
        }
    }

    /** The longest name first, so that a name within a longer one is not found besides it. */
    DeadLaw(SupersededLaws laws) {
        names = laws.superseded().stream()
                .flatMap(law -> law.names().stream().map(name -> Name.of(name, law)))
                .sorted(Comparator.comparingInt(Name::length).reversed())
                .toList();
    }

    @Override
    public List<Caution.Superseded> in(String quote) {
        Map<SupersededLaws.Entry, Caution.Superseded> found = new LinkedHashMap<>();
        find(quote).stream()
                .sorted(Comparator.comparingInt(Mention::at))
                .forEach(mention -> found.putIfAbsent(mention.law(), caution(mention)));
        return List.copyOf(found.values());
    }

    private record Mention(int at, String as, SupersededLaws.Entry law) {}

    private List<Mention> find(String quote) {
        List<Mention> mentions = new ArrayList<>();
        StringBuilder left = new StringBuilder(quote);
        String lowerCase = quote.toLowerCase(Locale.ROOT);
        for (Name name : names) {
            if (!name.mayBeIn(lowerCase)) {
                continue;
            }
            Matcher matcher = name.pattern().matcher(left);
            while (matcher.find()) {
                if (!isPast(quote, matcher.start(), matcher.end())) {
                    mentions.add(new Mention(matcher.start(), matcher.group(), name.law()));
                }
                left.replace(matcher.start(), matcher.end(), "\0".repeat(matcher.end() - matcher.start()));
                matcher.reset(left);
            }
        }
        return mentions;
    }

    private static boolean isPast(String quote, int start, int end) {
        return PAST_BEFORE.matcher(quote.substring(0, start)).find()
                || PAST_AFTER.matcher(quote.substring(end)).find();
    }

    private static Caution.Superseded caution(Mention mention) {
        String since = mention.law().since();
        return new Caution.Superseded(
                mention.as().replaceAll("\\s+", " "),
                mention.law().by(),
                since == null
                        ? null
                        : BritishDate.parse(since).map(BritishDate::first).orElse(null));
    }

    /** Whole words only. Between them may stand what documents put there: a line's end, a comma, a bracket around the year. */
    private static Pattern compiled(List<String> words, boolean capitals) {
        String all = words.stream().map(Pattern::quote).collect(Collectors.joining("[\\s\\u00a0]*[,(]?[\\s\\u00a0]*"));
        int flags = capitals ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + all + "(?![\\p{L}\\p{N}])", flags);
    }
}
