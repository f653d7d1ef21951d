package io.beadle.card;

import java.util.regex.Pattern;

/** What somebody typed, as it is kept: every character that shows, and none that only changes how others show. */
public final class TypedText {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");

    /**
     * Control characters but tab and line feed; the overrides and isolates by which a text can be made to read the other
     * way round; half a surrogate pair, which no store takes; and what is nothing at all. The marks that Hebrew and
     * Arabic need within a line stay.
     */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]|\\p{Cs}");

    private TypedText() {}

    public static String of(String typed) {
        return UNSEEN.matcher(LINE_BREAK.matcher(typed).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }
}
