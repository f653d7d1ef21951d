package io.beadle.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTextTests {
    @ParameterizedTest
    @CsvSource({
        "<at>Beadle</at> desk, desk",
        "<at id=\"0\">Beadle</at>&nbsp;desk, desk",
        "<AT>Beadle Bot</AT> my reports, my reports",
        "@Beadle desk, desk",
        "'@beadle, desk', desk",
        "'  @Beadle: desk  ', desk",
        "@Beadles are nice, @Beadles are nice",
        "who is @Beadle?, who is @Beadle?",
        "what do I do?, what do I do?",
        "'', ''",
        "<at>Beadle</at>, ''",
        "a < b and b > c, a < b and b > c",
    })
    void theMentionGoesAndTheRestStays(String text, String left) {
        assertThat(IncomingText.of(text, List.of())).isEqualTo(left);
    }

    @Test
    void aMentionByEntityGoesHoweverItIsWritten() {
        assertThat(IncomingText.of("Beadle (test) desk ABCD-1234", List.of("Beadle (test)")))
                .isEqualTo("desk ABCD-1234");
        assertThat(IncomingText.of("<at>Beadle</at> I lost it", List.of("<at>Beadle</at>")))
                .isEqualTo("I lost it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<at", "<at>", "<at>x", "</at>", " ", "@beadle", "&nbsp;", "<"})
    void aLongTextTakesNoLongTime(String repeated) {
        String hostile = repeated.repeat(100_000 / repeated.length());
        List<String> mentions = Collections.nCopies(1_000, repeated);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> IncomingText.of(hostile, mentions));
    }

    @Test
    void whatIsLongerThanAnyQuestionIsCutBetweenCharacters() {
        assertThat(IncomingText.of("x".repeat(100_000), List.of())).hasSize(4_000);
        assertThat(IncomingText.of("x".repeat(3_999) + "\uD83D\uDE80", List.of()))
                .isEqualTo("x".repeat(3_999));
    }
}
