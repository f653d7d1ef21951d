package io.beadle.bot.ask;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands "and for contractors?" from the question before it, by its form alone: it begins as no new question does, or
 * speaks of something that it does not name. See RATIONALE.md, "How is a follow-up told?"
 */
final class FollowUp {
    private static final int MOST_WORDS = 16;
    private static final int SHORT = 8;
    private static final int FRAGMENT_WORDS = 9;

    /** More of the question before than this is not needed to know what it was about. */
    private static final int LONGEST_BEFORE = 250;

    /** What goes on from something said. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:ok|okay|right|thanks|thank you|great|hm+|er+m?|ah|oh|yes|no|well|sorry|cheers)\\b[,.! ]*+)*+"
                    + "(?<lead>(?:(?:and|but|or|so|also|then|what about|how about|what of|same for|is it the same for"
                    + "|is that the same for|does (?:that|it|this|the same) (?:also )?apply (?:to|for)|or what about)\\b[, ]*+)*+)");

    private static final Pattern CONDITION =
            Pattern.compile("^(?:what )?(?:if|when|while|unless|though|even if|even when)\\b");
    private static final Pattern WHEN_CONDITION = Pattern.compile(
            "^when (?:i|i'm|i've|it|it's|they|they're|we|we're|he|she|the|my|a|an|on|off|at|in|using|working|somebody|someone"
                    + "|nobody|no one)\\b");
    private static final Pattern QUESTION = Pattern.compile(
            "^(?:(?:at|by|for|in|on|to|from|since|until|with|under) )?(?:who|whom|whose|what|what's|who's|where's|when's|how's|which|where|when|why|how|do|does|did|don't|doesn't"
                    + "|is|isn't|are|aren't|was|were|can|can't|could|may|might|must|shall|should|shouldn't|will|won't|would|have"
                    + "|has|am)\\b");
    private static final Pattern PREPOSITION = Pattern.compile(
            "^(?:not |only |even |just |not even |and )*+(?:at|on|in|for|from|with|without|by|to|after|before|during|outside"
                    + "|inside|under|over|via|through|until|within|abroad|because|including|except|between)\\b");
    private static final Pattern SHORT_QUESTION =
            Pattern.compile("^(?:how (?:long|often|much|many|soon|quickly|fast)|who|whom|where|when|why|which)"
                    + " (?:for|if|about|with|at|in|on|after|before|not)\\b");
    private static final Pattern TAIL =
            Pattern.compile("\\b(?:too|as well|either|instead|then|though|the same(?: way)?|otherwise|again)\\W*$");
    private static final Pattern ENDS_POINTING =
            Pattern.compile("\\b(?:do|does|for|about|with|of|like|to|is|was|why) (?:that|this)\\W*$");
    /** "On holiday abroad, can I …": a question of its own behind what looks like a fragment. */
    private static final Pattern QUESTION_INSIDE = Pattern.compile(
            "\\b(?:who|what|how|can|could|do|does|may|must|should|will|would|is|are|am) (?:i|we|you|they|it|staff|the)\\b");

    private static final Pattern ELSE = Pattern.compile(
            "(?:^|\\b(?:do|is|are|to|tell|have|know) )(?:who|what|where|how|anything|anyone|nothing|anybody) else\\b");
    private static final Pattern OWN_POLICY = Pattern.compile("\\bpolic(?:y|ies)\\b(?<!(?:this|that|same|the) policy)");

    private FollowUp() {}

    /** The whole question that is meant if the text is a follow-up to {@code before}; empty if it stands alone. */
    static Optional<String> of(String text, String before) {
        String plain = text.strip().replace('\u2019', '\'').replaceAll("\\s+", " ");
        String lower = plain.toLowerCase(Locale.UK);
        Matcher lead = LEAD.matcher(lower);
        int start = lead.find() ? lead.end() : 0;
        String rest = lower.substring(start);
        boolean led = lead.group("lead") != null && !lead.group("lead").isBlank();
        Words words = Words.of(rest);
        if (before.isBlank()
                || words.count() == 0
                || words.count() > MOST_WORDS
                || OWN_POLICY.matcher(lower).find()) {
            return Optional.empty();
        }
        boolean condition = CONDITION.matcher(rest).find()
                && (!rest.startsWith("when") || WHEN_CONDITION.matcher(rest).find());
        boolean asks = !condition && QUESTION.matcher(rest).find();
        if (!leans(rest, words, led, condition, asks)) {
            return Optional.empty();
        }
        String said = plain.substring(Math.min(start, plain.length())).strip();
        return Optional.of(asks ? join(said, Words.topic(cut(before))) : join(cut(before), said));
    }

    /** What the text itself names to be asked about, in small letters. */
    static List<String> topics(String text) {
        return Words.of(text.toLowerCase(Locale.UK).replace('\u2019', '\'')).topicWords();
    }

    private static boolean leans(String rest, Words words, boolean led, boolean condition, boolean asks) {
        if (words.addressesBeadle()) {
            return false;
        }
        if (words.speaksOfSomethingUnnamed()
                || ENDS_POINTING.matcher(rest).find()
                || ELSE.matcher(rest).find()) {
            return true;
        }
        if (words.topics() == 0 && words.count() <= SHORT) {
            return true;
        }
        if (condition) {
            return words.topics() <= 1;
        }
        if (asks) {
            return (led && words.topics() <= 1)
                    || (SHORT_QUESTION.matcher(rest).find() && words.topics() <= 2 && words.count() <= SHORT)
                    || (TAIL.matcher(rest).find() && words.topics() <= 1);
        }
        return words.count() <= FRAGMENT_WORDS
                && !QUESTION_INSIDE.matcher(rest).find()
                && (led
                        || PREPOSITION.matcher(rest).find()
                        || TAIL.matcher(rest).find());
    }

    private static String join(String first, String second) {
        return first.replaceAll("[?.!,; ]+$", "") + " – " + second.replaceAll("[?.!,; ]+$", "") + "?";
    }

    private static String cut(String before) {
        return before.length() <= LONGEST_BEFORE
                ? before
                : before.substring(0, before.offsetByCodePoints(0, before.codePointCount(0, LONGEST_BEFORE)));
    }
}
