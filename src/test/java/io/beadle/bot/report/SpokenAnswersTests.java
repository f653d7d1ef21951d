package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.report.words.SaidInWords;
import io.beadle.card.TestCards;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody types to a question, as a card would have sent it: nothing is guessed. */
class SpokenAnswersTests {
    private final ReportType type = Story.CARDS.type("lost-device");
    private final SpokenAnswers answers =
            new SpokenAnswers(new SaidInWords(Story.CARDS.types(), () -> TestCards.SATURDAY, TestCards.LONDON));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            danger   | Yes.                   | yes
            danger   | yep                    | yes
            danger   | NO                     | no
            danger   | it isn\u2019t          | no
            danger   | not really sure        | unsure
            danger   | don't know             | unsure
            danger   | 3                      | unsure
            danger   | number 2               | no
            danger   | 4                      | -
            danger   | 0                      | -
            danger   | yes and no             | -
            danger   | sure                   | -
            what     | option 2.              | laptop
            what     | laptop                 | laptop
            what     | my macbook             | laptop
            what     | phone and laptop       | -
            what     | Work phone             | phone
            what     | x                      | -
            locked   | it has a pin           | encrypted
            locked   | it was not locked      | -
            locked   | unlocked               | open
            """)
    void aChoiceIsReadOrAskedForAgain(String question, String said, String id) {
        assertThat(answers.read(type, question(question), said))
                .isEqualTo(id.equals("-") ? Optional.empty() : Optional.of(Map.of(question, id)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 and 7            | health,money
            1, 7; 5            | health,money,witnesses
            7 & 7              | money
            Children           | children
            none of these      | none
            1 and the moon     | -
            """)
    void severalChoicesAreReadTogetherOrNotAtAll(String said, String ids) {
        assertThat(answers.read(type, question("categories"), said))
                .isEqualTo(ids.equals("-") ? Optional.empty() : Optional.of(Map.of("categories", ids)));
    }

    @Test
    void aMomentIsTheOneThatIsAskedForWhateverTheWordsTellOf() {
        assertThat(answers.read(type, question("noticed"), "1")).contains(Map.of("noticed", "now"));
        assertThat(answers.read(type, question("noticed"), "5")).isEmpty();
        assertThat(answers.read(type, question("noticed"), "it happened this morning"))
                .contains(Map.of("noticed", "morning"));
        assertThat(answers.read(type, question("happened"), "19/11/2026 at 08:30"))
                .hasValueSatisfying(read -> assertThat(read)
                        .containsEntry("happened-date", "2026-11-19")
                        .containsEntry("happened-time", "08:30"));
        assertThat(answers.read(type, question("happened"), "I have no idea")).isEmpty();
    }

    @Test
    void aFreeAnswerIsTakenAsItWasTyped() {
        assertThat(answers.read(type, question("circumstances"), " 1. I left it. "))
                .contains(Map.of("circumstances", " 1. I left it. "));
    }

    @Test
    void aLabelIsMeantByAPartOfItOnlyWhereNoOtherHasIt() {
        List<String> labels = List.of("A work computer", "A work phone", "A shared computer");
        assertThat(SpokenAnswers.index(labels, "phone")).contains(1);
        assertThat(SpokenAnswers.index(labels, "shared")).contains(2);
        assertThat(SpokenAnswers.index(labels, "computer")).isEmpty();
        assertThat(SpokenAnswers.index(labels, "A work computer")).contains(0);
        assertThat(SpokenAnswers.index(labels, "a")).isEmpty();
    }

    private Question question(String id) {
        return type.question(id).orElseThrow();
    }
}
