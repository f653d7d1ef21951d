package io.beadle.knowledge.document;

import io.beadle.knowledge.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a document says of itself: on its title page, in its version table, and by the name it uses most. */
final class TitlePage {
    private static final int LINES = 40;
    private static final Pattern KIND = Pattern.compile(".*\\b(?i:policy|policies|procedures?|plan|standard|guidance|"
            + "strategy|code|protocol|register|schedule|charter|statement|handbook|scheme|rules)\\b.*");
    private static final Pattern COUNCIL =
            Pattern.compile("((?:[A-Z][a-z]+(?:-[a-z]+-[A-Z][a-z]+)? (?:and |upon |of )?){1,4})"
                    + "((?:County |City |District |Borough |Metropolitan |Parish |Town )*Council)\\b");
    /** What a document calls itself: "this Access Control Policy". */
    private static final Pattern CALLED = Pattern.compile("\\b[Tt]his ((?:[A-Z][A-Za-z-]+ ){1,5}"
            + "(?:[Pp]olicy|[Pp]rocedure|[Ss]tandard|[Gg]uidance|[Ss]trategy|[Pp]rotocol|[Hh]andbook))\\b");

    /** A council's initials, where a paper of its own never writes its name out. */
    private static final Pattern INITIALS = Pattern.compile("\\b[A-Z]{2,3}(?:CC|DC|BC)\\b");

    private static final Pattern DOMAIN = Pattern.compile("@(?:[a-z-]+\\.)*([a-z-]{3,})\\.gov\\.uk");

    private TitlePage() {}

    static Policy read(SourceText source) {
        String text = source.text();
        Facts facts = new Facts(text);
        String owner = facts.owner();
        return new Policy(
                source.file(),
                title(source, text),
                organisation(text),
                facts.version(),
                owner == null ? source.stated().author() : owner,
                facts.approved(),
                facts.review());
    }

    private static String title(SourceText source, String text) {
        List<Line> front = source.lines().stream()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        boolean anyLevel = source.form() == SourceText.Form.MARKDOWN || source.form() == SourceText.Form.TEXT;
        return front.stream()
                .filter(line -> line.kind() == Line.Kind.HEADING
                        && (anyLevel || line.mark().length() == 1))
                .map(Line::text)
                .findFirst()
                .or(() -> front.stream()
                        .takeWhile(line -> line.kind() != Line.Kind.NUMBERED)
                        .filter(line -> line.kind() == Line.Kind.TEXT || line.kind() == Line.Kind.HEADING)
                        .filter(line -> line.looksLikeHeading(14))
                        .map(Line::text)
                        .filter(line -> KIND.matcher(line).matches())
                        .findFirst())
                .or(() -> Optional.ofNullable(source.stated().title())
                        .map(String::strip)
                        .filter(title -> KIND.matcher(title).matches()))
                .or(() -> Optional.ofNullable(mostFrequent(CALLED, text, TitlePage::ownName)))
                .orElseGet(() -> source.file().replaceFirst("\\.\\w+$", ""));
    }

    /** The council it names most often by its full name; else the one whose e-mail addresses or initials it gives. */
    private static @Nullable String organisation(String text) {
        String named = mostFrequent(COUNCIL, text, TitlePage::fullName);
        String writing = named != null ? named : mostFrequent(DOMAIN, text, match -> capitalised(match.group(1)));
        return writing != null ? writing : mostFrequent(INITIALS, text, MatchResult::group);
    }

    private static String fullName(MatchResult match) {
        String place = match.group(1).replaceFirst("^(?:(?:The|All|This|Each|Every|Our|Any|Of|For|A|An|At|In) )+", "");
        boolean generic = place.isBlank() || place.matches("(?:County|City|District|Borough|Parish|Town|Local|Full) ?");
        return generic ? "" : place + match.group(2);
    }

    private static @Nullable String mostFrequent(Pattern pattern, String text, Function<MatchResult, String> name) {
        Map<String, Long> counts = pattern.matcher(text.replaceAll("[ \\t]*\\n[ \\t]*", " "))
                .results()
                .map(name)
                .filter(found -> !found.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static String ownName(MatchResult match) {
        return match.group(1);
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
