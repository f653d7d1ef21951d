package io.beadle.bot;

import java.util.List;
import java.util.regex.Pattern;

/** What somebody wrote, without the mention of Beadle that a channel demands. */
final class IncomingText {
    private static final Pattern TAGGED = Pattern.compile("<at[^<>]*+>[^<]*+</at>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED = Pattern.compile("^\\s*@beadle\\b[,:]?", Pattern.CASE_INSENSITIVE);

    /** Teams lets people write longer messages, but no question is. */
    private static final int LONGEST = 4_000;

    /** A message mentions Beadle once or twice; one that does so a thousand times was made by hand. */
    private static final int MENTIONS = 10;

    private IncomingText() {}

    /**
     * The text alone, at most {@value #LONGEST} characters of it.
     *
     * @param mentions the texts by which the activity's entities mention Beadle; a mention may also stand as
     *     {@code <at>…</at>} without an entity, or as typed "@Beadle"
     */
    static String of(String text, List<String> mentions) {
        String rest = text;
        for (String mention : mentions.stream().distinct().limit(MENTIONS).toList()) {
            rest = rest.replace(mention, " ");
        }
        rest = TAGGED.matcher(rest).replaceAll(" ");
        rest = TYPED.matcher(rest).replaceFirst(" ");
        return cut(rest.replace("&nbsp;", " ").replace('\u00a0', ' ').strip());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
