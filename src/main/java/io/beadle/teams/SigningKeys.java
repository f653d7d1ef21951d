package io.beadle.teams;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the platform signs with, and what its metadata says of them. A key not seen before is looked for at once,
 * at most twice in 30 seconds however many tokens name unknown ones.
 */
class SigningKeys implements JWKSetSource<SecurityContext> {
    private static final String ISSUER = "https://api.botframework.com";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final long LONGEST = 1 << 20;
    private static final Duration FRESH = Duration.ofHours(1);
    /** How long the last known keys serve while the platform's key server is away. */
    private static final Duration OUTAGE = Duration.ofHours(24);

    private final URI metadataUrl;
    private final HttpClient http = TokenEndpoint.client();
    private volatile Published published = new Published(ISSUER, Set.of(), Map.of());

    /**
     * @param algorithms that tokens may be signed with
     * @param endorsements the channels that each key, by its id, may vouch for
     */
    record Published(String issuer, Set<JWSAlgorithm> algorithms, Map<String, Set<String>> endorsements) {}

    SigningKeys(URI metadataUrl) {
        this.metadataUrl = metadataUrl;
    }

    JWKSource<SecurityContext> cached() {
        return JWKSourceBuilder.create(this)
                .cache(FRESH.toMillis(), Duration.ofSeconds(15).toMillis())
                .rateLimited(Duration.ofSeconds(30).toMillis())
                .retrying(true)
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    /** As of the last time the keys were fetched. */
    Published published() {
        return published;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetRetrievalException {
        try {
            Map<String, Object> metadata = fetch(metadataUrl);
            URI keysUrl = JSONObjectUtils.getURI(metadata, "jwks_uri");
            if (keysUrl == null || !Loopback.orHttps(keysUrl) || !isNear(keysUrl)) {
                throw new JWKSetRetrievalException("The metadata names no usable jwks_uri", null);
            }
            Map<String, Object> keys = fetch(keysUrl);
            JWKSet set = JWKSet.parse(keys);
            published = new Published(issuer(metadata), algorithms(metadata), endorsements(keys));
            return set;
        } catch (IOException | ParseException e) {
            throw new JWKSetRetrievalException("Cannot read the platform's signing keys", e);
        }
    }

    /** At the host of the metadata, or at one beside it: {@code keys.botframework.com} for {@code login.botframework.com}. */
    boolean isNear(URI keysUrl) {
        String metadata = metadataUrl.getHost();
        String keys = keysUrl.getHost();
        String domain = metadata.substring(metadata.indexOf('.') + 1);
        boolean hasDomain = domain.indexOf('.') > 0 && !Loopback.is(metadataUrl);
        return keys.equalsIgnoreCase(metadata)
                || (hasDomain && keys.toLowerCase(Locale.ROOT).endsWith("." + domain));
    }

    private Map<String, Object> fetch(URI url) throws IOException, ParseException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
            if (answer.statusCode() != 200) {
                throw new IOException("The key server answered " + answer.statusCode());
            }
            return JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static String issuer(Map<String, Object> metadata) throws ParseException {
        String issuer = JSONObjectUtils.getString(metadata, "issuer");
        return issuer == null ? ISSUER : issuer;
    }

    /** Of those listed, the ones with a public key: a shared secret or none at all is never a proof of the platform. */
    private static Set<JWSAlgorithm> algorithms(Map<String, Object> metadata) throws ParseException {
        List<String> listed = JSONObjectUtils.getStringList(metadata, "id_token_signing_alg_values_supported");
        return (listed == null ? List.of("RS256") : listed)
                .stream()
                        .map(JWSAlgorithm::parse)
                        .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<String>> endorsements(Map<String, Object> keys) throws ParseException {
        Map<String, Set<String>> endorsements = new HashMap<>();
        for (Map<String, Object> key : JSONObjectUtils.getJSONObjectArray(keys, "keys")) {
            String id = JSONObjectUtils.getString(key, "kid");
            List<String> channels = JSONObjectUtils.getStringList(key, "endorsements");
            if (id != null && channels != null) {
                endorsements.put(id, Set.copyOf(channels));
            }
        }
        return Map.copyOf(endorsements);
    }

    @Override
    public void close() {}
}
