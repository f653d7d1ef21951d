package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.HttpResponse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outbound tokens from a scripted Entra. Nothing here may reach the internet. */
class MsalCredentialsTests {
    private static final Duration SOON = Duration.ofSeconds(30);

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
    @ValueSource(strings = {"beadle.pem", "beadle.p12"})
    void aCertificateSignsAnAssertion(String file, @TempDir Path folder) throws Exception {
        Certificates.make(folder, 90);

        assertThat(MsalCredentials.ofApplication(settings(null, folder.resolve(file)))
                        .token(SOON))
                .isEqualTo("token-1");

        String form = URLDecoder.decode(platform.tokenRequests().getFirst(), StandardCharsets.UTF_8);
        assertThat(form).contains("client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        JWTClaimsSet assertion = SignedJWT.parse(form.replaceFirst(".*client_assertion=([^&]*).*", "$1"))
                .getJWTClaimsSet();
        assertThat(assertion.getIssuer()).isEqualTo(ScriptedPlatform.APP);
    }

    @Test
    void aCertificateThatCannotBeReadStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> MsalCredentials.ofApplication(settings(null, folder.resolve("absent.pem"))))
                .hasMessageContaining("beadle.teams.certificate")
                .hasMessageContaining("absent.pem");
    }

    @Test
    void noTokenIsAFailedDelivery() {
        platform.down(true);
        MsalCredentials credentials = MsalCredentials.ofApplication(settings("secret", null));

        assertThatThrownBy(() -> credentials.token(SOON))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("NoToken");
    }

    @Test
    void aManagedIdentityIsAskedForByItsClientId() {
        AtomicReference<URI> asked = new AtomicReference<>();
        MsalCredentials credentials = MsalCredentials.ofManagedIdentity(ScriptedPlatform.APP, request -> {
            asked.set(request.url().toURI());
            return new HttpResponse()
                    .statusCode(200)
                    .body(
                            "{\"access_token\":\"of-the-machine\",\"expires_on\":\"4102444800\",\"token_type\":\"Bearer\"}");
        });

        assertThat(credentials.token(SOON)).isEqualTo("of-the-machine");
        assertThat(asked.get().getQuery())
                .contains("client_id=" + ScriptedPlatform.APP)
                .contains("resource=https://api.botframework.com");
    }

    @Test
    void aTokenThatDoesNotComeIsNotWaitedForLongerThanTold() {
        CountDownLatch end = new CountDownLatch(1);
        MsalCredentials credentials = MsalCredentials.ofManagedIdentity(ScriptedPlatform.APP, request -> {
            Samples.await(end);
            return new HttpResponse().statusCode(400).body("{}");
        });

        assertThatThrownBy(() -> credentials.token(Duration.ofMillis(50)))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("NoToken TimeoutException");
        end.countDown();
    }

    @Test
    void theAuthorityIsMadeOfTheTokenUrl() {
        assertThat(new TokenEndpoint(URI.create("https://login.microsoftonline.us/t/oauth2/v2.0/token")).authority())
                .isEqualTo("https://login.microsoftonline.us/t");
        assertThat(new TokenEndpoint(URI.create("http://localhost:9/")).authority())
                .isEqualTo("https://localhost/tenant");
    }

    private TeamsSettings settings(@Nullable String secret, @Nullable Path certificate) {
        return new TeamsSettings(
                ScriptedPlatform.APP,
                ScriptedPlatform.TENANT,
                secret,
                certificate,
                certificate != null && certificate.toString().endsWith(".p12") ? Certificates.PASSWORD : null,
                false,
                platform.metadataUrl(),
                platform.tokenUrl());
    }
}
