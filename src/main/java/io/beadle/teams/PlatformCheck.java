package io.beadle.teams;

import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether the keys can be fetched that Teams signs with, and whether this machine's clock agrees with the server that gives
 * them: a token is refused, here and there, by whoever's clock is five minutes off.
 */
@Component
final class PlatformCheck implements SelfCheck {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration WARNS = Duration.ofSeconds(30);
    private static final Duration FAILS = Duration.ofMinutes(4);

    private final TeamsSettings settings;
    private final InstantSource clock;

    PlatformCheck(TeamsSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String about() {
        return "selftest.keys";
    }

    @Override
    public List<Finding> look(Instant now) {
        if (settings.local()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(keys());
        skew().map(PlatformCheck::clock).ifPresent(findings::add);
        return findings;
    }

    private Finding keys() {
        String host = String.valueOf(settings.openidMetadataUrl().getHost());
        try (SigningKeys keys = new SigningKeys(settings.openidMetadataUrl())) {
            int found = keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null)
                    .getKeys()
                    .size();
            return found == 0
                    ? Finding.failed("selftest.keys", "selftest.keys.none", host)
                    : Finding.ok("selftest.keys", "selftest.keys.found", found);
        } catch (JWKSetRetrievalException e) {
            return Finding.failed("selftest.keys", "selftest.keys.none", host);
        }
    }

    /** How far this machine's clock is behind the server's; empty where that one does not say, or does not answer. */
    private Optional<Duration> skew() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(WITHIN).build()) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(settings.openidMetadataUrl())
                            .timeout(WITHIN)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            Instant here = clock.instant();
            return answer.headers()
                    .firstValue("date")
                    .map(date -> Duration.between(
                            here,
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()));
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Finding clock(Duration skew) {
        Duration off = skew.abs();
        long seconds = off.toSeconds();
        if (off.compareTo(FAILS) > 0) {
            return Finding.failed("selftest.clock", "selftest.clock.wrong", seconds);
        }
        return off.compareTo(WARNS) > 0
                ? Finding.warning("selftest.clock", "selftest.clock.off", seconds)
                : Finding.ok("selftest.clock", "selftest.clock.right");
    }
}
