package io.beadle.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.document.SourceRead;
import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** On pairs of a clause of the bundled policies and a sentence that says the same, or a lie about it. */
@Alongside
class PassageSupportTests {
    private static LiveIndex index;
    private static List<Passage> passages;
    private static PassageSupport support;

    private record Pair(String document, String section, String sentence, boolean supported) {}

    @BeforeAll
    static void open() {
        KnowledgeProperties properties = Suites.bundled();
        index = Suites.open(properties);
        FileSources sources = new FileSources(properties);
        passages = sources.list().files().stream()
                .map(sources::read)
                .map(SourceRead.Read.class::cast)
                .flatMap(read -> read.document().passages().stream())
                .toList();
        support = new PassageSupport(index);
    }

    @AfterAll
    static void close() throws Exception {
        index.destroy();
    }

    @Test
    void keepsMostOfWhatIsTrueAndHardlyALie() throws IOException {
        int trueSentences = 0;
        List<String> lost = new ArrayList<>();
        List<String> liesKept = new ArrayList<>();
        for (Pair pair : pairs()) {
            boolean kept = support.isGiven(pair.sentence(), passage(pair));
            trueSentences += pair.supported() ? 1 : 0;
            if (pair.supported() && !kept) {
                lost.add(pair.sentence());
            }
            if (!pair.supported() && kept) {
                liesKept.add(pair.sentence());
            }
        }
        System.out.printf("support: true kept %d of %d%n", trueSentences - lost.size(), trueSentences);
        lost.forEach(sentence -> System.out.println("  lost: " + sentence));
        liesKept.forEach(sentence -> System.out.println("  lie kept: " + sentence));
        assertThat(liesKept).hasSizeLessThanOrEqualTo(1);
        assertThat(lost.size()).isLessThanOrEqualTo(trueSentences / 5);
    }

    @Test
    void keepsNothingThatIsOfAnotherPassage() throws IOException {
        List<Pair> pairs = pairs().stream().filter(Pair::supported).toList();
        for (int i = 0; i < pairs.size(); i++) {
            Pair other = pairs.get((i + pairs.size() / 2) % pairs.size());
            assertThat(support.isGiven(pairs.get(i).sentence(), passage(other)))
                    .as(pairs.get(i).sentence())
                    .isFalse();
        }
    }

    private static Passage passage(Pair pair) {
        return passages.stream()
                .filter(passage -> passage.document().equals(pair.document())
                        && pair.section().equals(passage.section()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No passage " + pair.document() + " " + pair.section()));
    }

    private static List<Pair> pairs() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                PassageSupportTests.class.getResourceAsStream("/knowledge/support-pairs.jsonl"))) {
            JsonMapper mapper = JsonMapper.builder().build();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> mapper.readValue(line, Pair.class))
                    .toList();
        }
    }
}
