package io.beadle.bot.search;

import io.beadle.bot.report.words.Days;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Severity;
import io.beadle.register.Search;
import io.beadle.register.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what is looked for: "INC-2026-0042", "open", "high overdue", "laptop since June". A text is a search only if every word
 * of it is one of a search; any other is a question or a report.
 */
@Component
final class SearchWords {
    /** A search is short. */
    private static final int LONGEST = 120;

    private static final Pattern REFERENCE =
            Pattern.compile("(?:(?:show|open|find|search)(?: me| for)? )?(?<reference>inc-\\d{4}-\\d{4,9})");
    private static final Pattern ASKED =
            Pattern.compile("^(?:(?:search|find|look)(?: for)?|(?:show|list)(?: me)?|which|what)\\b ?");
    private static final Pattern SINCE =
            Pattern.compile("\\b(?:since|from|after) (?<when>.+?)(?= (?:before|until|till|to)\\b|$)");
    private static final Pattern BEFORE = Pattern.compile("\\b(?:before|until|till|to) (?<when>.+)$");
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    private static final Pattern DURING =
            Pattern.compile("\\b(?:in |of |on )?(?<when>(?:this|last) (?:week|month|quarter|year)"
                    + "|(?:the )?last \\d{1,3} (?:day|week|month)s?|q[1-4](?: (?:of )?20\\d\\d)?|" + MONTH
                    + "(?: 20\\d\\d)?"
                    + "|20\\d\\d(?:/\\d\\d)?)$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+(?:-[\\p{L}\\p{N}]+)*");

    private static final Set<String> SAID_OF_ANY = Set.of(
            "the",
            "a",
            "an",
            "all",
            "our",
            "and",
            "with",
            "in",
            "are",
            "is",
            "of",
            "about",
            "to",
            "on",
            "that",
            "or",
            "for",
            "severity",
            "please",
            "there",
            "any",
            "still",
            "by",
            "not",
            "at",
            "who",
            "what");
    private static final Set<String> INCIDENTS = Set.of("incident", "case", "report");
    private static final Map<String, Severity> SEVERITIES =
            Map.of("high", Severity.HIGH, "medium", Severity.MEDIUM, "low", Severity.LOW);

    private final Map<String, Set<String>> typesByWord = new HashMap<>();

    SearchWords(ReportTypes types) {
        for (ReportType type : types.types()) {
            ReportType.Recognise recognise = type.recognise();
            Stream<String> said = recognise == null
                    ? Stream.empty()
                    : Stream.concat(recognise.events().stream(), recognise.things().stream());
            Stream.concat(Stream.of(type.title(), type.id().replace('-', ' ')), said)
                    .flatMap(text -> words(plain(text)).stream())
                    .forEach(word -> typesByWord
                            .computeIfAbsent(word, key -> new HashSet<>())
                            .add(type.id()));
        }
    }

    /** What is looked for. */
    sealed interface Wanted {
        /** One by its reference. */
        record One(String reference) implements Wanted {}

        record Several(Search search) implements Wanted {}
    }

    /** Empty for a text that is no search. */
    Optional<Wanted> read(String text, LocalDate today) {
        String said = plain(text).replaceAll("[.!? ]+$", "");
        if (said.isEmpty() || said.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher reference = REFERENCE.matcher(said);
        return reference.matches()
                ? Optional.of(new Wanted.One(reference.group("reference").toUpperCase(Locale.ROOT)))
                : new Reading(said, today).search().map(Wanted.Several::new);
    }

    private static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.UK)
                .replace('\u2019', '\'')
                .replace("e-mail", "email")
                .replaceAll("\\s+", " ");
    }

    /** In the singular, near enough. */
    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .map(word -> word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                        ? word.substring(0, word.length() - 1)
                        : word)
                .toList();
    }

    /** One text as it is read, from its end to its beginning. */
    private final class Reading {
        private final LocalDate today;
        private final boolean asked;
        private String left;
        private boolean dated;
        private @Nullable LocalDate since;
        private @Nullable LocalDate before;

        Reading(String said, LocalDate today) {
            this.today = today;
            Matcher search = ASKED.matcher(said);
            asked = search.find();
            left = asked ? said.substring(search.end()) : said;
        }

        Optional<Search> search() {
            readTimes();
            boolean mine = take("(?:assigned to me|\\bmine\\b)");
            boolean unassigned = take("\\b(?:unassigned|not assigned|without (?:an )?owner|nobody'?s)\\b");
            boolean overdue = take("\\b(?:overdue|late)\\b");
            boolean closed = take("\\bclosed\\b");
            boolean open = take("\\bopen\\b");
            boolean exercises = take("\\b(?:exercise|drill)s\\b");
            Set<Severity> severities = EnumSet.noneOf(Severity.class);
            List<String> rest = new ArrayList<>();
            boolean named = false;
            for (String word : words(left)) {
                Severity severity = SEVERITIES.get(word);
                if (severity != null) {
                    severities.add(severity);
                } else if (INCIDENTS.contains(word)) {
                    named = true;
                } else if (!SAID_OF_ANY.contains(word)) {
                    rest.add(word);
                }
            }
            Optional<Set<String>> types = types(rest);
            boolean narrowed = mine || unassigned || overdue || closed || open || exercises || dated;
            boolean graded = !severities.isEmpty();
            boolean isSearch = narrowed || ((asked || named) && (graded || (asked && !rest.isEmpty())));
            if (types.isEmpty() || !isSearch) {
                return Optional.empty();
            }
            return Optional.of(new Search(
                    types.get(), severities, state(overdue, unassigned, open, closed), mine, exercises, since, before));
        }

        private static State state(boolean overdue, boolean unassigned, boolean open, boolean closed) {
            if (overdue) {
                return State.OVERDUE;
            }
            if (unassigned) {
                return State.UNASSIGNED;
            }
            if (open == closed) {
                return State.ANY;
            }
            return open ? State.OPEN : State.CLOSED;
        }

        private boolean take(String words) {
            Matcher found = Pattern.compile(words).matcher(left);
            boolean there = found.find();
            left = there ? found.replaceAll(" ") : left;
            return there;
        }

        private void readTimes() {
            Matcher from = SINCE.matcher(left);
            if (from.find()) {
                first(from.group("when")).ifPresent(day -> {
                    since = day;
                    Matcher until = BEFORE.matcher(left.substring(from.end()));
                    if (until.find()) {
                        before = first(until.group("when")).orElse(null);
                    }
                    dated(from.start());
                });
                return;
            }
            Matcher until = BEFORE.matcher(left);
            Optional<LocalDate> end = until.find() ? first(until.group("when")) : Optional.empty();
            if (end.isPresent()) {
                before = end.get();
                dated(until.start());
                return;
            }
            Matcher during = DURING.matcher(left);
            if (during.find()) {
                Stretch.named(during.group("when").replaceFirst("^the ", ""), today)
                        .ifPresent(stretch -> {
                            since = stretch.first();
                            before = stretch.after();
                            dated(during.start());
                        });
            }
        }

        private void dated(int at) {
            left = left.substring(0, at);
            dated = true;
        }

        /** The first day of what is named, or the day itself. */
        private Optional<LocalDate> first(String when) {
            return Stretch.named(when, today).map(Stretch::first).or(() -> Days.day(when, today));
        }

        /** The types that all the words may mean; empty where one of them means none. */
        private Optional<Set<String>> types(List<String> words) {
            Set<String> meant = words.stream()
                    .map(word -> typesByWord.getOrDefault(word, Set.of()))
                    .reduce((some, others) ->
                            some.stream().filter(others::contains).collect(Collectors.toSet()))
                    .orElse(Set.of());
            return words.isEmpty() || !meant.isEmpty() ? Optional.of(meant) : Optional.empty();
        }
    }
}
