package io.beadle.teams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Figures of the edge to Teams, all there from the start; {@code src/deploy/METRICS.md} lists them. */
@Component
class TurnMeters {
    private final Map<Outcome, Timer> turns;

    /** What became of a turn. */
    private enum Outcome {
        ANSWERED,
        REFUSED,
        FAILED,
        /** There were too many at once, or Beadle is stopping. */
        BUSY
    }

    TurnMeters(MeterRegistry meters, TurnLimit limit, Credentials credentials, InstantSource clock) {
        turns = Arrays.stream(Outcome.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        outcome -> Timer.builder("beadle.turns")
                                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                                .register(meters),
                        (first, second) -> first,
                        () -> new EnumMap<>(Outcome.class)));
        Gauge.builder("beadle.turns.inflight", limit, TurnLimit::inFlight).register(meters);
        Gauge.builder("beadle.credential.days", () -> daysLeft(credentials, clock.instant()))
                .register(meters);
        for (RefusedException.Reason reason : RefusedException.Reason.values()) {
            meters.counter("beadle.teams.refused", "reason", reason.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A turn was answered with that status. */
    void answered(int status, long nanos) {
        Outcome outcome = status >= 500 ? Outcome.FAILED : status >= 400 ? Outcome.REFUSED : Outcome.ANSWERED;
        turn(outcome).record(Duration.ofNanos(nanos));
    }

    /** A turn was not begun. */
    void busy() {
        turn(Outcome.BUSY).record(Duration.ZERO);
    }

    private Timer turn(Outcome outcome) {
        return Objects.requireNonNull(turns.get(outcome));
    }

    /** Not a number where nobody says, as with a managed identity. */
    private static double daysLeft(Credentials credentials, Instant now) {
        return credentials instanceof RotatingCredentials rotating
                ? rotating.expires()
                        .map(end -> (double) Duration.between(now, end).toDays())
                        .orElse(Double.NaN)
                : Double.NaN;
    }
}
