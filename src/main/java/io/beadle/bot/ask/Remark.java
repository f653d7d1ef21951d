package io.beadle.bot.ask;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a text is besides, or instead of, a question to the policies. Told by its form; a wrong guess costs a sentence. */
enum Remark {
    /** No word in it: empty, emoji, punctuation. */
    WORDLESS,
    /** More than can be searched with: a pasted page. */
    LONG,
    /** Orders to Beadle itself: to leave its rules, or to show how it is made. */
    ORDERS,
    WELSH,
    /** In another language than English. */
    FOREIGN,
    ABUSE,
    NONE;

    /** A question is not longer; the assistant reads no further. */
    private static final int LONGEST = 1_000;

    private static final Pattern TO_BEADLE = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override|bypass|skip)\\b.{0,30}\\b(?:instruction|prompt|guardrail|programming|guideline|restriction)s?\\b"
                    + "|\\b(?:ignore|disregard|forget) (?:(?:all|everything|anything|your|the|of|about|these|those) )*+(?:rules|above|policies|previous|earlier|prior|you were told)\\b"
                    + "|\\b(?:system|hidden|initial|developer|secret) (?:prompt|message|instructions?)\\b"
                    + "|\\b(?:show|print|reveal|tell|give|list|output|dump|repeat|display|send)\\b(?: me| us)?(?: all)?(?: of)? your"
                    + " (?:\\w+ ){0,2}(?:prompt|instruction|configuration|config|settings|source code|files?|passwords?|secrets?|api keys?|keys?|token|environment|variables|database|logs?)"
                    + "|\\bwhat(?: is| are|'s) your (?:\\w+ )?(?:prompt|instruction|configuration|config|source code|api key)"
                    + "|\\byou are (?:now|no longer)\\b|\\bfrom now on,? (?:you|just|only|answer|reply)\\b|\\b(?:pretend|act) (?:to be|you are|you're|as if you|as an? (?:unrestricted|different|evil|ai|hacker))\\b"
                    + "|\\b(?:jailbreak|dan mode|developer mode|god mode)\\b");
    private static final Pattern RUDE = Pattern.compile(
            "\\b(?:fuck\\w*|shit\\w*|bullshit|wank\\w*|cunt|twat|bollocks|arse(?:hole)?|ass(?:hole)|bastard|dickhead|prick|bitch"
                    + "|piss off|shut up|sod off|get lost|idiot|moron|stupid|useless|rubbish bot|crap|hate you|waste of (?:time|space))\\b");
    /** What is seen at once, before anything is looked up: {@link #WORDLESS}, {@link #LONG}, {@link #ORDERS} or {@link #NONE}. */
    static Remark before(String text) {
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return WORDLESS;
        }
        if (TO_BEADLE.matcher(plain(text)).find()) {
            return ORDERS;
        }
        return text.length() > LONGEST ? LONG : NONE;
    }

    /** Why the policies may not have answered: {@link #WELSH}, {@link #FOREIGN}, {@link #ABUSE} or {@link #NONE}. */
    static Remark unanswered(String text) {
        String plain = plain(text);
        if (RUDE.matcher(plain).find()) {
            return ABUSE;
        }
        return switch (Tongue.of(plain)) {
            case ENGLISH -> NONE;
            case WELSH -> WELSH;
            case OTHER -> FOREIGN;
        };
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replace('\u2019', '\'').replaceAll("\\s+", " ");
    }
}
