package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What do I do if my key is stolen?        | ACTION   | Staff must report any loss.    | The loss of a key.
            I lost my key, what now                  | ACTION   | Ring the caretaker.            | Keys are brass.
            How long are tapes kept?                 | TIME     | They are kept for 30 days.     | They are kept in a safe.
            when is the policy reviewed              | TIME     | It is reviewed annually.       | It is reviewed by a group.
            How many keys may I have?                | NUMBER   | Nobody has more than two keys. | Keys are lent.
            Who lends keys?                          | PERSON   | The caretaker's manager.       | They are lent for use.
            """)
    void tellsWhatIsWantedAndWhetherItIsThere(String question, Wanted wanted, String has, String lacks) {
        assertThat(Wanted.by(question)).isEqualTo(wanted);
        assertThat(wanted.isIn(has)).isTrue();
        assertThat(wanted.isIn(lacks)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lock screen when away?",
        "how do you decide how much protection to give",
        "Is this allowed?",
        "what is the WARP"
    })
    void doesNotGuess(String question) {
        assertThat(Wanted.by(question)).isEqualTo(Wanted.ANYTHING);
    }
}
