package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTests {
    private static final String STOLEN = "What do I do if my laptop is stolen?";

    /** A turn of a talk, and what it truly is. */
    private record Pair(boolean followUp, String before, String text) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    and for contractors?   | What do I do if my laptop is stolen – for contractors?
                    What about at home     | What do I do if my laptop is stolen – at home?
                    and if it's encrypted? | What do I do if my laptop is stolen – if it's encrypted?
                    Who do I tell?         | Who do I tell – laptop is stolen?
                    Why?                   | Why – laptop is stolen?
                    ok, and how long?      | how long – laptop is stolen?
                    """)
    void readsAFollowUpTogetherWithTheQuestionBefore(String text, String read) {
        assertThat(FollowUp.of(text, STOLEN)).hasValue(read);
    }

    @Test
    void aFollowUpOfAFollowUpGoesOnFromBoth() {
        String both = FollowUp.of("and for contractors?", STOLEN).orElseThrow();
        assertThat(FollowUp.of("who do I tell?", both)).hasValue("who do I tell – laptop is stolen – for contractors?");
    }

    @Test
    void nothingIsAFollowUpOfNothing() {
        assertThat(FollowUp.of("why?", "")).isEmpty();
        assertThat(FollowUp.of("", STOLEN)).isEmpty();
        assertThat(FollowUp.of("?!", STOLEN)).isEmpty();
    }

    @Test
    void aLongQuestionBeforeIsCutAndALongTextIsNone() {
        assertThat(FollowUp.of("why?", "laptop ".repeat(1_000)).orElseThrow()).hasSizeLessThan(300);
        assertThat(FollowUp.of("and it ".repeat(10_000), STOLEN)).isEmpty();
        assertThat(FollowUp.of("and ".repeat(20_000), STOLEN)).isEmpty();
        assertThat(FollowUp.of("is it ".repeat(3), "\uD83D\uDE00".repeat(1_000)).orElse(""))
                .hasSizeLessThan(600);
    }

    /** The pairs the rules were made with. */
    @Test
    void tellsFollowUpsFromQuestionsOfTheirOwn() throws IOException {
        List<String> wrong = wrong("tried.txt");
        assertThat(wrong).as("wrong of %d", pairs("tried.txt").size()).hasSizeLessThanOrEqualTo(2);
    }

    /** Pairs that were written before the rules were tried and not looked at while they were mended. */
    @Test
    void tellsThemApartWhereItHasNotSeenThem() throws IOException {
        List<String> wrong = wrong("unseen.txt");
        assertThat(wrong).as("wrong of %d", pairs("unseen.txt").size()).hasSizeLessThanOrEqualTo(4);
    }

    private static List<String> wrong(String file) throws IOException {
        return pairs(file).stream()
                .filter(pair -> FollowUp.of(pair.text(), pair.before()).isPresent() != pair.followUp())
                .map(pair -> (pair.followUp() ? "missed: " : "taken for a follow-up: ") + pair.text())
                .toList();
    }

    private static List<Pair> pairs(String file) throws IOException {
        try (InputStream in = FollowUpTests.class.getResourceAsStream("/follow-ups/" + file)) {
            List<Pair> pairs = new ArrayList<>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .forEach(parts -> pairs.add(new Pair(parts[0].equals("follow-up"), parts[1], parts[2])));
            return pairs;
        }
    }
}
