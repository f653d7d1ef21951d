package io.beadle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Sections whose sentences are those of the bundled policies, put together anew: as many words, as many documents as are wanted.
 * They and the index that Beadle makes of them are kept, so that it is made once.
 */
record Passages(Path folder, List<String> texts) {
    private static final int SECTIONS = 40;

    /** Writes so many, whose index is made by something else. */
    public static void main(String[] args) throws IOException {
        of(Integer.parseInt(args[0]));
    }

    static Passages of(int count) throws IOException {
        Path folder = Server.TARGET.resolve("passages-" + count);
        Path policies = Files.createDirectories(folder.resolve("policies"));
        List<String> sentences = sentences();
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < count; from += SECTIONS) {
            StringBuilder policy = new StringBuilder("# Policy " + from + "\n");
            for (int i = from; i < Math.min(count, from + SECTIONS); i++) {
                Collections.shuffle(sentences, random);
                String text = String.join(" ", sentences.subList(0, 3 + random.nextInt(4)));
                policy.append("\n## ")
                        .append(i - from + 1)
                        .append(" Section\n\n")
                        .append(text)
                        .append('\n');
                texts.add(text);
            }
            Path file = policies.resolve("policy-" + from + ".md");
            // a file written again would be taken for one that was changed
            if (!Files.exists(file) || !Files.readString(file).contentEquals(policy)) {
                Files.writeString(file, policy);
            }
        }
        return new Passages(folder, texts);
    }

    private static List<String> sentences() throws IOException {
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
        return sentences;
    }

    /** What makes a Beadle answer from them. */
    String[] options() {
        return new String[] {
            "--beadle.knowledge.sources=" + folder.resolve("policies"),
            "--beadle.knowledge.index-dir=" + folder.resolve("index")
        };
    }

    /** Has Beadle make the index, if it is not there or of another version. */
    void makeIndex() throws IOException, InterruptedException {
        System.out.printf(
                "%d passages. Where their index is not there yet, or is another version's, it is made now: some ten minutes.%n",
                texts.size());
        Server.run("ask", StartUp.QUESTION, options()[0], options()[1]);
    }
}
