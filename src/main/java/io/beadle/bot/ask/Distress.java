package io.beadle.bot.ask;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a text tells of somebody in danger, themselves or another: then help comes before any policy (G1). */
final class Distress {
    private static final Pattern SELF = Pattern.compile(
            "\\b(?:kill|hurt|harm|cut) (?:myself|himself|herself|themselves)\\b|\\bsuicid(?:e|al)\\b|\\bself[- ]harm\\w*"
                    + "|\\b(?:end|take|taking|ending) (?:my|his|her|their) (?:own )?life\\b|\\bwant(?:s)? to die\\b|\\bcan'?t go on\\b");
    private static final Pattern DANGER = Pattern.compile(
            "\\b(?:threaten(?:s|ed|ing)|threats?) to (?:kill|hurt|harm|come)|\\b(?:going|wants?|said|says) to (?:kill|hurt|stab|attack|shoot)\\b"
                    + "|\\bin (?:\\w+ )?danger\\b(?! of (?!being|harm))|\\b(?:being|been) (?:stalked|followed home|attacked|threatened)\\b"
                    + "|\\b(?:violent|abusive) (?:ex|partner|husband|wife|father|mother|man|woman|relative)\\b"
                    + "|\\b(?:fear|afraid|scared) for (?:my|his|her|their) (?:life|safety)\\b|\\bdomestic (?:abuse|violence)\\b.*\\b(?:address|found|knows|knew|told)\\b"
                    + "|\\b(?:bomb|intruder|somebody with a knife|someone with a knife|armed)\\b.*\\b(?:building|office|reception|here)\\b");

    private Distress() {}

    /** Whether somebody speaks of taking a life, their own or that of somebody near. */
    static boolean ofSelf(String text) {
        return SELF.matcher(plain(text)).find();
    }

    static boolean isIn(String text) {
        return ofSelf(text) || DANGER.matcher(plain(text)).find();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replace('\u2019', '\'').replaceAll("\\s+", " ");
    }
}
