package io.beadle.bot.turn;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said to have something of the registers, packs and evidence: short, and with a reference where one is needed. */
final class RegisterWords {
    private static final String SHOWN = "(?:please )?(?:(?:show|open|export|see|get|give)(?: me)? )?(?:the |our )?";
    private static final String REFERENCE = "(?<reference>inc-\\d{4}-\\d{4,9})";
    private static final String END = "(?: please)?[.!? ]*";

    private static final Pattern PACK =
            Pattern.compile(SHOWN + "(?:ico )?(?:pack|(?<update>pack update|update pack|update))"
                    + "(?: for| of| on| about)? " + REFERENCE + END);
    private static final Pattern REGISTER = Pattern.compile(SHOWN + "(?:data )?breach register" + END);
    private static final Pattern FOI =
            Pattern.compile(SHOWN + "(?:foi|freedom of information)(?: table| figures| numbers)" + END);
    private static final Pattern EVIDENCE =
            Pattern.compile(SHOWN + "evidence(?: for| of| on| about)? " + REFERENCE + END);

    private RegisterWords() {}

    /** @param text in small letters, with single spaces */
    static Optional<Intent> intent(String text) {
        Matcher pack = PACK.matcher(text);
        if (pack.matches()) {
            return Optional.of(new Intent.IcoPack(reference(pack), pack.group("update") != null));
        }
        Matcher evidence = EVIDENCE.matcher(text);
        if (evidence.matches()) {
            return Optional.of(new Intent.EvidenceOf(reference(evidence)));
        }
        if (REGISTER.matcher(text).matches()) {
            return Optional.of(new Intent.BreachRegister());
        }
        return FOI.matcher(text).matches() ? Optional.of(new Intent.FoiTable()) : Optional.empty();
    }

    private static String reference(Matcher matched) {
        return matched.group("reference").toUpperCase(Locale.ROOT);
    }
}
