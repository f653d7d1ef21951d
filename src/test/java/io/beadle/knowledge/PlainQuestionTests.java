package io.beadle.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainQuestionTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            May I write to jo.bell@example.org about it?              | May I write to … about it?
            Can I ring 01632 960 123 at night?                        | Can I ring … at night?
            Who may see the file of Jo Bell?                          | Who may see the file of …?
            Who may see Mrs Bell's file?                              | Who may see … file?
            Can Jo read my mail?                                      | … read my mail?
            May I tell cllr. Marsh?                                   | May I tell …?
            Is NI number QQ 12 34 56 C personal data?                 | Is NI number … personal data?
            Do we keep case 1234567 for long?                         | Do we keep case … for long?
            Who lives at FM1 2AB?                                     | Who lives at …?
            Ask @jo.bell or not?                                      | Ask … or not?
            Is https://example.org/jo safe?                           | Is … safe?
            Can I use Microsoft Teams on Monday?                      | Can I use Microsoft Teams on Monday?
            Who is the SIRO?                                          | Who is the SIRO?
            Do we keep data for 6 years or 7?                         | Do we keep data for 6 years or 7?
            what did jo bell say                                      | what did jo bell say
            """)
    void leavesOutWhatCouldTellOfWhomItIs(String question, String plain) {
        assertThat(PlainQuestion.of(question)).isEqualTo(plain);
        assertThat(PlainQuestion.of(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "A", "Ab ", "a@", "a.", "+1(", "Mr A", "@", "QQ 12 "})
    void aLongTextTakesNoLongTime(String unit) {
        String hostile = unit.repeat(4_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PlainQuestion.of(hostile + "!"));
    }
}
