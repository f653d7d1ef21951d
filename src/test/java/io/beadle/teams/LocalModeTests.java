package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;

/** With no registration nothing leaves or enters the machine; with half a one nothing starts. */
class LocalModeTests {
    private static final URI METADATA = URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");
    private final ServerProperties server = new ServerProperties();
    private final ConfigurableReactiveWebServerFactory factory = mock(ConfigurableReactiveWebServerFactory.class);

    @Test
    void bindsToLoopbackWhenNothingIsSaid() {
        new LoopbackOnly(local(), server).customize(factory);

        verify(factory).setAddress(InetAddress.getLoopbackAddress());
    }

    @Test
    void leavesAnotherLoopbackAddressAsItIs() throws Exception {
        server.setAddress(InetAddress.ofLiteral("::1"));

        assertThatCode(() -> new LoopbackOnly(local(), server).customize(factory))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "192.0.2.1", "::"})
    void refusesToListenToTheNetworkAndSaysWhatToDo(String address) throws Exception {
        server.setAddress(InetAddress.ofLiteral(address));
        LocalModeException refusal = catchThrowableOfType(
                LocalModeException.class, () -> new LoopbackOnly(local(), server).customize(factory));

        FailureAnalysis analysis = Objects.requireNonNull(
                new LocalModeFailureAnalyzer().analyze(new IllegalStateException("Unable to start", refusal)));

        assertThat(analysis.getDescription()).contains("beadle.teams.app-id", "loopback", "server.address");
        assertThat(analysis.getAction()).contains("remove server.address", "beadle.teams.tenant-id");
    }

    @Test
    void aRegisteredBotListensWhereItIsTold() {
        new LoopbackOnly(settings("app", "tenant", "secret", null, false), server).customize(factory);

        verifyNoInteractions(factory);
    }

    @Test
    void aRegistrationIsWholeOrAbsent() {
        assertThat(local().local()).isTrue();
        assertThat(settings("app", "tenant", null, null, true).local()).isFalse();
        assertThatThrownBy(() -> settings("app", null, "secret", null, false))
                .hasMessageContaining("beadle.teams.tenant-id is missing");
        assertThatThrownBy(() -> settings("app", "tenant", null, null, false)).hasMessageContaining("0 are set");
        assertThatThrownBy(() -> settings("app", "tenant", "secret", Path.of("key.pem"), true))
                .hasMessageContaining("3 are set");
        assertThatThrownBy(() -> settings(null, "tenant", null, null, false))
                .hasMessageContaining("beadle.teams.app-id is missing");
        assertThatThrownBy(() -> new TeamsSettings(
                        null, null, null, null, null, false, URI.create("http://keys.example/"), null))
                .hasMessageContaining("openid-metadata-url");
    }

    @Test
    void secretsArePrintedNowhere() {
        assertThat(settings("app", "tenant", "hush", null, false))
                .hasToString("TeamsSettings[appId=app, tenantId=tenant]");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:56150/_connector,true",
        "http://127.0.0.1:9/,true",
        "http://127.8.8.8/,true",
        "http://[::1]:9/,true",
        "http://10.0.0.1/,false",
        "http://127.0.0.1.example.org/,false",
        "http://localhost@example.org/,false",
        "ftp://localhost/,false",
        "localhost,false",
        "http://[::ffff:10.0.0.1]/,false",
        "::not a uri,false",
    })
    void knowsThisMachine(String uri, boolean isThisMachine) {
        assertThat(Loopback.is(uri)).isEqualTo(isThisMachine);
    }

    private static TeamsSettings local() {
        return settings(null, null, null, null, false);
    }

    private static TeamsSettings settings(
            @Nullable String app,
            @Nullable String tenant,
            @Nullable String secret,
            @Nullable Path certificate,
            boolean managedIdentity) {
        return new TeamsSettings(app, tenant, secret, certificate, null, managedIdentity, METADATA, null);
    }
}
