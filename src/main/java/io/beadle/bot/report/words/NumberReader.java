package io.beadle.bot.report.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that stand for something: the one to ring, and the one on the council's sticker. Each needs its cue. */
final class NumberReader {
    private static final Pattern RING = Pattern.compile(
            "\\b(?:(?:ring|call|phone|reach|contact|get|text)(?: hold of)? me(?: back| please| now)?(?: on| at)?"
                    + "|my (?:own |personal |home |other |private )?(?:phone |mobile |telephone |contact )?(?:number|no|tel)"
                    + "(?: is|:|'s)?|i'?m on|i am on|number to (?:ring|call)(?: is|:)?):? "
                    + "(?<n>(?:ext(?:ension)?\\.? ?)?\\+?\\(?\\d[\\d ()-]{2,18}\\d)(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile(
            "\\b(?:asset|inventory|serial)(?: (?:tag|number|no\\.?|id))?(?: is|:|'s| was)? "
                    + "(?<n>(?=[a-z0-9/-]{0,19}\\d)[a-z0-9][a-z0-9/-]{2,19})(?![\\w-])",
            Pattern.CASE_INSENSITIVE);

    private NumberReader() {}

    static Optional<String> toRing(String text) {
        return first(RING, text);
    }

    static Optional<String> assetTag(String text) {
        return first(TAG, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher said = pattern.matcher(text);
        return said.find() ? Optional.of(said.group("n").strip()) : Optional.empty();
    }
}
