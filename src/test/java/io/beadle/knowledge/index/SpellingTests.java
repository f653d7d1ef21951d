package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {
    private static final Spelling SPELLING = Spelling.load();
    private static final Map<String, Integer> KNOWN = Map.ofEntries(
            Map.entry("laptop", 0),
            Map.entry("byod", 1),
            Map.entry("password", 9),
            Map.entry("visitors", 4),
            Map.entry("security", 30),
            Map.entry("flow", 20),
            Map.entry("follow", 8),
            Map.entry("bag", 9),
            Map.entry("badge", 3),
            Map.entry("share", 2),
            Map.entry("sticks", 2),
            Map.entry("haven", 5),
            Map.entry("destroy", 1));

    @ParameterizedTest
    @CsvSource({
        "labtop, laptop",
        "pasword, password",
        "vistors, visitors",
        "secuirty, security",
        "folow, follow",
        "bage, badge",
        "shair, share",
        "stik, sticks",
        "destory, destroy",
    })
    void correctsToTheWordThatWasMeant(String typed, String meant) {
        assertThat(SPELLING.correct("my " + typed + "?", KNOWN)).isEqualTo("my " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what encryption key length must laptops use",
                "The toner of the printer has run out",
                "I organised the colour licence programme",
                "is BYOD or byod allowed",
                "Ask Visitros Ltd, or Mr Pasword",
                "mail pasword@example.org or see /pasword/ and pasword.txt",
                "don't use the councillor's flows",
                "wxyzwxyz qqvvk",
                "Cyfrinair ar goll",
            })
    void leavesAloneWhatIsRightOrANameOrNearNothing(String question) {
        assertThat(SPELLING.correct(question, KNOWN)).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource({
        "shud i tell u wot hapens, should i tell you what happens",
        "it dosnt folow, it doesn't follow",
        "sumone rang wiv a question, someone rang with a question",
    })
    void readsWhatIsTypedOnATelephone(String typed, String meant) {
        assertThat(SPELLING.correct(typed, KNOWN)).isEqualTo(meant);
    }

    @Test
    void takesACapitalAtTheStartOfASentenceForNoName() {
        assertThat(SPELLING.correct("Secuirty? Vistors.", KNOWN)).isEqualTo("security? visitors.");
    }

    @Test
    void readsNoMoreUnknownWordsThanAQuestionHas() {
        StringBuilder nonsense = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            nonsense.append("qwx").append(c).append("zzv ");
        }
        assertThat(SPELLING.correct(nonsense + "pasword", KNOWN)).endsWith("pasword");
    }
}
