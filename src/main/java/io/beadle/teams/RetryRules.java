package io.beadle.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * When a call to Teams is made again: after 412, 429, 502, 503 and 504 (the platform's rate-limit page), and after nothing
 * else: a message that may have arrived is not sent twice, and what Teams was not there to take is the outbox's to repeat.
 *
 * @param attempts at most, the first one included
 * @param firstDelay the upper bound of the first wait; it doubles, and each wait is chosen evenly between zero and its bound
 * @param longestDelay the longest wait; a {@code Retry-After} beyond it ends the attempts at once
 */
record RetryRules(int attempts, Duration firstDelay, Duration longestDelay, InstantSource clock) {
    private static final int TOO_MANY = 429;
    private static final Set<Integer> STATUSES = Set.of(412, TOO_MANY, 502, 503, 504);

    static RetryRules standard(InstantSource clock) {
        return new RetryRules(5, Duration.ofMillis(500), Duration.ofSeconds(10), clock);
    }

    /** What the platform answered, with what it said about trying again. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final int status;
        final String code;
        final transient @Nullable String retryAfter;

        Refusal(int status, String code, HttpHeaders headers) {
            super("Teams answered " + status + " " + code, null, false, false);
            this.status = status;
            this.code = code;
            this.retryAfter = headers.getFirst(HttpHeaders.RETRY_AFTER);
        }
    }

    Retry asRetry() {
        return new Retry() {
            @Override
            public Publisher<?> generateCompanion(Flux<RetrySignal> failures) {
                return failures.concatMap(failure -> {
                    Duration wait = next(failure.failure(), failure.totalRetries());
                    return wait == null ? Mono.error(failure.failure()) : Mono.delay(wait);
                });
            }
        };
    }

    /** How long to wait before the next attempt, or null if there is to be none. */
    @Nullable
    Duration next(Throwable failure, long retriesSoFar) {
        if (retriesSoFar + 1 >= attempts
                || !(failure instanceof Refusal refusal)
                || !STATUSES.contains(refusal.status)) {
            return null;
        }
        Duration asked = refusal.retryAfter == null ? null : parse(refusal.retryAfter);
        if (asked == null) {
            return backOff(retriesSoFar);
        }
        return asked.compareTo(longestDelay) > 0 ? null : asked.plus(jitter(firstDelay));
    }

    /** Until when Teams wants to be left alone there; empty where it did not say. */
    Optional<Instant> until(Refusal refusal) {
        return refusal.status == TOO_MANY && refusal.retryAfter != null
                ? Optional.ofNullable(parse(refusal.retryAfter)).map(clock.instant()::plus)
                : Optional.empty();
    }

    private Duration backOff(long retriesSoFar) {
        Duration bound = firstDelay.multipliedBy(1L << Math.min(retriesSoFar, 20));
        return jitter(bound.compareTo(longestDelay) > 0 ? longestDelay : bound);
    }

    private static Duration jitter(Duration bound) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound.toNanos() + 1));
    }

    /** {@code Retry-After} is seconds or an HTTP date (RFC 9110, 10.2.3); anything else counts as absent. */
    private @Nullable Duration parse(String retryAfter) {
        try {
            if (retryAfter.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(retryAfter));
            }
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }
}
