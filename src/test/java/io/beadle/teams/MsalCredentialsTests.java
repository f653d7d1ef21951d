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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outbound tokens from a scripted Entra. Nothing here may reach the internet. */
class MsalCredentialsTests {
    static final CloudSettings PUBLIC_CLOUD =
            new CloudSettings(null, "https://api.botframework.com/.default", Set.of());

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

        assertThat(MsalCredentials.ofApplication(settings(null, folder.resolve(file)), PUBLIC_CLOUD)
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
        assertThatThrownBy(
                        () -> MsalCredentials.ofApplication(settings(null, folder.resolve("absent.pem")), PUBLIC_CLOUD))
                .hasMessageContaining("beadle.teams.certificate")
                .hasMessageContaining("absent.pem");
    }

    @Test
    void noTokenIsAFailedDelivery() {
        platform.down(true);
        MsalCredentials credentials = MsalCredentials.ofApplication(settings("secret", null), PUBLIC_CLOUD);

        assertThatThrownBy(() -> credentials.token(SOON))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("NoToken");
    }

    @Test
    void aManagedIdentityIsAskedForByItsClientId() {
        AtomicReference<URI> asked = new AtomicReference<>();
        MsalCredentials credentials = MsalCredentials.ofManagedIdentity(ScriptedPlatform.APP, PUBLIC_CLOUD, request -> {
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
        MsalCredentials credentials = MsalCredentials.ofManagedIdentity(ScriptedPlatform.APP, PUBLIC_CLOUD, request -> {
            Samples.await(end);
            return new HttpResponse().statusCode(400).body("{}");
        });

        assertThatThrownBy(() -> credentials.token(Duration.ofMillis(50)))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("NoToken TimeoutException");
        end.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.botframework.us/.default, https://api.botframework.us",
        "https://api.botframework.azure.cn/.default, https://api.botframework.azure.cn",
    })
    void anotherCloudIsAskedForItsOwnScope(String scope, String resource) {
        CloudSettings cloud = new CloudSettings(null, scope, Set.of());
        MsalCredentials.ofApplication(settings("secret", null), cloud).token(SOON);
        assertThat(URLDecoder.decode(platform.tokenRequests().getFirst(), StandardCharsets.UTF_8))
                .contains(scope);

        AtomicReference<URI> asked = new AtomicReference<>();
        MsalCredentials identity =
                MsalCredentials.ofManagedIdentity("of-" + resource.replaceAll("[^a-z]", ""), cloud, request -> {
                    asked.set(request.url().toURI());
                    return new HttpResponse()
                            .statusCode(200)
                            .body("{\"access_token\":\"t\",\"expires_on\":\"4102444800\",\"token_type\":\"Bearer\"}");
                });
        identity.token(SOON);
        assertThat(asked.get().getQuery()).contains("resource=" + resource);
    }

    @Test
    void aScopeIsAResourceAndAllOfIt() {
        assertThatThrownBy(() -> new CloudSettings(null, "https://api.botframework.us", Set.of()))
                .hasMessageContaining("beadle.teams.scope")
                .hasMessageContaining("https://api.botframework.us/.default");
    }

    @Test
    void aTokenServersRedirectIsNotFollowed() throws Exception {
        try (ScriptedPlatform elsewhere = new ScriptedPlatform(InstantSource.system())) {
            platform.moved(elsewhere.tokenUrl().toString());
            MsalCredentials credentials = MsalCredentials.ofApplication(settings("secret", null), PUBLIC_CLOUD);

            assertThatThrownBy(() -> credentials.token(SOON)).isInstanceOf(DeliveryException.class);
            assertThat(elsewhere.tokenRequests()).isEmpty();
        }
    }

    @Test
    void anIdentityIsNotAskedForOnTheInternet() throws Exception {
        URI ofAzure = URI.create("http://169.254.169.254/metadata/identity/oauth2/token");

        assertThat(IdentityEndpoint.besideThisMachine(ofAzure)).isEqualTo(ofAzure);
        assertThatThrownBy(() -> IdentityEndpoint.besideThisMachine(URI.create("http://8.8.4.4/token")))
                .hasMessageContaining("must not be on the internet");
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
