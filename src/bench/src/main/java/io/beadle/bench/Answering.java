package io.beadle.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * From question to answer with many passages, one after the other, as {@code ask --batch} gives them; beside it what Lucene
 * takes to find ten passages by words alone, which is the limit.
 */
final class Answering {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1000;
    private static final int SECTIONS = 40;

    private Answering() {}

    /** Takes the number of passages. */
    public static void main(String[] args) throws Exception {
        int passages = Integer.parseInt(args[0]);
        Path folder = Files.createDirectories(Path.of("src/bench/target/answering-" + passages));
        List<String> texts = policies(folder.resolve("policies"), passages);
        List<String> questions = questions(WARM_UP + MEASURED);
        Path batch = Files.write(folder.resolve("questions.txt"), questions);
        System.out.println(passages + " passages, " + MEASURED + " questions, milliseconds");
        print("beadle", beadle(folder, batch));
        print("lucene", lucene(texts, questions));
    }

    /** Sections whose sentences are those of the bundled policies, put together anew: as many words, as many documents. */
    private static List<String> policies(Path folder, int passages) throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> bundled = Files.list(Path.of("knowledge/policies"))) {
            for (Path policy : bundled.sorted().toList()) {
                Files.readString(policy)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .flatMap(line -> Stream.of(line.split("(?<=[.]) ", -1)))
                        .filter(sentence -> sentence.endsWith(".") && sentence.length() > 40)
                        .forEach(sentences::add);
            }
        }
        Files.createDirectories(folder);
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < passages; from += SECTIONS) {
            StringBuilder policy = new StringBuilder("# Policy " + from + "\n");
            for (int i = from; i < Math.min(passages, from + SECTIONS); i++) {
                Collections.shuffle(sentences, random);
                String text = String.join(" ", sentences.subList(0, 3 + random.nextInt(4)));
                policy.append("\n## ")
                        .append(i - from + 1)
                        .append(" Section\n\n")
                        .append(text)
                        .append('\n');
                texts.add(text);
            }
            Files.writeString(folder.resolve("policy-" + from + ".md"), policy);
        }
        return texts;
    }

    private static List<String> questions(int many) throws IOException {
        List<String> golden = Files.readAllLines(Path.of("knowledge/golden-questions.jsonl"));
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            questions.add(
                    golden.get(i % golden.size()).replaceAll(".*\"question\": \"((?:[^\"\\\\]|\\\\.)*)\".*", "$1"));
        }
        return questions;
    }

    /** The index is made before the first answer, which is of the warm-up. */
    private static Histogram beadle(Path folder, Path batch) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "./beadle",
                        "ask",
                        "--batch",
                        batch.toString(),
                        "--json",
                        "--beadle.knowledge.sources=" + folder.resolve("policies"),
                        "--beadle.knowledge.index-dir=" + folder.resolve("index"))
                .redirectError(folder.resolve("beadle.log").toFile())
                .start();
        Histogram histogram = new Histogram(3);
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            long last = 0;
            for (int i = 0; answers.readLine() != null; i++) {
                long now = System.nanoTime();
                if (i >= WARM_UP) {
                    histogram.recordValue((now - last) / 1000);
                }
                last = now;
            }
        }
        if (process.waitFor() != 0 || histogram.getTotalCount() != MEASURED) {
            throw new IllegalStateException("Beadle did not answer them all: see " + folder.resolve("beadle.log"));
        }
        return histogram;
    }

    private static Histogram lucene(List<String> texts, List<String> questions) throws IOException {
        Histogram histogram = new Histogram(3);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                EnglishAnalyzer analyzer = new EnglishAnalyzer()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new TextField("text", text, Field.Store.YES));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (int i = 0; i < questions.size(); i++) {
                    long begin = System.nanoTime();
                    Query query = new QueryBuilder(analyzer).createBooleanQuery("text", questions.get(i));
                    if (query == null) {
                        continue; // no words
                    }
                    searcher.search(query, 10);
                    if (i >= WARM_UP) {
                        histogram.recordValue((System.nanoTime() - begin) / 1000);
                    }
                }
            }
        }
        return histogram;
    }

    private static void print(String name, Histogram histogram) {
        System.out.printf(
                "%s p50 %.1f p99 %.1f most %.1f%n",
                name,
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getMaxValue() / 1e3);
    }
}
