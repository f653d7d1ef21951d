package io.beadle.knowledge.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a question names a council; asked when it names none whose policies are here. */
final class Councils {
    static final String KINDS = "(?:County|City|District|Borough|Metropolitan|Unitary|Parish|Town)";

    private static final String ABOUT = "(?:policy|policies|procedures?|rules|guidance|helpdesk|service desk|cabinet)";

    private static final List<String> PLACES = load();

    /** A place is meant as a council where it stands after "at" or in front of what councils have. */
    private static final Pattern LISTED = Pattern.compile(
            "(?iu)(?:\\bat\\s+|\\()(?:" + places() + ")(?:\\b(?!\\s+(?:road|university|airport|station))|\\))|\\b(?:"
                    + places() + ")(?:[’']s\\b|\\s+(?:" + KINDS + "|council|" + ABOUT + ")\\b)");

    private static final Pattern NAMED =
            Pattern.compile("\\b(?!The|This|Our|Your|My|Each|Every|Full|Any|A\\b|Is|Does|Can|What"
                    + "|Which|Has|Will|Do|Did|How|If|Are|May|" + KINDS
                    + ")\\p{Lu}\\p{Ll}{2,}(?:[- ]\\p{Lu}\\p{Ll}+)*\\s+(?:" + KINDS
                    + "\\s+)*[Cc]ouncil(?:[’']s)?\\b(?!lor)");

    private Councils() {}

    static boolean isAnyNamed(String question) {
        return LISTED.matcher(question).find() || NAMED.matcher(question).find();
    }

    /** What matches the places on the list whose words begin with these capitals; nothing if there are none. */
    static String withInitials(String initials) {
        return alternatives(PLACES.stream().filter(place -> initials(place).equals(initials)));
    }

    private static String initials(String place) {
        return Arrays.stream(place.split("[ -]", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.UK))
                .collect(Collectors.joining());
    }

    private static String places() {
        return alternatives(PLACES.stream());
    }

    /** The longest first, so that "West Devon" is not read as "Devon". */
    private static String alternatives(Stream<String> places) {
        return places.sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static List<String> load() {
        try (InputStream list = Councils.class.getResourceAsStream("councils.txt")) {
            List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return Arrays.stream(String.join(" ", lines).split(",\\s*", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
