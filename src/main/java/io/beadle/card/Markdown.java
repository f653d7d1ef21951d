package io.beadle.card;

import java.util.regex.Pattern;

/** The one way by which text that somebody typed, or a policy holds, enters a field that Teams reads as Markdown. */
public final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]()<>#+!|~-])");

    private Markdown() {}

    /** The text so that Teams shows it as it stands. */
    public static String escape(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$1");
    }

    /** The text, escaped, as a block quote. */
    public static String quote(String text) {
        return "> " + escape(text).replace("\n", "  \n> ");
    }
}
