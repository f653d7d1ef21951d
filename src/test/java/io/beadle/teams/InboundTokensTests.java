package io.beadle.teams;

import static io.beadle.teams.BadTokens.bearer;
import static io.beadle.teams.BadTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.bot.schema.Activity;
import com.nimbusds.jose.JOSEException;
import io.beadle.teams.RefusedException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens against a scripted platform with keys of its own. */
class InboundTokensTests {
    private static final String URL = "https://smba.example/emea/";
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private ScriptedPlatform platform;
    private InboundTokens tokens;

    @BeforeEach
    void start() throws Exception {
        platform = new ScriptedPlatform(clock);
        tokens = new InboundTokens(ScriptedPlatform.APP, null, new SigningKeys(platform.metadataUrl()), clock);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.beadle.teams.BadTokens#all")
    void aBadTokenIsRefused(BadTokens.Bad bad) throws JOSEException {
        assertThat(refusal(bad.forgery().of(platform, URL), "msteams")).isEqualTo(bad.reason());
    }

    @Test
    void thereAreManyKindsOfBadTokens() {
        assertThat(BadTokens.all().map(BadTokens.Bad::name))
                .hasSizeGreaterThanOrEqualTo(25)
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherCloudsPlatformVouchesUnderItsOwnName() throws JOSEException {
        platform.issuer("https://api.botframework.us");
        accepts(platform.token(URL));

        platform.issuer("https://api.botframework.com");
        assertThat(refusal(bearer(platform.token(URL)), "msteams")).isEqualTo(Reason.TOKEN_CLAIMS);
    }

    @Test
    void anIssuerThatIsConfiguredIsTheOnlyOne() throws JOSEException {
        tokens = new InboundTokens(
                ScriptedPlatform.APP,
                "https://api.botframework.azure.cn",
                new SigningKeys(platform.metadataUrl()),
                clock);

        assertThat(refusal(bearer(platform.token(URL)), "msteams")).isEqualTo(Reason.TOKEN_CLAIMS);
        accepts(platform.token(URL, claims -> claims.issuer("https://api.botframework.azure.cn")));
    }

    @Test
    void keysAreNotFetchedFromWhereTheServerSendsItOn() throws Exception {
        try (ScriptedPlatform elsewhere = new ScriptedPlatform(clock)) {
            platform.moved(elsewhere.metadataUrl().toString());

            assertThat(refusal(bearer(elsewhere.token(URL)), "msteams")).isEqualTo(Reason.KEYS_UNAVAILABLE);
            assertThat(elsewhere.keyFetches()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.botframework.com/v1/meta, https://login.botframework.com/v1/keys, true",
        "https://login.botframework.com/v1/meta, https://keys.botframework.com/keys, true",
        "https://login.botframework.azure.us/v1/meta, https://login.botframework.azure.us/keys, true",
        "https://login.botframework.com/v1/meta, https://botframework.com.evil.example/keys, false",
        "https://login.botframework.com/v1/meta, https://evil.example/keys, false",
        "https://keys.example/meta, https://other.example/keys, false",
        "http://127.0.0.1:9/meta, http://127.0.0.1:9/keys, true",
        "http://127.0.0.1:9/meta, http://8.0.0.1/keys, false",
    })
    void keysAreAtTheMetadatasOwnHostOrBesideIt(URI metadata, URI keys, boolean near) {
        assertThat(new SigningKeys(metadata).isNear(keys)).isEqualTo(near);
    }

    @Test
    void aGoodTokenIsTakenWithinFiveMinutesOfItsTimes() throws JOSEException {
        accepts(platform.token(URL));
        accepts(platform.token(URL, c -> c.expirationTime(Date.from(NOW.minusSeconds(240)))));
        accepts(platform.token(URL, c -> c.notBeforeTime(Date.from(NOW.plusSeconds(240)))));
        accepts(platform.token(URL, c -> c.claim("serviceurl", null).claim("serviceUrl", URL)));
        accepts(platform.token(URL, c -> c.audience(List.of("other", ScriptedPlatform.APP))));
    }

    @Test
    void theKeyMustBeEndorsedForTheChannel() throws JOSEException {
        assertThat(refusal(bearer(platform.token(URL)), "directline")).isEqualTo(Reason.ENDORSEMENT);
        assertThat(refusal(bearer(platform.token(URL)), null)).isEqualTo(Reason.ENDORSEMENT);
    }

    @Test
    void keysAreFetchedOnceAndAgainWhenThePlatformRollsThemOver() throws JOSEException {
        accepts(platform.token(URL));
        accepts(platform.token(URL));
        assertThat(platform.keyFetches()).isEqualTo(1);

        String old = platform.token(URL);
        platform.rollOver();

        accepts(platform.token(URL));
        assertThat(platform.keyFetches()).isEqualTo(2);
        assertThat(refusal(bearer(old), "msteams")).isEqualTo(Reason.TOKEN_INVALID);
    }

    @Test
    void unknownKeysCannotMakeItFetchAtWill() throws JOSEException {
        accepts(platform.token(URL));
        String forged = signed(platform, URL, ScriptedPlatform.stranger());
        for (int i = 0; i < 20; i++) {
            assertThat(refusal(forged, "msteams")).isEqualTo(Reason.TOKEN_INVALID);
        }
        assertThat(platform.keyFetches()).isLessThanOrEqualTo(2);
        accepts(platform.token(URL));
    }

    @Test
    void knownKeysOutliveAnOutageOfTheKeyServer() throws JOSEException {
        accepts(platform.token(URL));
        platform.down(true);

        assertThat(refusal(signed(platform, URL, ScriptedPlatform.stranger()), "msteams"))
                .isEqualTo(Reason.TOKEN_INVALID);
        accepts(platform.token(URL));
    }

    @Test
    void withoutAnyKeysNobodyIsLetIn() throws JOSEException {
        platform.down(true);

        assertThat(refusal(bearer(platform.token(URL)), "msteams")).isEqualTo(Reason.KEYS_UNAVAILABLE);
    }

    private void accepts(String token) {
        assertThatCode(() -> tokens.check(bearer(token)).check(activity("msteams")))
                .doesNotThrowAnyException();
    }

    private Reason refusal(@Nullable String authorization, @Nullable String channel) {
        return catchThrowableOfType(
                        RefusedException.class,
                        () -> tokens.check(authorization).check(activity(channel)))
                .reason();
    }

    private static Activity activity(@Nullable String channel) {
        Map<String, Object> activity = Samples.message(URL, "m-1", "hello");
        if (channel == null) {
            activity.remove("channelId");
        } else {
            activity.put("channelId", channel);
        }
        return ActivityJson.read(Samples.json(activity).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
