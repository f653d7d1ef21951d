package io.beadle.bot.report.words;

import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever somebody writes: the dates, places and numbers in it are read without failing, and none is longer than its question takes. */
public final class WordsFuzz {
    private static final TestCards CARDS = TestCards.bundled();
    private static final SaidInWords WORDS = new SaidInWords(CARDS.types(), Phrases.CLOCK, Phrases.ZONE);
    private static final List<ReportType> TYPES = List.copyOf(CARDS.types().types());

    private WordsFuzz() {}

    /** The first byte chooses the type of report. */
    public static void fuzzerTestOneInput(byte[] input) {
        int type = input.length == 0 ? 0 : Math.floorMod(input[0], TYPES.size());
        String said =
                new String(input, Math.min(1, input.length), Math.max(0, input.length - 1), StandardCharsets.UTF_8);
        Map<String, String> answers = WORDS.answers(TYPES.get(type), said);
        TYPES.get(type).questions().forEach(question -> {
            String answer = answers.get(question.id());
            if (answer != null && answer.length() > question.maxLength()) {
                throw new AssertionError(question.id() + " takes " + question.maxLength() + ": " + answer.length());
            }
        });
    }
}
