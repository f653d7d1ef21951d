package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.selftest.Finding;
import io.beadle.selftest.Finding.State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edge to Teams finds out about itself, from a scripted Entra and key server. */
class SelfChecksTests {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private ScriptedPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new ScriptedPlatform(InstantSource.system());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-28, OK, selftest.credential.good, 61",
        "2027-01-27, WARNING, selftest.credential.soon, 60",
        "2026-11-29, WARNING, selftest.credential.soon, 1",
        "2026-11-28, FAILED, selftest.credential.expired, 28 November 2026",
    })
    void theLastDayOfASecretIsWatchedFromSixtyDaysBefore(
            LocalDate expires, State state, String text, String firstArgument) {
        Finding found = of("selftest.credential", credentials(secret(expires), NOW));

        assertThat(found.state()).isEqualTo(state);
        assertThat(found.text()).isEqualTo(text);
        assertThat(found.arguments().getFirst()).hasToString(firstArgument);
    }

    @Test
    void aSecretWhoseEndNobodyToldIsAWarning() {
        assertThat(of("selftest.credential", credentials(secret(null), NOW)).text())
                .isEqualTo("selftest.credential.unknown");
    }

    @Test
    void aCertificateSaysItselfHowLongItIsGoodFor(@TempDir Path folder) throws Exception {
        Certificates.make(folder, 20);
        Instant today = InstantSource.system().instant();
        TeamsSettings settings = settings(null, folder.resolve("beadle.p12"), null);

        Finding found = of("selftest.credential", credentials(settings, today));
        assertThat(found.text()).isEqualTo("selftest.credential.soon");
        assertThat(found.arguments().getFirst()).isEqualTo(20L);

        assertThat(of("selftest.credential", credentials(settings, today.plus(Duration.ofDays(21))))
                        .text())
                .isEqualTo("selftest.credential.expired");
    }

    @Test
    void aTokenIsAskedForAnewEachTimeAndEntrasOwnCodeIsTold() {
        TeamsSettings settings = secret(null);
        RotatingCredentials credentials =
                new RotatingCredentials(settings, MsalCredentialsTests.PUBLIC_CLOUD, () -> NOW);
        CredentialCheck check = new CredentialCheck(settings, credentials);
        assertThat(of("selftest.token", check.look(NOW)).state()).isEqualTo(State.OK);

        platform.refuse(form -> true, "AADSTS7000222: The provided client secret keys for app are expired.");
        Finding found = of("selftest.token", check.look(NOW));
        assertThat(found.state()).isEqualTo(State.FAILED);
        assertThat(found.arguments()).containsExactly("NoToken AADSTS7000222");
    }

    @Test
    void idsThatAreNoneOfEntrasAreAWarning() {
        Finding found = of("selftest.registration", credentials(secret(null), NOW));
        assertThat(found.text()).isEqualTo("selftest.registration.odd");
        assertThat(found.arguments()).containsExactly("tenant-id");
    }

    @Test
    void inLocalModeNobodyIsAsked() {
        TeamsSettings local =
                new TeamsSettings(null, null, null, null, null, false, platform.metadataUrl(), platform.tokenUrl());
        assertThat(new CredentialCheck(local, within -> null).look(NOW))
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo("selftest.registration.local");
        assertThat(new PlatformCheck(local, () -> NOW).look(NOW)).isEmpty();
        assertThat(platform.tokenRequests()).isEmpty();
        assertThat(platform.keyFetches()).isZero();
    }

    @Test
    void theKeysAreFetchedAnew() {
        PlatformCheck check = new PlatformCheck(secret(null), InstantSource.system());
        assertThat(of("selftest.keys", check.look(NOW)).arguments()).containsExactly(3);
        assertThat(of("selftest.keys", check.look(NOW)).state()).isEqualTo(State.OK);
        assertThat(platform.keyFetches()).isEqualTo(2);

        platform.down(true);
        Finding found = of("selftest.keys", check.look(NOW));
        assertThat(found.state()).isEqualTo(State.FAILED);
        assertThat(found.arguments()).containsExactly("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "-20, OK", "45, WARNING", "-45, WARNING", "300, FAILED", "-300, FAILED"})
    void theClockIsComparedWithTheKeyServers(long off, State state) {
        InstantSource wrong = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(off));
        Finding found = of("selftest.clock", new PlatformCheck(secret(null), wrong).look(NOW));
        assertThat(found.state()).isEqualTo(state);
    }

    private List<Finding> credentials(TeamsSettings settings, Instant now) {
        return new CredentialCheck(
                        settings, new RotatingCredentials(settings, MsalCredentialsTests.PUBLIC_CLOUD, () -> now))
                .look(now);
    }

    private static Finding of(String about, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private TeamsSettings secret(@Nullable LocalDate expires) {
        return settings("secret", null, expires);
    }

    private TeamsSettings settings(@Nullable String secret, @Nullable Path certificate, @Nullable LocalDate expires) {
        URI metadata = platform.metadataUrl();
        return new TeamsSettings(
                ScriptedPlatform.APP,
                ScriptedPlatform.TENANT,
                secret,
                certificate,
                certificate == null ? null : Certificates.PASSWORD,
                false,
                metadata,
                platform.tokenUrl(),
                null,
                expires);
    }
}
