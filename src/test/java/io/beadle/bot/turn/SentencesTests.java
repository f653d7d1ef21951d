package io.beadle.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every type is recognised by what people say of it. */
class SentencesTests {
    private final TestCards cards = TestCards.bundled();
    private final Intents intents = new Intents(cards.types());

    private record Sentence(String type, String said) {}

    @Test
    void everySentenceBeginsTheReportItTellsOf() throws IOException {
        assertThat(sentences().stream()
                        .filter(sentence -> !sentence.type().equals(type(sentence.said())))
                        .map(sentence -> sentence + " is taken for " + type(sentence.said())))
                .isEmpty();
    }

    @Test
    void everyTypeHasAtLeastTwoSentencesButTheOneForTheRest() throws IOException {
        Map<String, Long> counts =
                sentences().stream().collect(Collectors.groupingBy(Sentence::type, Collectors.counting()));
        assertThat(cards.types().types().stream().map(ReportType::id).filter(id -> !id.equals("something-else")))
                .allMatch(id -> counts.getOrDefault(id, 0L) >= 2);
    }

    private String type(String said) {
        return intents.of(said) instanceof Intent.Report report ? String.valueOf(report.type()) : "no report";
    }

    private static List<Sentence> sentences() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/report-types/sentences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", 2))
                .map(parts -> new Sentence(parts[0].strip(), parts[1].strip()))
                .toList();
    }
}
