package io.beadle.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
