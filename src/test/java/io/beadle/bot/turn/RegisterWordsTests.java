package io.beadle.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterWordsTests {
    private final Intents intents = new Intents(TestCards.bundled().types());

    @ParameterizedTest
    @CsvSource({
        "pack INC-2026-0042, false",
        "Pack for inc-2026-0042 please, false",
        "ICO pack INC-2026-0042, false",
        "update INC-2026-0042, true",
        "pack update INC-2026-0042, true",
        "ICO update for INC-2026-0042., true"
    })
    void aPackIsOfOneIncident(String said, boolean update) {
        assertThat(intents.of(said)).isEqualTo(new Intent.IcoPack("INC-2026-0042", update));
    }

    @Test
    void theRegistersAreCalledByTheirNames() {
        assertThat(intents.of("breach register")).isEqualTo(new Intent.BreachRegister());
        assertThat(intents.of("Show me the breach register, please")).isNotEqualTo(new Intent.FoiTable());
        assertThat(intents.of("show the breach register")).isEqualTo(new Intent.BreachRegister());
        assertThat(intents.of("FOI table")).isEqualTo(new Intent.FoiTable());
        assertThat(intents.of("evidence INC-2026-0042")).isEqualTo(new Intent.EvidenceOf("INC-2026-0042"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the breach register?",
                "Who keeps the breach register?",
                "how do I answer an FOI request?",
                "What counts as evidence?",
                "pack",
                "update my password"
            })
    void aQuestionIsNoneOfThem(String said) {
        assertThat(intents.of(said)).isNotInstanceOf(Intent.OfRegister.class);
    }
}
