package io.beadle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What people ask: the golden questions, in many phrasings. Of all that is asked a fixed part was asked before: one of the last
 * 2,000 different questions, the first of them most often (the n-th about 1/n as often as the first).
 */
final class Questions implements Supplier<String> {
    /** From where on none is asked by whoever begins with the first. */
    static final int HALF = 25_000;

    private static final int DISTINCT = 2_000;
    private static final List<String> BEFORE = List.of(
            "",
            "Quick question: ",
            "Just to check: ",
            "Please tell me: ",
            "I would like to know: ",
            "One question. ",
            "Can you tell me: ",
            "For the avoidance of doubt: ",
            "I wonder: ",
            "Not sure about this: ",
            "Tell me: ",
            "My question: ");
    private static final List<String> BEHIND = List.of(
            "",
            " Please say.",
            " Many thanks.",
            " I need to know today.",
            " It is not urgent.",
            " Please be brief.",
            " I could not find it.",
            " The intranet does not say.",
            " My manager wants to know.",
            " Thanks in advance.");

    private final double repeats;
    private final Random random = new Random(2);
    private final List<String> golden;
    private final List<String> asked = new ArrayList<>();
    private int fresh;

    /**
     * @param repeats the part of all questions that were asked before
     * @param first the number of the first
     */
    Questions(double repeats, int first) throws IOException {
        this.repeats = repeats;
        this.fresh = first;
        this.golden = golden();
    }

    private static List<String> golden() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> questions = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("knowledge/golden-questions.jsonl"))) {
            questions.add(json.readTree(line).path("question").asText());
        }
        return questions;
    }

    @Override
    public synchronized String get() {
        if (!asked.isEmpty() && random.nextDouble() < repeats) {
            int last = Math.min(asked.size(), DISTINCT);
            int rank = (int) Math.pow(last, random.nextDouble()) - 1;
            return asked.get(asked.size() - last + rank);
        }
        String question = fresh(fresh++);
        asked.add(question);
        return question;
    }

    /** The questions in turn, then in other words; of the same number always the same. */
    String fresh(int number) {
        int phrasing = number / golden.size();
        return BEFORE.get(phrasing % BEFORE.size())
                + golden.get(number % golden.size())
                + BEHIND.get(phrasing / BEFORE.size() % BEHIND.size());
    }
}
