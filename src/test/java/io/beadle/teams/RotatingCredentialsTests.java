package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A secret or certificate that is replaced while Beadle runs. Nothing here may reach the internet. */
@ExtendWith(OutputCaptureExtension.class)
class RotatingCredentialsTests {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(31);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-28T12:00:00Z"));

    @TempDir
    private Path folder;

    private Path secret;
    private ScriptedPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new ScriptedPlatform(InstantSource.system());
        secret = folder.resolve("secret");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aNewSecretIsUsedWithoutARestart(CapturedOutput output) throws Exception {
        Files.writeString(secret, "first\n");
        Credentials credentials = withSecret();
        credentials.token(SOON);
        Files.writeString(secret, "second\n");

        credentials.token(SOON);
        assertThat(platform.tokenRequests()).singleElement().asString().contains("client_secret=first");

        clock.advance(LOOK);
        assertThat(credentials.token(SOON)).isEqualTo("token-2");
        assertThat(platform.tokenRequests().getLast()).contains("client_secret=second");
        assertThat(output).contains("credential changed").doesNotContain("second");
    }

    @Test
    void aNewCertificateIsUsedWithoutARestart() throws Exception {
        Certificates.make(folder, 20);
        RotatingCredentials credentials = withCertificate();
        credentials.token(SOON);
        Instant expired = credentials.expires().orElseThrow();
        String before = thumbprint();
        Files.delete(folder.resolve("beadle.p12"));
        Certificates.make(folder, 400);

        clock.advance(LOOK);
        credentials.token(SOON);

        assertThat(thumbprint()).isNotEqualTo(before);
        assertThat(credentials.expires().orElseThrow()).isAfter(expired.plus(Duration.ofDays(300)));
    }

    @Test
    void halfAFileCutsNobodyOff() throws Exception {
        Certificates.make(folder, 90);
        RotatingCredentials credentials = withCertificate();
        Path pem = folder.resolve("beadle.pem");
        String whole = Files.readString(pem);
        Files.writeString(pem, whole.substring(0, whole.length() / 3));
        clock.advance(LOOK);

        assertThat(credentials.token(SOON)).isEqualTo("token-1");
        assertThat(credentials.trouble()).isNotNull();

        Files.writeString(pem, whole);
        clock.advance(LOOK);
        credentials.token(SOON);
        assertThat(credentials.trouble()).isNull();
    }

    @Test
    void aSecretThatEntraDoesNotKnowYetIsTriedAgainAndTheOldOneIsUsedMeanwhile(CapturedOutput output) throws Exception {
        Files.writeString(secret, "first");
        RotatingCredentials credentials = withSecret();
        credentials.token(SOON);
        platform.refuse(form -> form.contains("second"), "AADSTS7000215: Invalid client secret provided.");
        Files.writeString(secret, "second");
        clock.advance(LOOK);

        assertThat(credentials.token(SOON)).isEqualTo("token-1");
        assertThat(credentials.trouble()).contains("AADSTS7000215");

        platform.refuse(form -> false, "");
        clock.advance(LOOK);
        credentials.token(SOON);
        assertThat(credentials.trouble()).isNull();
        credentials.fresh(SOON);
        assertThat(platform.tokenRequests().getLast()).contains("client_secret=second");
        assertThat(output).doesNotContain("client_secret").doesNotContain("=second");
    }

    @Test
    void aFileThatIsTakenAwayChangesNothing() throws Exception {
        Files.writeString(secret, "first");
        RotatingCredentials credentials = withSecret();
        Files.delete(secret);
        clock.advance(LOOK);

        assertThat(credentials.token(SOON)).isEqualTo("token-1");
        assertThat(credentials.trouble()).isEqualTo("NoSuchFileException");
    }

    @Test
    void anEmptyFileStopsTheStart() throws Exception {
        Files.writeString(secret, "\n");
        assertThatThrownBy(this::withSecret)
                .hasMessageContaining("beadle.teams.client-secret-file")
                .hasMessageContaining(secret.toString());
    }

    /** Which certificate the last assertion was signed with. */
    private String thumbprint() throws Exception {
        String form = URLDecoder.decode(platform.tokenRequests().getLast(), StandardCharsets.UTF_8);
        return SignedJWT.parse(form.replaceFirst(".*client_assertion=([^&]*).*", "$1"))
                .getHeader()
                .toJSONObject()
                .toString();
    }

    private RotatingCredentials withSecret() {
        return new RotatingCredentials(settings(null, secret), MsalCredentialsTests.PUBLIC_CLOUD, clock);
    }

    private RotatingCredentials withCertificate() {
        return new RotatingCredentials(
                settings(folder.resolve("beadle.pem"), null), MsalCredentialsTests.PUBLIC_CLOUD, clock);
    }

    private TeamsSettings settings(@Nullable Path certificate, @Nullable Path secretFile) {
        return new TeamsSettings(
                ScriptedPlatform.APP,
                ScriptedPlatform.TENANT,
                null,
                certificate,
                null,
                false,
                platform.metadataUrl(),
                platform.tokenUrl(),
                secretFile,
                null);
    }
}
