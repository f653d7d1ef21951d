package io.beadle.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From question to answer with many passages, one after the other and each asked once, as {@code ask --batch} gives them; beside
 * it langchain4j's own retrievers, and what Lucene takes to find ten passages by words alone, which is the limit.
 */
final class Answering implements Measurement {
    static final String NAME = "answering";

    private static final int WARM_UP = 300;

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Passages passages = Passages.of(Asking.PASSAGES);
        Questions phrased = new Questions(0, 0);
        List<String> questions = IntStream.range(0, WARM_UP + scale.questions())
                .mapToObj(phrased::fresh)
                .toList();
        String condition = passages.texts().size() + " passages";
        results.addEvents(NAME, condition, "beadle", beadle(passages, questions));
        try (Retrievers retrievers = Retrievers.of(passages)) {
            for (Retrievers.Named each : retrievers.all()) {
                results.addEvents(NAME, condition, each.name(), millis(each, questions));
            }
        }
    }

    private static List<Double> millis(Retrievers.Named retriever, List<String> questions) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (String question : questions) {
            long begin = System.nanoTime();
            retriever.retriever().retrieve(question);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return millis.subList(WARM_UP, millis.size());
    }

    private static List<Double> beadle(Passages passages, List<String> questions)
            throws IOException, InterruptedException {
        Path batch = Files.write(passages.folder().resolve("questions.txt"), questions);
        Path log = Server.TARGET.resolve("answering.log");
        List<String> command = new ArrayList<>(List.of("./beadle", "ask", "--batch", batch.toString(), "--json"));
        command.addAll(List.of(passages.options()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("BEADLE_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        List<Double> millis = new ArrayList<>();
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            long last = System.nanoTime();
            while (answers.readLine() != null) {
                long now = System.nanoTime();
                millis.add((now - last) / 1e6);
                last = now;
            }
        }
        if (process.waitFor() != 0 || millis.size() != questions.size()) {
            throw new IllegalStateException("Beadle did not answer them all: see " + log);
        }
        return millis.subList(WARM_UP, millis.size());
    }
}
