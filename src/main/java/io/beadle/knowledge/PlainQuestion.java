package io.beadle.knowledge;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question without what could tell of whom it is: addresses, numbers and names as far as they can be told by their form.
 * A name in lower case, or at the start of a sentence, is not recognised: see RATIONALE.md, "What is left out of a gap?".
 */
public final class PlainQuestion {
    private static final String GONE = "\u2026";

    private static final Pattern TITLED = Pattern.compile(
            "\\b(?i:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Cllr|Councillor)\\.?(?:\\s+\\p{Lu}[\\p{L}'\u2019-]*+){1,3}");
    private static final Pattern CAPITALISED =
            Pattern.compile("\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]*+(?:\\s+\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]*+){0,3}");
    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile("[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}.-]++"),
            Pattern.compile("\\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b[A-Z]{2} ?(?:[0-9]{2} ?){3}[A-D]\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\+?(?:[0-9][ ()./-]{0,2}){5,}+"),
            Pattern.compile("(?<=\\s)@[\\p{L}\\p{N}._-]++"),
            Pattern.compile("https?://\\S++"));

    /** Words that stand with a capital within a sentence and are nobody's name. */
    private static final Set<String> NO_NAMES = Set.of(
            "Teams",
            "Outlook",
            "Word",
            "Excel",
            "Windows",
            "Office",
            "Microsoft",
            "Google",
            "Apple",
            "Android",
            "Copilot",
            "Zoom",
            "Dropbox",
            "Facebook",
            "Signal",
            "Internet",
            "Council",
            "Policy",
            "Freedom",
            "Information",
            "Act",
            "Data",
            "Protection",
            "Security",
            "Officer",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "England",
            "Wales",
            "Scotland",
            "Ireland",
            "Britain",
            "Europe",
            "European",
            "English",
            "Welsh",
            "Chat",
            "Bluetooth",
            "Christmas",
            "Easter",
            "Beadle",
            "Subject",
            "Access",
            "Request");

    private PlainQuestion() {}

    /** The question with each of them as an ellipsis; the same once more changes nothing. */
    public static String of(String question) {
        String plain = question;
        for (Pattern number : NUMBERS) {
            plain = number.matcher(plain).replaceAll(found -> found.group().endsWith(" ") ? GONE + " " : GONE);
        }
        plain = TITLED.matcher(plain).replaceAll(GONE);
        return withoutNames(plain).strip();
    }

    private static String withoutNames(String text) {
        Matcher names = CAPITALISED.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(plain, Matcher.quoteReplacement(name(text, names) ? GONE : names.group()));
        }
        return names.appendTail(plain).toString();
    }

    /** The first word of a sentence has its capital for that; two in a row are a name there too. */
    private static boolean name(String text, Matcher found) {
        List<String> words = List.of(found.group().split("\\s+"));
        if (NO_NAMES.containsAll(words)) {
            return false;
        }
        boolean first = text.substring(0, found.start()).isBlank()
                || text.substring(0, found.start()).strip().matches("(?s).*[.!?:]");
        return !first || (words.size() > 1 && !NO_NAMES.contains(words.get(1)));
    }
}
