package io.beadle.bot.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.incident.EvidenceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class EvidenceSettingsTests {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        EvidenceSettings settings = bind(Map.of());
        assertThat(settings.mostSize()).isEqualTo(DataSize.ofMegabytes(25));
        assertThat(settings.hosts()).containsExactly("sharepoint.com");
        assertThat(settings.types()).containsExactlyInAnyOrder(EvidenceType.values());
        assertThat(settings.limits().within()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void takesWhatIsConfigured() {
        EvidenceSettings settings =
                bind(Map.of("beadle.evidence.types", "pdf,jpeg", "beadle.evidence.most-size", "5MB"));
        assertThat(settings.types()).containsExactlyInAnyOrder(EvidenceType.PDF, EvidenceType.JPEG);
        assertThat(settings.limits().mostBytes()).isEqualTo(5 << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*.sharepoint.com", "https://sharepoint.com", "com", "", "sharepoint.com/x", ".com", "a..com"})
    void refusesWhatIsNoDomain(String host) {
        assertThatThrownBy(() ->
                        new EvidenceSettings(List.of(host), DataSize.ofMegabytes(1), Duration.ofSeconds(9), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beadle.evidence.hosts");
    }

    @Test
    void refusesSizesAndTimesThatNobodyCanMean() {
        for (DataSize size : List.of(DataSize.ofBytes(0), DataSize.ofMegabytes(101))) {
            assertThatThrownBy(() -> new EvidenceSettings(List.of(), size, Duration.ofSeconds(9), Set.of()))
                    .hasMessageContaining("beadle.evidence.most-size");
        }
        for (Duration time : List.of(Duration.ZERO, Duration.ofMinutes(3))) {
            assertThatThrownBy(() -> new EvidenceSettings(List.of(), DataSize.ofMegabytes(1), time, Set.of()))
                    .hasMessageContaining("beadle.evidence.most-time");
        }
    }

    private static EvidenceSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("beadle.evidence", EvidenceSettings.class);
    }
}
