package io.beadle.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The two servers of the platform that vouch for people and bots: who signs inbound tokens, and who gives outbound ones. */
final class ScriptedPlatform implements AutoCloseable {
    static final String APP = "11111111-2222-3333-4444-555555555555";
    static final String TENANT = "council-tenant";

    /** To make one takes a second: the first key of every platform is the same, and so is the second; 0 is a stranger's. */
    private static final Map<Integer, RSAKey> KEYS = new ConcurrentHashMap<>();

    private final HttpServer server;
    private final AtomicInteger keyNumber = new AtomicInteger();
    private final AtomicInteger keyFetches = new AtomicInteger();
    private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private volatile String issuer = "https://api.botframework.com";
    private volatile @Nullable String moved;
    private volatile RSAKey key;
    private volatile boolean down;
    private volatile Predicate<String> refused = form -> false;
    private volatile String refusal = "";

    ScriptedPlatform(InstantSource clock) throws Exception {
        this.clock = clock;
        this.key = generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metadata", exchange -> answer(exchange, metadata()));
        server.createContext("/keys", exchange -> {
            keyFetches.incrementAndGet();
            List<String> endorsed = List.of("msteams", "emulator");
            List<Map<String, Object>> keys = List.of(
                    published(key, endorsed),
                    published(ofAnotherChannel(), List.of("directline")),
                    published(ofNoChannel(), null));
            answer(exchange, Map.of("keys", keys));
        });
        server.createContext("/token", this::giveToken);
        server.start();
    }

    URI metadataUrl() {
        return URI.create(base() + "/metadata");
    }

    URI tokenUrl() {
        return URI.create(base() + "/token/" + TENANT + "/oauth2/v2.0/token");
    }

    /** From now on it signs with a new key, and publishes that one only. */
    void rollOver() {
        key = generate();
    }

    void down(boolean isDown) {
        down = isDown;
    }

    /** From now on it is that of another cloud. */
    void issuer(String another) {
        issuer = another;
    }

    /** From now on every request is sent on to that address. */
    void moved(String to) {
        moved = to;
    }

    /** From now on it gives no token for such a form, and says why. */
    void refuse(Predicate<String> forms, String why) {
        refused = forms;
        refusal = why;
    }

    int keyFetches() {
        return keyFetches.get();
    }

    /** The forms that tokens were asked with. */
    List<String> tokenRequests() {
        return List.copyOf(tokenRequests);
    }

    RSAKey key() {
        return key;
    }

    static RSAKey stranger() {
        return generated(0, "stranger");
    }

    /** Published too, but without the endorsement for Teams. */
    RSAKey ofAnotherChannel() {
        return generated(-1, "of-another-channel");
    }

    /** Published too, without any endorsement. */
    RSAKey ofNoChannel() {
        return generated(-2, "of-no-channel");
    }

    Instant now() {
        return clock.instant();
    }

    /** A good token for an activity with this service URL, after the change made to its claims. */
    String token(String serviceUrl, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(key, JWSAlgorithm.RS256, change.apply(claims(serviceUrl)).build());
    }

    String token(String serviceUrl) throws JOSEException {
        return token(serviceUrl, claims -> claims);
    }

    static String sign(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    JWTClaimsSet.Builder claims(String serviceUrl) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(APP)
                .notBeforeTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("serviceurl", serviceUrl);
    }

    private RSAKey generate() {
        int number = keyNumber.incrementAndGet();
        return generated(number, "key-" + number);
    }

    private static RSAKey generated(int number, String id) {
        return KEYS.computeIfAbsent(number, first -> {
            try {
                return new RSAKeyGenerator(2048).keyID(id).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Map<String, Object> published(RSAKey key, @Nullable List<String> endorsements) {
        Map<String, Object> published = new LinkedHashMap<>(key.toPublicJWK().toJSONObject());
        if (endorsements != null) {
            published.put("endorsements", endorsements);
        }
        return published;
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer,
                "jwks_uri",
                base() + "/keys",
                "id_token_signing_alg_values_supported",
                List.of("RS256", "HS256", "none"));
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        tokenRequests.add(form);
        if (refused.test(form)) {
            byte[] json = JsonMapper.shared()
                    .writeValueAsBytes(Map.of("error", "invalid_client", "error_description", refusal));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(401, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
            return;
        }
        answer(
                exchange,
                Map.of("token_type", "Bearer", "expires_in", 3600, "access_token", "token-" + tokenRequests.size()));
    }

    private void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] json = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (moved != null) {
            exchange.getResponseHeaders().add("Location", moved);
        }
        exchange.sendResponseHeaders(down ? 503 : moved != null ? 302 : 200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
