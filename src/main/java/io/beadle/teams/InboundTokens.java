package io.beadle.teams;

import com.microsoft.bot.schema.Activity;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.beadle.teams.RefusedException.Reason;
import java.security.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Whether an activity is from Teams: the checks of Microsoft's page "Authentication with the Bot Connector API", connector
 * to bot. A bearer token, signed by a key of the platform with an algorithm it lists, issued by the platform, for this
 * bot, in date, for the activity's service URL, by a key endorsed for the activity's channel. There is no switch to turn
 * them off.
 */
class InboundTokens {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";

    private final SigningKeys keys;
    private final NimbusJwtDecoder decoder;

    /** @param issuer who must have issued a token; null for whom the platform's metadata names */
    InboundTokens(String appId, @Nullable String issuer, SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        JWKSource<SecurityContext> source = keys.cached();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector((header, context) -> select(source, header, context));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validators below do
        JwtTimestampValidator inDate = new JwtTimestampValidator(SKEW);
        inDate.setClock(clock.withZone(ZoneOffset.UTC));
        inDate.setAllowEmptyExpiryClaim(false);
        decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                inDate,
                claim(jwt -> Objects.requireNonNullElse(issuer, keys.published().issuer())
                        .equals(jwt.getClaimAsString("iss"))),
                claim(jwt -> jwt.getAudience() != null && jwt.getAudience().contains(appId))));
    }

    /**
     * What a good token vouches for.
     *
     * @param channels those that its key is endorsed for
     */
    record Vouched(Optional<String> serviceUrl, Set<String> channels) {
        /** Returns if the activity is one of those that the token was given for. */
        void check(Activity activity) {
            if (serviceUrl.filter(activity.getServiceUrl()::equals).isEmpty()) {
                throw new RefusedException(Reason.SERVICE_URL);
            }
            if (activity.getChannelId() == null || !channels.contains(activity.getChannelId())) {
                throw new RefusedException(Reason.ENDORSEMENT);
            }
        }
    }

    /** Returns if the token is one that the platform gave for this bot. */
    Vouched check(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new RefusedException(Reason.TOKEN_MISSING);
        }
        Jwt token = decode(authorization.substring(BEARER.length()).trim());
        Set<String> channels = keys.published()
                .endorsements()
                .getOrDefault(String.valueOf(token.getHeaders().get("kid")), Set.of());
        return new Vouched(serviceUrl(token), channels);
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw new RefusedException(Reason.TOKEN_CLAIMS);
        } catch (BadJwtException e) {
            throw new RefusedException(Reason.TOKEN_INVALID);
        } catch (JwtException e) {
            boolean neverFetched = keys.published().algorithms().isEmpty();
            throw new RefusedException(neverFetched ? Reason.KEYS_UNAVAILABLE : Reason.TOKEN_INVALID);
        }
    }

    /** The keys are fetched first, because with them comes the list of algorithms. */
    private List<Key> select(JWKSource<SecurityContext> source, JWSHeader header, @Nullable SecurityContext context)
            throws KeySourceException {
        JWSAlgorithm algorithm = header.getAlgorithm();
        if (header.getKeyID() == null || !JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
            return List.of();
        }
        List<Key> candidates = new JWSVerificationKeySelector<>(algorithm, source).selectJWSKeys(header, context);
        return keys.published().algorithms().contains(algorithm) ? candidates : List.of();
    }

    /** The platform writes this claim in lower case; its page writes it in camel case. */
    private static Optional<String> serviceUrl(Jwt token) {
        return token.getClaims().entrySet().stream()
                .filter(claim -> claim.getKey().equalsIgnoreCase("serviceurl"))
                .map(claim -> String.valueOf(claim.getValue()))
                .findFirst();
    }

    private static OAuth2TokenValidator<Jwt> claim(Predicate<Jwt> holds) {
        OAuth2Error wrong = new OAuth2Error("invalid_token");
        return jwt ->
                holds.test(jwt) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(wrong);
    }
}
