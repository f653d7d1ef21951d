package io.beadle.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.report.words.Phrases;
import io.beadle.bot.report.words.Phrases.Phrase;
import io.beadle.card.TestCards;
import io.beadle.content.ReportTypes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Question or incident? Measured on what people write of every type of incident. A label such as {@code report
 * lost-device/lost-papers} names the types it may be; one of which the content has none is left out.
 */
class ConfusionTests {
    private static final Pattern LABEL = Pattern.compile(" ");
    private static final Pattern OR = Pattern.compile("/");
    private static final double RIGHT = 0.88;
    private static final double RIGHT_TYPE = 0.92;

    private final ReportTypes types = TestCards.bundled().types();
    private final Intents intents = new Intents(types);

    @ParameterizedTest
    @ValueSource(strings = {"utterances-tried.txt", "utterances-unseen.txt"})
    void tellsQuestionsFromIncidents(String file) throws IOException {
        List<Phrase> said = said(file);
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        said.forEach(phrase -> confusion
                .computeIfAbsent(label(phrase), label -> new TreeMap<>())
                .merge(read(phrase), 1, Integer::sum));
        String table = "wanted={read=times}: " + confusion;
        long right = said.stream().filter(p -> read(p).equals(label(p))).count();
        assertThat((double) right / said.size()).as(table).isGreaterThanOrEqualTo(RIGHT);
        assertThat(confusion.getOrDefault("ask", Map.of()).keySet())
                .as("no question begins a report: " + table)
                .containsExactly("ask");
        assertThat(confusion.getOrDefault("offer", Map.of()).keySet())
                .as("nobody who is not sure is made to report: " + table)
                .doesNotContain("report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utterances-tried.txt", "utterances-unseen.txt"})
    void tellsWhichIncidentItIs(String file) throws IOException {
        List<Phrase> told = said(file).stream()
                .filter(phrase -> !expected(phrase).isEmpty() && !found(phrase).isEmpty())
                .toList();
        List<String> wrong = told.stream()
                .filter(phrase -> found(phrase).stream().noneMatch(expected(phrase)::contains))
                .map(phrase -> phrase.expected() + " | " + phrase.written() + " => " + found(phrase))
                .toList();
        assertThat(1 - (double) wrong.size() / told.size())
                .as("wrong of %d: %s", told.size(), wrong)
                .isGreaterThanOrEqualTo(RIGHT_TYPE);
    }

    /** What is said of the types that there are. */
    private List<Phrase> said(String file) throws IOException {
        return Phrases.of(file).stream()
                .filter(phrase -> expected(phrase).isEmpty()
                        || expected(phrase).stream()
                                .anyMatch(type -> types.find(type).isPresent()))
                .toList();
    }

    private static String label(Phrase phrase) {
        return LABEL.split(phrase.expected(), -1)[0];
    }

    private static List<String> expected(Phrase phrase) {
        String[] label = LABEL.split(phrase.expected(), -1);
        return label.length < 2 || label[1].equals("-") ? List.of() : List.of(OR.split(label[1], -1));
    }

    private List<String> found(Phrase phrase) {
        return intents.of(phrase.written()) instanceof Intent.Report report ? report.types() : List.of();
    }

    private String read(Phrase phrase) {
        return switch (intents.of(phrase.written())) {
            case Intent.Report report -> report.sure() ? "report" : "offer";
            case Intent.Ask ask -> "ask";
            case Intent.Changes changes -> "ask";
            case Intent.MyReports mine -> "mine";
            case Intent.SetDesk desk -> "desk";
            case Intent.WithoutName unnamed -> "without-name";
            case Intent.FollowUp followUp -> "follow-up";
            case Intent.CancelReport cancel -> "cancel";
            case Intent.ForSomebodyElse other -> "other";
            case Intent.Undelivered undelivered -> "undelivered";
            case Intent.Gaps gaps -> "gaps";
            case Intent.SelfTest test -> "self-test";
            case Intent.CuratedAnswers curated -> "curated";
            case Intent.OfRegister ofRegister -> "roles";
            case Intent.Roles roles -> "roles";
            case Intent.Help help -> "help";
            case Intent.Thanks thanks -> "thanks";
        };
    }
}
