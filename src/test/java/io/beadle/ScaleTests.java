package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code src/docs/SCALE.md}, held against the code. */
class ScaleTests {
    private static final Pattern FIELD =
            Pattern.compile("(?:new Index\\(|\\.on\\(|Indexes\\.ascending\\()(SAYS \\+ )?\"([\\w.]+)\"");

    @Test
    void everyFieldOfAnIndexIsInTheTableAndNoOther() throws IOException {
        Set<String> made = new TreeSet<>(dueOfIncidents());
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> FIELD.matcher(read(file)).results())
                    .map(found -> (found.group(1) == null ? "" : "says") + found.group(2))
                    .forEach(made::add);
        }
        assertThat(made).contains("draft", "seek.open", "says.by", "outboxDue");
        assertThat(written()).isEqualTo(made);
    }

    /** In one loop of their own. */
    private static Set<String> dueOfIncidents() {
        String loop = read(Path.of("src/main/java/io/beadle/incident/mongo/MongoIncidents.java"))
                .replaceFirst("(?s).*for \\(String due : List.of\\((.*?)\\)\\) \\{.*", "$1");
        return Stream.concat(
                        Pattern.compile("\"(\\w+)\"").matcher(loop).results().map(found -> found.group(1)),
                        Stream.of("unwitnessed"))
                .collect(Collectors.toSet());
    }

    private static Set<String> written() {
        return read(Path.of("src/docs/SCALE.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row -> Pattern.compile("`([^`]+)`")
                        .matcher(row.split("\\|", -1)[3])
                        .results())
                .flatMap(index -> Stream.of(index.group(1).split(", ", -1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
