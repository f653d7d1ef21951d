package io.beadle.bench;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The servers that vouch for people and bots: the platform's metadata and keys, and the service that gives a bot its tokens. */
final class ScriptedPlatform implements AutoCloseable {
    static final String APP = "11111111-2222-3333-4444-555555555555";
    static final String TENANT = "tenant";
    static final String ADMINISTRATOR = "00000000-0000-0000-0000-000000099999";

    private static final String ISSUER = "https://api.botframework.com";
    private static final String KEY = "key-1";
    private static final Duration VALID = Duration.ofHours(12);

    private final KeyPair keys;
    private final DisposableServer server;

    ScriptedPlatform() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(
                        routes -> routes.get(
                                        "/metadata",
                                        (request, response) -> response.header("Content-Type", "application/json")
                                                .sendString(Mono.just(metadata())))
                                .get(
                                        "/keys",
                                        (request, response) -> response.header("Content-Type", "application/json")
                                                .sendString(Mono.just(published())))
                                .post(
                                        "/token/**",
                                        (request, response) -> response.header("Content-Type", "application/json")
                                                .sendString(
                                                        Mono.just(
                                                                "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"given\"}"))))
                .bindNow();
    }

    /** What registers a Beadle with it. */
    List<String> options() {
        return List.of(
                "--beadle.teams.app-id=" + APP,
                "--beadle.teams.tenant-id=" + TENANT,
                "--beadle.teams.client-secret=not-so-secret",
                "--beadle.teams.openid-metadata-url=" + base() + "/metadata",
                "--beadle.teams.token-url=" + base() + "/token/" + TENANT + "/oauth2/v2.0/token",
                "--beadle.admins=" + ADMINISTRATOR);
    }

    /**
     * Tokens for activities with this service URL, each used again after all the others. They are signed beforehand, because
     * a signature costs thirty times its check, which is what is measured.
     */
    Supplier<String> tokens(String serviceUrl, int different) {
        Algorithm algorithm = Algorithm.RSA256((RSAPublicKey) keys.getPublic(), (RSAPrivateKey) keys.getPrivate());
        Instant now = Instant.now();
        List<String> tokens = IntStream.range(0, different)
                .parallel()
                .mapToObj(i -> JWT.create()
                        .withKeyId(KEY)
                        .withIssuer(ISSUER)
                        .withAudience(APP)
                        .withJWTId("token-" + i)
                        .withNotBefore(Date.from(now.minusSeconds(60)))
                        .withExpiresAt(Date.from(now.plus(VALID)))
                        .withClaim("serviceurl", serviceUrl)
                        .sign(algorithm))
                .toList();
        AtomicInteger next = new AtomicInteger();
        return () -> tokens.get(Math.floorMod(next.getAndIncrement(), different));
    }

    private String metadata() {
        return """
                {"issuer":"%s","jwks_uri":"%s/keys","id_token_signing_alg_values_supported":["RS256"]}""".formatted(ISSUER, base());
    }

    private String published() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","kid":"%s","n":"%s","e":"%s","endorsements":["msteams"]}]}""".formatted(KEY, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, magnitude, 0, magnitude.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    private String base() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
