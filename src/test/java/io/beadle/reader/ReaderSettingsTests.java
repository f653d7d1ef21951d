package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.reader.ReaderSettings.Policies;
import io.beadle.reader.ReaderSettings.Teams;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderSettingsTests {
    @ParameterizedTest
    @CsvSource({
        "https://beadle.example.gov.uk, /policies",
        "https://beadle.example.gov.uk/, /policies",
        "https://beadle.example.gov.uk:8443/help/beadle//, /help/beadle/policies",
        "http://localhost:3978, /policies",
        "http://127.0.0.1:3978/x, /x/policies",
        "http://[::1]:3978, /policies",
        ", /policies",
        "'', /policies",
    })
    void knowsWhereItsPagesAre(@Nullable String url, String path) {
        assertThat(settings(url).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://beadle.example.gov.uk",
                "beadle.example.gov.uk",
                "ftp://beadle.example.gov.uk",
                "https:///policies",
                "https://beadle.example?x=1",
                "https://beadle.example/#x",
                "https://sam:secret@beadle.example",
                "javascript:alert(1)",
                "https://beadle.example gov.uk",
                "https://[beadle",
                "%%%"
            })
    void refusesWhatNobodyCouldOpenSafely(String url) {
        assertThatThrownBy(() -> settings(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beadle.public-url must be an https address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void thisMachineIsNoAddressForOthers() {
        Teams registered = new Teams("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        Policies policies = new Policies(false, Duration.ofHours(1), null);

        assertThat(settings("http://localhost:3978").publicUrl()).isEqualTo("http://localhost:3978");
        assertThatThrownBy(() -> new ReaderSettings("http://localhost:3978", Path.of("data"), policies, registered))
                .hasMessageContaining("http only for this machine, without beadle.teams.app-id");
        assertThat(new ReaderSettings("https://beadle.example", Path.of("data"), policies, registered).path())
                .isEqualTo("/policies");
    }

    @Test
    void refusesAKeyThatCanBeGuessedAndTimesThatMakeNoSense() {
        assertThatThrownBy(() -> new Policies(false, Duration.ofHours(1), "short"))
                .hasMessageContaining("beadle.policies.key is too short")
                .hasMessageNotContaining("short\"");
        assertThatThrownBy(() -> new Policies(false, Duration.ZERO, null))
                .hasMessageContaining("beadle.policies.link-lifetime");
        assertThatThrownBy(() -> new Policies(false, Duration.ofDays(4000), null))
                .hasMessageContaining("at most 366 days");
    }

    @Test
    void theKeyIsPrintedNowhere() {
        String key = "a-secret-of-more-than-32-characters";

        assertThat(new ReaderSettings(
                                null, Path.of("data"), new Policies(false, Duration.ofHours(1), key), new Teams(null))
                        .toString())
                .doesNotContain(key);
    }

    private static ReaderSettings settings(@Nullable String url) {
        return new ReaderSettings(
                url, Path.of("data"), new Policies(false, Duration.ofHours(1), null), new Teams(null));
    }
}
