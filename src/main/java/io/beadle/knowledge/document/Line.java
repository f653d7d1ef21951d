package io.beadle.knowledge.document;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one line of a document is by its own looks. What it means is for {@link Outline} to say, which knows the lines
 * around it.
 *
 * @param mark the section number, the letter or the hashes it begins with; empty where it has none
 * @param text what comes after the mark, or for a list item the whole line, mark included
 */
record Line(Kind kind, String mark, String text) {
    enum Kind {
        BLANK,
        MARKDOWN_HEADING,
        NUMBERED,
        LABELLED,
        BULLET,
        CELL,
        TEXT
    }

    private static final Pattern MARKDOWN = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,3})(?:\\.|(?:\\.\\s+|\\s+(?!\\p{Ll})|\\.(?!\\d))(\\S.*))?");
    private static final Pattern LABELLED =
            Pattern.compile("(?:\\(([a-z]|[ivx]{1,5})\\)|([a-z]|[ivx]{1,5})[.)](?=\\s|$))\\s*.*");
    private static final Pattern BULLET = Pattern.compile("(?:[·•‣▪◦*–-]|o(?=\\s{2}))\\s+.*");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;,][”\"’')\\]]*\\d{0,3}", Pattern.DOTALL);

    static Line of(String raw) {
        String line = raw.strip();
        if (line.isEmpty()) {
            return new Line(Kind.BLANK, "", "");
        }
        Matcher markdown = MARKDOWN.matcher(line);
        if (markdown.matches()) {
            return new Line(
                    Kind.MARKDOWN_HEADING, markdown.group(1), markdown.group(2).replaceAll("[*_]{2}", ""));
        }
        if (line.contains("\t") || raw.startsWith("\t") || line.startsWith("|") || line.contains(" | ")) {
            return new Line(Kind.CELL, "", line);
        }
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.matches()) {
            String rest = Objects.requireNonNullElse(numbered.group(2), "");
            boolean date = DATE.matcher(line).lookingAt() || DATE.matcher(rest).lookingAt();
            return date ? new Line(Kind.TEXT, "", line) : new Line(Kind.NUMBERED, numbered.group(1), rest);
        }
        Matcher labelled = LABELLED.matcher(line);
        if (labelled.matches()) {
            return new Line(Kind.LABELLED, line.replaceFirst("^\\(?(\\w+)(?s:.*)", "$1"), line);
        }
        return new Line(BULLET.matcher(line).matches() ? Kind.BULLET : Kind.TEXT, "", line);
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
