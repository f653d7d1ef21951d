package io.beadle.bot.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beadle.bot.report.words.Phrases.Phrase;
import io.beadle.card.TestCards;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaidInWordsTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final SaidInWords WORDS = new SaidInWords(CARDS.types(), Phrases.CLOCK, Phrases.ZONE);

    @ParameterizedTest
    @CsvSource({"moments-tried.txt,0", "moments-unseen.txt,1"})
    void readsWhenItWas(String file, int misread) throws IOException {
        assertThat(Phrases.wrong(file, phrase -> moment(phrase.written()).equals(phrase.expected())))
                .as("of %d", Phrases.of(file).size())
                .hasSizeLessThanOrEqualTo(misread);
    }

    @ParameterizedTest
    @CsvSource({"places-tried.txt,0", "places-unseen.txt,1"})
    void readsWhereItWas(String file, int misread) throws IOException {
        assertThat(Phrases.wrong(
                        file,
                        phrase -> read(phrase.written())
                                .getOrDefault("where", "-")
                                .equals(phrase.expected())))
                .as("of %d", Phrases.of(file).size())
                .hasSizeLessThanOrEqualTo(misread);
    }

    @ParameterizedTest
    @CsvSource({"tellings-tried.txt,0", "tellings-unseen.txt,0"})
    void readsWhatElseWasSaid(String file, int misread) throws IOException {
        assertThat(Phrases.wrong(file, phrase -> others(phrase).equals(expected(phrase))))
                .as("of %d", Phrases.of(file).size())
                .hasSizeLessThanOrEqualTo(misread);
    }

    @Test
    void aWholeTellingFillsInAllThatWasSaidAndNothingElse() {
        String telling = "left my work phone on the 38 bus this morning, it has the pin off";
        assertThat(read(telling))
                .isEqualTo(Map.of(
                        "what",
                        "phone",
                        "how",
                        "lost",
                        "where",
                        "the 38 bus",
                        "happened",
                        "morning",
                        "locked",
                        "open",
                        "circumstances",
                        telling));
    }

    @Test
    void tellsWhenItWasNoticedFromWhenItHappened() {
        assertThat(MomentReader.read("left it on the bus yesterday, only noticed it at 9 this morning", Phrases.NOW))
                .isEqualTo(Map.of(
                        "happened", "yesterday",
                        "noticed", "other",
                        "noticed-date", "2026-11-18",
                        "noticed-time", "09:00"));
    }

    @Test
    void whatTheFieldCannotHoldIsNotPutThere() {
        Map<String, String> read = read("lost my phone on the " + "very ".repeat(5) + "x".repeat(300) + " bus");
        assertThat(read.getOrDefault("where", "")).hasSizeLessThanOrEqualTo(200);
        assertThat(read("x".repeat(5_000))).doesNotContainKey("circumstances");
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on the ",
                "yesterday ",
                "3/11 ",
                "at 5 ",
                "between and ",
                "the 3rd ",
                "40 ",
                "a a ",
                "not ",
                "of in at ",
                "my number is 0",
                "12:",
                "1,000",
                "asset 1",
                "half ",
                "a week last ",
                "\t\n",
                "on Monday, ",
                "ring me on ",
                "five to ",
                "12.12.",
                "in\u00a0",
                "and ",
                ";",
                "ago ",
                "a couple of "
            })
    void aLongTextTakesNoLongTimeAndOverflowsNoStack(String unit) {
        String hostile = unit.repeat(100_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(hostile));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read("lost my phone " + hostile + "x"));
    }

    /** No reader makes an answer up that no card could send. */
    @Test
    void whateverIsReadIsADateATimeOrAChoice() throws IOException {
        for (String file : List.of("moments-unseen.txt", "utterances-unseen.txt", "utterances-tried.txt")) {
            for (Phrase phrase : Phrases.of(file)) {
                read(phrase.written()).forEach((key, value) -> {
                    if (key.endsWith("-date")) {
                        assertThat(LocalDate.parse(value)).isBeforeOrEqualTo(Phrases.NOW.toLocalDate());
                    }
                    assertThat(value).isNotBlank();
                });
            }
        }
    }

    private static Map<String, String> read(String written) {
        return WORDS.answers(CARDS.type("lost-device"), written);
    }

    private static String moment(String written) {
        Map<String, String> read = MomentReader.read(written, Phrases.NOW);
        String id = read.containsKey("happened") ? "happened" : "noticed";
        String tap = read.getOrDefault(id, "-");
        String time = read.get(id + "-time");
        return tap.equals("other") ? read.get(id + "-date") + (time == null ? "" : "T" + time) : tap;
    }

    /** What is read besides when, where and how, by question. */
    private static Map<String, String> others(Phrase phrase) {
        return read(phrase.written()).entrySet().stream()
                .filter(answer -> Stream.of("happened", "noticed", "where", "circumstances", "how")
                        .noneMatch(answer.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> expected(Phrase phrase) {
        Map<String, String> expected = new LinkedHashMap<>();
        Stream.of(phrase.expected().split(";"))
                .filter(said -> said.contains("="))
                .forEach(said ->
                        expected.put(said.substring(0, said.indexOf('=')), said.substring(said.indexOf('=') + 1)));
        return expected;
    }
}
