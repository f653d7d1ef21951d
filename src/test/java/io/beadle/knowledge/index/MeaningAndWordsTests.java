package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Likeness;
import io.beadle.knowledge.Suites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On pairs of questions: 79 that ask the same, and 86 that differ in a word or in their order. */
class MeaningAndWordsTests {
    /** Found again; what is not is answered from the policies, as if nobody had asked before. */
    private static final double RECALL = 0.65;

    private static LiveIndex index;
    private static Likeness likeness;

    private record Pair(boolean same, String one, String other) {}

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        index = Suites.open(Suites.properties(Suites.councils(folder), folder.resolve("index")));
        likeness = new MeaningAndWords(index, Suites.glossary());
    }

    @AfterAll
    static void close() throws Exception {
        index.destroy();
    }

    @Test
    void noQuestionIsGivenTheAnswerToAnother() throws IOException {
        assertThat(pairs().filter(pair -> !pair.same())).hasSizeGreaterThan(80).noneMatch(MeaningAndWordsTests::found);
    }

    @Test
    void mostQuestionsThatAskTheSameAreFound() throws IOException {
        List<Pair> same = pairs().filter(Pair::same).toList();
        assertThat(same).hasSizeGreaterThan(70);
        assertThat(same.stream().filter(MeaningAndWordsTests::found).count() / (double) same.size())
                .isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void amongManyTheSameIsFoundAndNoneOtherwise() throws IOException {
        List<String> asked = pairs().filter(Pair::same).map(Pair::one).toList();
        assertThat(likeness.same("are usb sticks allowed?", asked)).contains("Can I use a USB stick?");
        assertThat(likeness.same("What is the capital of France?", asked)).isEmpty();
        assertThat(likeness.same("???", asked)).isEmpty();
        assertThat(likeness.same("can I", List.of("can I?"))).isEmpty();
        assertThat(likeness.same("Are USB sticks allowed?", List.of())).isEmpty();
    }

    @Test
    void groupsHoldWhatMeansMuchTheSameLargestFirst() {
        assertThat(likeness.groups(List.of(
                        "Who is the caretaker?",
                        "Can I use a USB stick?",
                        "how long is CCTV footage kept",
                        "are usb sticks allowed",
                        "may I use usb sticks at work",
                        "for how long do we keep CCTV footage")))
                .containsExactly(
                        List.of("Can I use a USB stick?", "are usb sticks allowed", "may I use usb sticks at work"),
                        List.of("how long is CCTV footage kept", "for how long do we keep CCTV footage"),
                        List.of("Who is the caretaker?"));
        assertThat(likeness.groups(List.of())).isEmpty();
    }

    private static boolean found(Pair pair) {
        return likeness.same(pair.other(), List.of(pair.one())).isPresent();
    }

    private static java.util.stream.Stream<Pair> pairs() throws IOException {
        try (java.io.InputStream file = MeaningAndWordsTests.class.getResourceAsStream("/question-pairs.tsv")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .map(cells -> new Pair(cells.get(0).endsWith("same"), cells.get(1), cells.get(2)));
        }
    }
}
