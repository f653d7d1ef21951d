package io.beadle.knowledge.document;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one line of a document is: by its own looks, or because its file says so. What it means is for {@link Outline} to
 * say, which knows the lines around it.
 *
 * @param mark the section number, the letter or the hashes it begins with; empty where it has none
 * @param text what comes after the mark, or for a list item the whole line, mark included
 * @param whole all of it as the source has it, without white space around it
 * @param page the page it stands on, from 1; 0 where nobody knows
 */
record Line(Kind kind, String mark, String text, String whole, int page) {
    enum Kind {
        BLANK,
        /** The file marks it as a heading; the mark has a hash for each level, one for the title. */
        HEADING,
        NUMBERED,
        LABELLED,
        BULLET,
        /** A row of a table, its cells side by side. */
        CELL,
        /** A row of a table that makes sense alone: every cell follows the name of its column. */
        RECORD,
        TEXT
    }

    static final Line BLANK = new Line(Kind.BLANK, "", "", "", 0);

    private static final Pattern MARKDOWN = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,3})(?:\\.|(?:\\.\\s+|\\s+(?!\\p{Ll})|\\.(?!\\d))(\\S.*))?");
    private static final Pattern LABELLED =
            Pattern.compile("(?:\\(([a-z]|[ivx]{1,5})\\)|([a-z]|[ivx]{1,5})[.)](?=\\s|$))\\s*.*");
    private static final Pattern BULLET = Pattern.compile("(?:[·•‣▪◦●○■❖➢\uF0B7\uF0A7\uF0D8*–-]|o(?=\\s{2}))\\s+.*");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;,][”\"’')\\]]*\\d{0,3}", Pattern.DOTALL);

    /** What a line looks like. */
    static Line of(String raw) {
        String line = raw.strip();
        if (line.isEmpty()) {
            return BLANK;
        }
        Matcher markdown = MARKDOWN.matcher(line);
        if (markdown.matches()) {
            String text = markdown.group(2).replaceAll("[*_]{2}", "");
            return new Line(Kind.HEADING, markdown.group(1), text, line, 0);
        }
        if (line.contains("\t") || raw.startsWith("\t") || line.startsWith("|") || line.contains(" | ")) {
            return of(Kind.CELL, line);
        }
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.matches()) {
            String rest = Objects.requireNonNullElse(numbered.group(2), "");
            boolean date = DATE.matcher(line).lookingAt() || DATE.matcher(rest).lookingAt();
            return date ? of(Kind.TEXT, line) : new Line(Kind.NUMBERED, numbered.group(1), rest, line, 0);
        }
        Matcher labelled = LABELLED.matcher(line);
        if (labelled.matches()) {
            return new Line(Kind.LABELLED, line.replaceFirst("^\\(?(\\w+)(?s:.*)", "$1"), line, line, 0);
        }
        return of(BULLET.matcher(line).matches() ? Kind.BULLET : Kind.TEXT, line);
    }

    /** A line of which the file says what it is. */
    static Line of(Kind kind, String text) {
        String line = text.strip();
        return line.isEmpty() ? BLANK : new Line(kind, "", line, line, 0);
    }

    /** @param level 1 for the title, 2 for what is below it, and so on */
    static Line heading(int level, String text) {
        String line = text.strip();
        return line.isEmpty() ? BLANK : new Line(Kind.HEADING, "#".repeat(level), line, line, 0);
    }

    Line onPage(int newPage) {
        return new Line(kind, mark, text, whole, newPage);
    }

    boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** Short, begun with a capital, no sentence: it could be a heading if it stands where one would. */
    boolean looksLikeHeading(int mostWords) {
        return !text.isEmpty()
                && (Character.isUpperCase(text.codePointAt(0)) || Character.isDigit(text.codePointAt(0)))
                && words() <= mostWords
                && (text.endsWith("?") || !endsSentence(text))
                && !text.contains("  ")
                && !text.contains("@")
                && !DATE.matcher(text).find();
    }

    boolean startsLowerCase() {
        return kind == Kind.TEXT && Character.isLowerCase(text.codePointAt(0));
    }

    int words() {
        return text.split("\\s+").length;
    }

    static boolean endsSentence(String text) {
        return SENTENCE_END.matcher(text).matches();
    }
}
