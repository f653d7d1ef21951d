package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.beadle.CapturedLog;
import io.beadle.Markers;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of all kinds with a marked word in every claim and header, and an Entra that quotes: the word comes out nowhere. */
class TokenMarkersTests {
    private static final String WORD = Markers.WORD;
    private static final String URL = "https://smba.example/" + WORD + "/";
    private static final List<String> CLAIMS = List.of(
            "name", "upn", "preferred_username", "email", "oid", "tid", "jti", "sub", "appid", "roles", "nonce");

    private static ScriptedPlatform platform;
    private static TeamsEdge edge;

    @BeforeAll
    static void start() throws Exception {
        platform = new ScriptedPlatform(InstantSource.system());
        edge = TeamsEdge.registered(platform);
    }

    @AfterAll
    static void stop() {
        edge.close();
        platform.close();
    }

    @Test
    void nothingOfATokenIsLoggedCountedOrAnswered() throws Exception {
        try (CapturedLog log = new CapturedLog(edge.context().getEnvironment())) {
            for (String authorization : authorizations()) {
                HttpResponse<String> refused = edge.post(activity(), "Authorization", authorization);
                assertThat(refused.statusCode()).as(authorization).isIn(401, 403);
                assertThat(refused.body()).isEmpty();
                assertThat(Markers.isIn(refused.headers().map().toString(), WORD))
                        .isFalse();
            }
            for (BadTokens.Bad bad : BadTokens.all().toList()) {
                String authorization = bad.forgery().of(platform, URL);
                if (authorization != null) {
                    edge.post(activity(), "Authorization", authorization);
                }
            }
            assertThat(log.having("Refused an activity"))
                    .hasSizeGreaterThan(authorizations().size());
            comesOutNowhere(log);
        }
    }

    @Test
    void nothingThatEntraSaysWhenItRefusesIsLoggedOrAnswered() throws Exception {
        edge.bot(turn -> turn.sendActivity(WORD).join());
        platform.refuse(form -> true, WORD + " has no application of " + WORD);
        try (CapturedLog log = new CapturedLog(edge.context().getEnvironment())) {
            HttpResponse<String> answer =
                    edge.post(activity(), "Authorization", "Bearer " + platform.token(URL, TokenMarkersTests::marked));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
            assertThat(log.having("Turn failed")).isNotEmpty();
            comesOutNowhere(log);
        } finally {
            platform.refuse(form -> false, "");
        }
    }

    private static void comesOutNowhere(CapturedLog log) {
        assertThat(log.having(WORD)).isEmpty();
        assertThat(edge.bean(MeterRegistry.class).getMeters().stream()
                        .map(Meter::getId)
                        .map(Meter.Id::toString))
                .noneMatch(id -> Markers.isIn(id, WORD));
    }

    private static Map<String, Object> activity() {
        Map<String, Object> activity = Samples.message(URL, "m-" + Markers.ID, WORD);
        activity.put("from", Map.of("id", "29:" + Markers.ID, "name", WORD));
        return activity;
    }

    private static List<String> authorizations() throws Exception {
        RSAKey named =
                new RSAKey.Builder(ScriptedPlatform.stranger()).keyID(WORD).build();
        JWTClaimsSet marked = marked(platform.claims(URL)).build();
        return Stream.concat(
                        Stream.of(
                                WORD,
                                "Basic " + WORD,
                                "Bearer " + WORD,
                                "Bearer " + WORD + "." + WORD + "." + WORD,
                                "Bearer " + new PlainJWT(marked).serialize(),
                                "Bearer " + ScriptedPlatform.sign(named, JWSAlgorithm.RS256, marked)),
                        Stream.<UnaryOperator<JWTClaimsSet.Builder>>of(
                                        claims -> claims.issuer(WORD),
                                        claims -> claims.audience(WORD),
                                        claims -> claims.audience(List.of(WORD, WORD + "2")),
                                        claims -> claims.claim("serviceurl", WORD),
                                        claims -> claims.claim("serviceurl", Map.of(WORD, WORD)),
                                        claims -> claims.claim("exp", WORD),
                                        claims -> claims.claim("exp", 0),
                                        claims -> claims.claim("nbf", List.of(WORD)))
                                .map(change -> "Bearer " + token(change)))
                .toList();
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return platform.token(URL, claims -> change.apply(marked(claims)));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWTClaimsSet.Builder marked(JWTClaimsSet.Builder claims) {
        CLAIMS.forEach(claim -> claims.claim(claim, WORD));
        return claims.claim(WORD, Map.of(WORD, List.of(WORD)));
    }
}
