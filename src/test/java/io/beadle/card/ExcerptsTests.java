package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptsTests {
    @Test
    void whatFitsStaysWhole() {
        assertThat(Excerpts.of(List.of("four", "", "six six"), 11, "+")).containsExactly("four", "", "six six");
        assertThat(Excerpts.of(List.of(), 11, "+")).isEmpty();
    }

    @Test
    void theLongestIsCutToWhatTheOthersLeave() {
        assertThat(Excerpts.of(List.of("four", "a".repeat(50), "b".repeat(90)), 44, "+"))
                .containsExactly("four", "a".repeat(19) + "+", "b".repeat(19) + "+");
    }

    @Test
    void countsWhatJsonMakesOfACharacterAndCutsNoneInHalf() {
        assertThat(Excerpts.of(List.of("\"\"\"\"\"\""), 9, "+")).containsExactly("\"\"\"\"+");
        assertThat(Excerpts.of(List.of("\u0000\u0000\u0000"), 13, "+")).containsExactly("\u0000\u0000+");
        assertThat(Excerpts.of(List.of("\uD83D\uDE80".repeat(4)), 6, "+")).containsExactly("\uD83D\uDE80\uD83D\uDE80+");
    }
}
