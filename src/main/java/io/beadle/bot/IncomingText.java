package io.beadle.bot;

import java.util.List;
import java.util.regex.Pattern;

/** What somebody wrote, without the mention of Beadle that a channel demands. */
final class IncomingText {
    private static final Pattern TAGGED = Pattern.compile("<at[^>]*>[^<]*</at>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED = Pattern.compile("^\\s*@beadle\\b[,:]?", Pattern.CASE_INSENSITIVE);

    private IncomingText() {}

    /**
     * The text alone.
     *
     * @param mentions the texts by which the activity's entities mention Beadle; a mention may also stand as
     *     {@code <at>…</at>} without an entity, or as typed "@Beadle"
     */
    static String of(String text, List<String> mentions) {
        String rest = text;
        for (String mention : mentions) {
            rest = rest.replace(mention, " ");
        }
        rest = TAGGED.matcher(rest).replaceAll(" ");
        rest = TYPED.matcher(rest).replaceFirst(" ");
        return rest.replace("&nbsp;", " ").replace('\u00a0', ' ').strip();
    }
}
