package io.beadle.knowledge.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts that a document states of itself on its title page or where it keeps its versions. */
final class Facts {
    private static final int FRONT_CHARACTERS = 4000;
    private static final int BACK_CHARACTERS = 3000;
    private static final String DAY = "(" + WrittenDate.PATTERN + ")";
    /** Between a name and what it names: a colon, a cell's border, a wide gap, or the end of the line. */
    private static final String SEPARATOR = "[ \\t*_]*[:|]?[\\s*_|]*";

    private static final Pattern CONTROL = Pattern.compile(
            "(?im)^\\W*(?:appendix \\w+\\W+)?(?:document control|document history|document information|(?:version|revision|amendment)"
                    + " (?:history|control|record)|review history)\\b");
    private static final Pattern VERSION = Pattern.compile(
            "(?i)\\bversion(?: no\\.?| number)?" + SEPARATOR + "(v?[. ]?\\d{1,3}(?:\\.\\d{1,3}){0,2})\\b(?![/-]\\d)");
    private static final Pattern VERSION_ROW = Pattern.compile(
            "(?m)^[ |]*(?:version[^:|\\n]{0,10}: )?v?(\\d{1,3}\\.\\d{1,2})[\\s|]+(?:[^:|\\n]{0,20}: )?" + DAY,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APPROVED = Pattern.compile("(?i)\\b(?:approved(?: on| by)?|approval date|date approved"
            + "|date of approval|date of issue|issue date|issued)" + SEPARATOR + DAY);
    private static final Pattern APPROVED_ROW = Pattern.compile(
            "(?im)^.{0,40}?(?<![.\\w])" + DAY + "[ \\t|]+(?:[^:|\\n]{0,30}: )?(?:formally )?approved\\b");
    private static final Pattern REVIEW =
            Pattern.compile("(?i)\\b(?:next review|review due|review date|date of next review"
                    + "|review by|to be reviewed by|to be reviewed|review)(?: date| due| by)?" + SEPARATOR + DAY);
    private static final Pattern OWNER = owner("(?:policy|document|procedure|information) owner|owned by|owner"
            + "|(?:responsible|accountable|lead) (?:officer|manager|owner)");
    private static final Pattern AUTHOR = owner("(?:policy |document )?author(?:\\(s\\)|s)?|written by|prepared by");

    private static final Pattern STATED =
            Pattern.compile("(?im)^\\W*(?:(?:policy|document|information)? ?(?:owner|author|status"
                    + "|reference)|owned by|version|date of|effective|approved|approval|review|last reviewed|next review"
                    + "|organisation|contact)\\b");

    private final String text;

    Facts(String whole) {
        String front = whole.substring(0, Math.min(FRONT_CHARACTERS, whole.length()));
        String back = whole.substring(Math.max(front.length(), whole.length() - BACK_CHARACTERS));
        Matcher control = CONTROL.matcher(back);
        text = control.find() ? front + '\n' + back.substring(control.start()) : front;
    }

    /** Whether a text without a heading tells such facts: who owns the document, its version, its dates. */
    static boolean areIn(String text) {
        return STATED.matcher(text).find();
    }

    @Nullable
    String version() {
        Matcher named = VERSION.matcher(VERSION_ROW.matcher(text).replaceAll(""));
        return named.find()
                ? named.group(1).strip()
                : VERSION_ROW
                        .matcher(text)
                        .results()
                        .map(row -> row.group(1))
                        .max(Comparator.comparing(Double::valueOf))
                        .orElse(null);
    }

    /** When it was approved as it says, else the last approval in the table of its versions. */
    @Nullable
    String approved() {
        String named = first(APPROVED);
        return named != null
                ? named
                : APPROVED_ROW
                        .matcher(text)
                        .results()
                        .map(row -> row.group(1))
                        .max(Comparator.comparing(
                                date -> WrittenDate.first(date).orElse(LocalDate.MIN)))
                        .orElse(null);
    }

    @Nullable
    String review() {
        return first(REVIEW);
    }

    /** Who answers for it; who wrote it, where nobody is said to. */
    @Nullable
    String owner() {
        return person(OWNER).or(() -> person(AUTHOR)).orElse(null);
    }

    private static Pattern owner(String names) {
        return Pattern.compile("(?im)(?:^|[|\\t])[ *_•]*(?:" + names + ")\\b(?: (?:name|title|role))?"
                + "[ *_]*(?:[:|\\t]|  |\\R)[\\s:|*_]*([^|\\t\\n]{3,80})");
    }

    private Optional<String> person(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1).replaceFirst("  .*|(?i)\\b(?:tel|e-?mail)[.: ].*", ""))
                .map(name -> name.replaceAll("[*_]+", "").strip())
                .filter(Facts::isPerson)
                .findFirst();
    }

    /** What a form has where nobody has filled it in is nobody. */
    private static boolean isPerson(String name) {
        boolean blank = name.matches(
                "(?s)[<\\[(].*|\\W*|.*:|(?i)n/?a|tbc|tbd|name|.*\\b(?:history|contents|owner|author|status|number)|version\\b.*|date\\b.*|approved\\b.*|review\\b.*");
        return !blank && name.split(" ").length <= 10 && Character.isUpperCase(name.codePointAt(0));
    }

    private @Nullable String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
