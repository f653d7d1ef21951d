package io.beadle.incident.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.incident.SlowHash;
import org.junit.jupiter.api.Test;

@Alongside
class Pbkdf2HashTests {
    private final SlowHash hash = new Pbkdf2Hash();

    @Test
    void onlyTheSecretMatchesAndTheHashIsSalted() {
        String stored = hash.of("JKLMNPQRSTUV");
        assertThat(hash.matches("JKLMNPQRSTUV", stored)).isTrue();
        assertThat(hash.matches("JKLMNPQRSTUW", stored)).isFalse();
        assertThat(hash.of("JKLMNPQRSTUV")).isNotEqualTo(stored).doesNotContain("JKLMNPQRSTUV");
    }
}
