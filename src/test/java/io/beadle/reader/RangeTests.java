package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTests {
    private static final String TEXT = "Keys are brass.\nTell the  caretaker (at once).";

    @Test
    void findsASentenceWhateverItsWhiteSpace() {
        Range range = Range.of(TEXT, " Tell the caretaker\n(at once). ").orElseThrow();

        assertThat(TEXT.substring(range.from(), range.to())).isEqualTo("Tell the  caretaker (at once).");
        assertThat(range.holds(range.from())).isTrue();
        assertThat(range.holds(range.to() - 1)).isTrue();
        assertThat(range.holds(range.to())).isFalse();
        assertThat(Range.parse(range.toString(), TEXT)).contains(range);
    }

    @Test
    void whatIsNotThereOrIsAllOfItIsNoPart() {
        assertThat(Range.of(TEXT, "Tell the caretaker [at once].")).isEmpty();
        assertThat(Range.of(TEXT, ".*")).isEmpty();
        assertThat(Range.of(TEXT, TEXT)).isEmpty();
        assertThat(Range.of(TEXT, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "3-", "-3", "5-5", "9-3", "0-9999999", "0-46", "0-47", " 1-2", "1-2-3", "\u0661-\u0665"
            })
    void whatAnybodyMayHaveTypedIsReadOnlyIfItIsAPart(String written) {
        assertThat(Range.parse(written, TEXT)).isEmpty();
    }
}
