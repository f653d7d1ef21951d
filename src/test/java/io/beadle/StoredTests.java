package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of every collection it is written down whose data is in it, how long, and by which rule, or why by none. */
public class StoredTests {
    private static final Path TABLE = Path.of("src/docs/STORED.md");
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+`) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern LITERAL =
            Pattern.compile("(?:getCollection|create)\\((?:database, )?\"([\\w-]+)\"\\)");
    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) = \"([\\w-]+)\";");

    /** What a constant stands behind that names a collection. */
    private static final String USED =
            "(?:(?:indexOps|getCollection)\\(|Document\\.class,\\s+|\\bmongo\\.\\w+\\([^;]*,\\s)";

    private record Row(Set<String> collections, String by) {}

    @Test
    void everyCollectionOfTheCodeIsWrittenDownAndNoOther() throws IOException {
        assertThat(collectionsOfTheCode())
                .contains("incidents", "drafts", "counters", "evidence-content")
                .isEqualTo(writtenDown());
    }

    @Test
    void everyOneHasARuleThatThereIsOrAReason() throws IOException {
        Set<String> rules = Arrays.stream(Kept.values())
                .map(kind -> "besides." + kind.id())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        rows().forEach(row -> {
            List<String> keys = quoted(row.by());
            assertThat(row.by()).as(row.collections().toString()).matches("`.+|no (key|time|person).+");
            assertThat(keys).allMatch(key -> key.equals("incidents") || rules.contains(key));
            named.addAll(keys);
        });
        assertThat(named).containsAll(rules);
    }

    /** For tests that look into a database. */
    public static Set<String> writtenDown() {
        return rows().stream()
                .flatMap(row -> row.collections().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Row> rows() {
        return lines(TABLE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(Set.copyOf(quoted(row.group(1))), row.group(4)))
                .toList();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> collectionsOfTheCode() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file : (Iterable<Path>) all.filter(StoredTests::isOfAStore)::iterator) {
                names.addAll(collectionsOf(Files.readString(file)));
            }
        }
        return names;
    }

    private static boolean isOfAStore(Path file) {
        return file.toString().matches(".*/mongo/\\w+[.]java");
    }

    private static List<String> collectionsOf(String code) {
        List<String> names = new ArrayList<>(
                LITERAL.matcher(code).results().map(found -> found.group(1)).toList());
        for (MatchResult constant : CONSTANT.matcher(code).results().toList()) {
            if (Pattern.compile(USED + constant.group(1) + "\\b").matcher(code).find()) {
                names.add(constant.group(2));
            }
        }
        return names;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
