package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Passage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key            | Office keys are brass.            | keys
            KEY brass      | Office keys are brass.            | keys, brass
            off key        | Office keys are brass.            | Office, keys
            caf\u00C9     | The caf\u00E9s open at nine.     | caf\u00E9s
            4.2            | See 4.2 and 42.                   | 4, 42, 2
            e-mail         | Send an E-Mail to mailroom.       | E, Mail, mailroom
            """)
    void findsWordsThatBeginWithThoseTyped(String typed, String text, String found) {
        Search search = Search.of(typed);

        assertThat(search.finds(text)).isTrue();
        assertThat(search.in(text))
                .extracting(range -> text.substring(range.from(), range.to()))
                .containsExactlyInAnyOrder(found.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"eys, Office keys", "brass gold, Office keys are brass", "keyss, Office keys"})
    void everyWordHasToBeThereAndFromItsBeginning(String typed, String text) {
        assertThat(Search.of(typed).finds(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "(*", "\uD83D\uDD11"})
    void whatHasNoWordFindsNothing(String typed) {
        Search search = Search.of(typed);

        assertThat(search.isEmpty()).isTrue();
        assertThat(search.finds("anything at all")).isFalse();
        assertThat(search.in("anything at all")).isEmpty();
    }

    @Test
    void aClauseIsFoundByItsNumberAndHeadingToo() {
        assertThat(Search.of("4.2 lending week").finds(passage("4.2", "Lending keys")))
                .isTrue();
        assertThat(Search.of("week").finds(passage(null, null))).isTrue();
        assertThat(Search.of("null").finds(passage(null, null))).isFalse();
    }

    @Test
    void noMoreThanTenWordsOfTwoHundredCharactersCount() {
        assertThat(Search.of("key ".repeat(9) + "brass gold").finds("key brass"))
                .isTrue();
        assertThat(Search.of("  " + "k".repeat(500)).asked()).isEqualTo("k".repeat(200));
    }

    private static Passage passage(@Nullable String section, @Nullable String heading) {
        return new Passage("id", "a.md", "A", null, section, heading, null, "For a week.", 0);
    }
}
