package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HappeningTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What do I do if my key is stolen?                           | stolen
            what should we do when a badge has just been left behind    | left
            what do I do if I lose my badge?                            | lose
            I've lost my key, what now                                  | lost
            I lost my key, what now                                     | lost
            Someone has asked to see the keys. What do I do?            | asked
            The police have asked me for it, what should I do?       | asked
            what do I do once my account’s been locked                  | locked
            My keys, they were taken: what next                         | taken
            """)
    void isTheVerbOfWhatTheQuestionTells(String question, String verb) {
        assertThat(Happening.in(question)).contains(verb);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what do I do about lost keys",
                "A caretaker I support keeps ringing, what should I do?",
                "what to do with old keys",
                ""
            })
    void isNothingWhereItTellsOfNothing(String question) {
        assertThat(Happening.in(question)).isEmpty();
    }
}
