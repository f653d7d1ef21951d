package io.beadle.knowledge.index;

import io.beadle.knowledge.Suites;
import io.beadle.knowledge.document.FileSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/**
 * Makes an index of more documents than can be embedded in an hour: its vectors are made up, all else is as it always is, and
 * Beadle takes it for its own. Not of the ordinary suite: {@code src/bench/run change} runs it on a folder with
 * {@code policies}, in which the index is to be {@code index}.
 */
class LargeIndex {
    private static final Path FOLDER = Path.of(System.getProperty("large.folder", "."));
    /** As many as there are different sentences in the documents, about: in each other's place they are near to each other. */
    private static final int MEANINGS = 2_000;

    @Test
    void make() throws Exception {
        FileSources sources = new FileSources(Suites.properties(FOLDER.resolve("policies"), FOLDER.resolve("index")));
        Language language = new Language(
                new CompletableFuture<>(),
                CompletableFuture.completedFuture(Spelling.load()),
                new Thesaurus(Suites.glossary()));
        IndexStore store = new IndexStore(FOLDER.resolve("index"), InstantSource.system(), language, sources);
        Inventory inventory = new Inventories(sources, InstantSource.system()).of(sources.list());
        if (store.find(inventory).isPresent()) {
            return;
        }
        long begin = System.nanoTime();
        try (IndexStore.Opened made = store.make(inventory, null, LargeIndex::vectors);
                Stream<Path> files = Files.walk(FOLDER.resolve("index/" + made.version()))) {
            System.out.printf(
                    "%,d documents, %,d passages: %,d s without the embedding, %,d MB%n",
                    made.index().policies().size(),
                    made.index().passages(),
                    (System.nanoTime() - begin) / 1_000_000_000,
                    files.mapToLong(file -> file.toFile().length()).sum() / 1_000_000);
        }
    }

    private static List<float[]> vectors(List<String> texts) {
        return texts.stream().map(LargeIndex::vector).toList();
    }

    /** Of the text below title and heading mostly, and of all of it a little. */
    private static float[] vector(String text) {
        String below = text.substring(text.indexOf('\n') + 1);
        Random meaning = new Random(Math.floorMod(below.hashCode(), MEANINGS));
        Random own = new Random(text.hashCode());
        float[] vector = new float[Embedder.DIMENSIONS];
        IntStream.range(0, vector.length)
                .forEach(i -> vector[i] = (float) (meaning.nextGaussian() + 0.5 * own.nextGaussian()));
        return VectorUtil.l2normalize(vector);
    }
}
