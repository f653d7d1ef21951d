package io.beadle.reader;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a passage's text, in characters from 0; {@code to} is the first behind it. */
record Range(int from, int to) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})-(\\d{1,6})");

    /** Where a sentence stands in a text, whatever its white space; empty where it does not, or is all of it. */
    static Optional<Range> of(String text, String sentence) {
        String words = Arrays.stream(sentence.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
        Matcher matcher = Pattern.compile(words).matcher(text);
        return matcher.find() ? new Range(matcher.start(), matcher.end()).partOf(text) : Optional.empty();
    }

    /** Reads what {@link #toString()} wrote into an address; empty where it is no part of this text. */
    static Optional<Range> parse(@Nullable String written, String text) {
        Matcher matcher = WRITTEN.matcher(written == null ? "" : written);
        return matcher.matches()
                ? new Range(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))).partOf(text)
                : Optional.empty();
    }

    private Optional<Range> partOf(String text) {
        boolean part = from < to && to <= text.length() && to - from < text.length();
        return part ? Optional.of(this) : Optional.empty();
    }

    boolean holds(int position) {
        return from <= position && position < to;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
