package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer starts from, and whatever it has found: {@code src/test/resources/fuzz/README.md}. */
@Alongside
class FuzzCorpusTests {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** By the folder of its inputs; the fuzz profile of the pom names the same. */
    enum Target {
        ACTIVITY("io.beadle.teams.ActivityFuzz"),
        PRESSED("io.beadle.card.PressedFuzz"),
        TEMPLATE("io.beadle.content.TemplateFuzz"),
        WORDS("io.beadle.bot.report.words.WordsFuzz"),
        DOCUMENT("io.beadle.knowledge.document.DocumentFuzz");

        final String type;

        Target(String type) {
            this.type = type;
        }

        Path folder() {
            return CORPUS.resolve(type.replaceFirst(".*\\.(\\w+)Fuzz", "$1").toLowerCase(Locale.ROOT));
        }
    }

    static Stream<Arguments> inputs() throws IOException {
        Stream.Builder<Arguments> inputs = Stream.builder();
        for (Target target : Target.values()) {
            try (Stream<Path> files = Files.list(target.folder())) {
                files.sorted().forEach(file -> inputs.add(Arguments.of(target, file)));
            }
        }
        return inputs.build();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("inputs")
    void isTakenWithoutAFailure(Target target, Path input) throws Exception {
        byte[] bytes = Files.readAllBytes(input);
        MethodHandle taken = MethodHandles.publicLookup()
                .findStatic(
                        Class.forName(target.type),
                        "fuzzerTestOneInput",
                        MethodType.methodType(void.class, byte[].class));

        assertTimeoutPreemptively(LONGEST, () -> taken.invoke(bytes));
    }

    @Test
    void everyFuzzedPlaceHasSomethingToStartFrom() throws IOException {
        for (Target target : Target.values()) {
            try (Stream<Path> files = Files.list(target.folder())) {
                List<Path> found = files.toList();
                assertThat(found).as(target.toString()).hasSizeGreaterThan(3);
            }
        }
    }
}
