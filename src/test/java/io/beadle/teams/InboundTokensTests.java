package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.bot.schema.Activity;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.beadle.teams.RefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens against a scripted platform with keys of its own. */
class InboundTokensTests {
    private static final String URL = "https://smba.example/emea/";
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private ScriptedPlatform platform;
    private InboundTokens tokens;

    @FunctionalInterface
    interface Forgery {
        @Nullable
        String of(ScriptedPlatform platform) throws JOSEException;
    }

    @BeforeEach
    void start() throws Exception {
        platform = new ScriptedPlatform(clock);
        tokens = new InboundTokens(ScriptedPlatform.APP, new SigningKeys(platform.metadataUrl()), clock);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("none at all", Reason.TOKEN_MISSING, p -> null),
                bad("another scheme", Reason.TOKEN_MISSING, p -> "Basic YWRhOmFkYQ=="),
                bad("an empty one", Reason.TOKEN_INVALID, p -> "Bearer "),
                bad("not a token", Reason.TOKEN_INVALID, p -> "Bearer abc.def"),
                bad(
                        "unsigned",
                        Reason.TOKEN_INVALID,
                        p -> bearer(new PlainJWT(p.claims(URL).build()).serialize())),
                bad("signed with the public key as a secret", Reason.TOKEN_INVALID, InboundTokensTests::keyConfusion),
                bad("signed by a stranger", Reason.TOKEN_INVALID, p -> signed(p, ScriptedPlatform.stranger())),
                bad("signed by a stranger under a known key's id", Reason.TOKEN_INVALID, InboundTokensTests::imposter),
                bad(
                        "no key id",
                        Reason.TOKEN_INVALID,
                        p -> signed(p, new RSAKey.Builder(p.key()).keyID(null).build())),
                bad("an algorithm not listed", Reason.TOKEN_INVALID, InboundTokensTests::unlistedAlgorithm),
                bad("altered", Reason.TOKEN_INVALID, p -> bearer(altered(p.token(URL)))),
                claim("another issuer", c -> c.issuer("https://sts.windows.net/x/")),
                claim("no issuer", c -> c.issuer(null)),
                claim("another audience", c -> c.audience("another-app")),
                claim("no audience", c -> c.audience((String) null)),
                claim("expired six minutes ago", c -> c.expirationTime(Date.from(NOW.minusSeconds(360)))),
                claim("no expiry", c -> c.expirationTime(null)),
                claim("good in six minutes", c -> c.notBeforeTime(Date.from(NOW.plusSeconds(360)))),
                bad("another service URL", Reason.SERVICE_URL, p -> bearer(p.token("https://evil.example/"))),
                bad("no service URL", Reason.SERVICE_URL, p -> bearer(p.token(URL, c -> c.claim("serviceurl", null)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String name, Reason reason, Forgery forgery) throws JOSEException {
        assertThat(refusal(forgery.of(platform), "msteams")).isEqualTo(reason);
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
        String forged = signed(platform, ScriptedPlatform.stranger());
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

        assertThat(refusal(signed(platform, ScriptedPlatform.stranger()), "msteams"))
                .isEqualTo(Reason.TOKEN_INVALID);
        accepts(platform.token(URL));
    }

    @Test
    void withoutAnyKeysNobodyIsLetIn() throws JOSEException {
        platform.down(true);

        assertThat(refusal(bearer(platform.token(URL)), "msteams")).isEqualTo(Reason.KEYS_UNAVAILABLE);
    }

    private void accepts(String token) {
        assertThatCode(() -> tokens.check(bearer(token), activity("msteams"))).doesNotThrowAnyException();
    }

    private Reason refusal(@Nullable String authorization, @Nullable String channel) {
        return catchThrowableOfType(RefusedException.class, () -> tokens.check(authorization, activity(channel)))
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

    private static Arguments bad(String name, Reason reason, Forgery forgery) {
        return Arguments.of(name, reason, forgery);
    }

    private static Arguments claim(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return bad(name, Reason.TOKEN_CLAIMS, p -> bearer(p.token(URL, change)));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static String signed(ScriptedPlatform platform, RSAKey key) throws JOSEException {
        return bearer(ScriptedPlatform.sign(
                key, JWSAlgorithm.RS256, platform.claims(URL).build()));
    }

    private static String imposter(ScriptedPlatform platform) throws JOSEException {
        return signed(
                platform,
                new RSAKey.Builder(ScriptedPlatform.stranger())
                        .keyID(platform.key().getKeyID())
                        .build());
    }

    /** The metadata lists HS256, and even {@code none}: neither may count. */
    private static String keyConfusion(ScriptedPlatform platform) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(platform.key().getKeyID())
                        .build(),
                platform.claims(URL).build());
        token.sign(new MACSigner(platform.key().toRSAPublicKey().getEncoded()));
        return bearer(token.serialize());
    }

    private static String unlistedAlgorithm(ScriptedPlatform platform) throws JOSEException {
        return bearer(ScriptedPlatform.sign(
                platform.key(), JWSAlgorithm.RS512, platform.claims(URL).build()));
    }

    private static String altered(String token) {
        String[] parts = token.split("\\.", 3);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        byte[] changed = claims.replace("smba", "evil").getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + "." + parts[2];
    }
}
