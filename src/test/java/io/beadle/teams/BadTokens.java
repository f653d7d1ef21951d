package io.beadle.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.beadle.teams.RefusedException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may bring in place of a token of Teams, for an activity with a given service URL. */
final class BadTokens {
    private BadTokens() {}

    @FunctionalInterface
    interface Forgery {
        /** The whole Authorization header, or null for none. */
        @Nullable
        String of(ScriptedPlatform platform, String url) throws JOSEException;
    }

    /** @param reason by which its refusal is counted */
    record Bad(String name, Reason reason, Forgery forgery) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> all() {
        return Stream.of(noTokens(), forged(), ofAnother(), outOfDate(), forAnother())
                .flatMap(bad -> bad);
    }

    private static Stream<Bad> noTokens() {
        return Stream.of(
                bad("none at all", Reason.TOKEN_MISSING, (p, url) -> null),
                bad("another scheme", Reason.TOKEN_MISSING, (p, url) -> "Basic YWRhOmFkYQ=="),
                bad("a scheme alone", Reason.TOKEN_MISSING, (p, url) -> "Bearer"),
                bad("a good one without its scheme", Reason.TOKEN_MISSING, ScriptedPlatform::token),
                bad("not a token", Reason.TOKEN_INVALID, (p, url) -> "Bearer abc.def"),
                bad("three parts of nonsense", Reason.TOKEN_INVALID, (p, url) -> "Bearer !!!.???.###"),
                bad(
                        "five parts, as an encrypted one has",
                        Reason.TOKEN_INVALID,
                        (p, url) -> "Bearer e30.e30.e30.e30.e30"),
                bad("two at once", Reason.TOKEN_INVALID, (p, url) -> bearer(p.token(url) + " " + p.token(url))));
    }

    private static Stream<Bad> forged() {
        return Stream.of(
                bad(
                        "unsigned",
                        Reason.TOKEN_INVALID,
                        (p, url) -> bearer(new PlainJWT(p.claims(url).build()).serialize())),
                bad("a good one whose algorithm became none", Reason.TOKEN_INVALID, BadTokens::becameUnsigned),
                bad("a good one whose signature was cut off", Reason.TOKEN_INVALID, BadTokens::cutOff),
                bad("a good one whose claims were altered", Reason.TOKEN_INVALID, BadTokens::altered),
                bad("signed with the public key as a secret", Reason.TOKEN_INVALID, BadTokens::keyConfusion),
                bad(
                        "signed by a stranger",
                        Reason.TOKEN_INVALID,
                        (p, url) -> signed(p, url, ScriptedPlatform.stranger())),
                bad(
                        "signed by a stranger under a known key's id",
                        Reason.TOKEN_INVALID,
                        (p, url) -> signed(
                                p,
                                url,
                                named(ScriptedPlatform.stranger(), p.key().getKeyID()))),
                bad("signed by a stranger who brings the key along", Reason.TOKEN_INVALID, BadTokens::ownKey),
                bad("signed by a stranger who says where the key is", Reason.TOKEN_INVALID, BadTokens::ownKeyServer),
                bad("no key id", Reason.TOKEN_INVALID, (p, url) -> signed(p, url, named(p.key(), null))),
                bad(
                        "a key id like a path",
                        Reason.TOKEN_INVALID,
                        (p, url) -> signed(p, url, named(p.key(), "../../key"))),
                bad("an algorithm not listed", Reason.TOKEN_INVALID, (p, url) -> signed(p, url, JWSAlgorithm.RS512)),
                bad("another kind of signature", Reason.TOKEN_INVALID, (p, url) -> signed(p, url, JWSAlgorithm.PS256)),
                bad("a header that must be understood and is not", Reason.TOKEN_INVALID, BadTokens::critical));
    }

    private static Stream<Bad> ofAnother() {
        return Stream.of(
                claim("another issuer", (c, now) -> c.issuer("https://sts.windows.net/x/")),
                claim(
                        "an issuer that begins like the platform",
                        (c, now) -> c.issuer("https://api.botframework.com.evil.example")),
                claim("no issuer", (c, now) -> c.issuer(null)),
                claim("another audience", (c, now) -> c.audience("another-app")),
                claim("several audiences, none of them Beadle", (c, now) -> c.audience(List.of("a", "b"))),
                claim("no audience", (c, now) -> c.audience((String) null)),
                claim(
                        "a token such as Beadle itself sends",
                        (c, now) -> c.issuer("https://sts.windows.net/t/").audience("https://api.botframework.com")));
    }

    private static Stream<Bad> outOfDate() {
        return Stream.of(
                claim("expired six minutes ago", (c, now) -> c.expirationTime(Date.from(now.minusSeconds(360)))),
                claim("expired last year", (c, now) -> c.expirationTime(Date.from(now.minusSeconds(31_536_000)))),
                claim("no expiry", (c, now) -> c.expirationTime(null)),
                claim("good in six minutes", (c, now) -> c.notBeforeTime(Date.from(now.plusSeconds(360)))));
    }

    private static Stream<Bad> forAnother() {
        return Stream.of(
                bad("another service URL", Reason.SERVICE_URL, (p, url) -> bearer(p.token("https://evil.example/"))),
                bad(
                        "the same service URL and a little more",
                        Reason.SERVICE_URL,
                        (p, url) -> bearer(p.token(url + "x/"))),
                bad(
                        "the same service URL in capitals",
                        Reason.SERVICE_URL,
                        (p, url) -> bearer(p.token(url.toUpperCase(Locale.ROOT)))),
                bad(
                        "no service URL",
                        Reason.SERVICE_URL,
                        (p, url) -> bearer(p.token(url, c -> c.claim("serviceurl", null)))),
                bad(
                        "a key endorsed for another channel",
                        Reason.ENDORSEMENT,
                        (p, url) -> signed(p, url, p.ofAnotherChannel())),
                bad("a key endorsed for no channel", Reason.ENDORSEMENT, (p, url) -> signed(p, url, p.ofNoChannel())));
    }

    private interface Change {
        JWTClaimsSet.Builder of(JWTClaimsSet.Builder claims, Instant now);
    }

    private static Bad bad(String name, Reason reason, Forgery forgery) {
        return new Bad(name, reason, forgery);
    }

    private static Bad claim(String name, Change change) {
        return bad(name, Reason.TOKEN_CLAIMS, (p, url) -> {
            UnaryOperator<JWTClaimsSet.Builder> changed = claims -> change.of(claims, p.now());
            return bearer(p.token(url, changed));
        });
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    static String signed(ScriptedPlatform platform, String url, RSAKey key) throws JOSEException {
        return bearer(ScriptedPlatform.sign(
                key, JWSAlgorithm.RS256, platform.claims(url).build()));
    }

    private static String signed(ScriptedPlatform platform, String url, JWSAlgorithm algorithm) throws JOSEException {
        return bearer(ScriptedPlatform.sign(
                platform.key(), algorithm, platform.claims(url).build()));
    }

    private static RSAKey named(RSAKey key, @Nullable String id) {
        return new RSAKey.Builder(key).keyID(id).build();
    }

    /** The metadata lists HS256, and even {@code none}: neither may count. */
    private static String keyConfusion(ScriptedPlatform platform, String url) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(platform.key().getKeyID())
                        .build(),
                platform.claims(url).build());
        token.sign(new MACSigner(platform.key().toRSAPublicKey().getEncoded()));
        return bearer(token.serialize());
    }

    private static String ownKey(ScriptedPlatform platform, String url) throws JOSEException {
        return withHeader(
                platform, url, header -> header.jwk(ScriptedPlatform.stranger().toPublicJWK()));
    }

    private static String ownKeyServer(ScriptedPlatform platform, String url) throws JOSEException {
        return withHeader(platform, url, header -> header.jwkURL(URI.create("https://evil.example/keys")));
    }

    private static String withHeader(ScriptedPlatform platform, String url, UnaryOperator<JWSHeader.Builder> change)
            throws JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("of-a-stranger");
        SignedJWT token =
                new SignedJWT(change.apply(header).build(), platform.claims(url).build());
        token.sign(new RSASSASigner(ScriptedPlatform.stranger()));
        return bearer(token.serialize());
    }

    private static String critical(ScriptedPlatform platform, String url) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(platform.key().getKeyID())
                        .customParam("only-mondays", true)
                        .criticalParams(Set.of("only-mondays"))
                        .build(),
                platform.claims(url).build());
        token.sign(new RSASSASigner(platform.key()));
        return bearer(token.serialize());
    }

    private static String altered(ScriptedPlatform platform, String url) throws JOSEException {
        String[] parts = platform.token(url).split("\\.", 3);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return bearer(parts[0] + "." + encoded(claims.replace("iss", "ISS")) + "." + parts[2]);
    }

    private static String becameUnsigned(ScriptedPlatform platform, String url) throws JOSEException {
        String[] parts = platform.token(url).split("\\.", 3);
        return bearer(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
    }

    private static String cutOff(ScriptedPlatform platform, String url) throws JOSEException {
        String token = platform.token(url);
        return bearer(token.substring(0, token.lastIndexOf('.') + 1));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
