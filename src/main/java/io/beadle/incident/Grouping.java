package io.beadle.incident;

import io.beadle.content.Routes;
import java.time.Instant;
import java.util.Optional;

/** Puts a new report into the wave that it is part of; the one after a few of its kind that wait begins one. */
public final class Grouping {
    /** Of other kinds there may be many besides. */
    private static final int LOOKED_AT = 200;

    private final Waves waves;
    private final Incidents incidents;
    private final Obligations obligations;
    private final Routes.Waves numbers;

    public Grouping(Waves waves, Incidents incidents, Obligations obligations, Routes.Waves numbers) {
        this.waves = waves;
        this.incidents = incidents;
        this.obligations = obligations;
        this.numbers = numbers;
    }

    Incident grouped(Incident made, Instant now) {
        return obligations
                .kind(made)
                .flatMap(kind -> gathering(kind, now).or(() -> begun(made, kind, now)))
                .map(new InWave(made)::join)
                .orElse(made);
    }

    private Optional<Wave> gathering(Kind kind, Instant now) {
        return waves.of(kind.type()).stream()
                .filter(wave -> wave.isGathering(now) && wave.kind().covers(kind))
                .findFirst();
    }

    private Optional<Wave> begun(Incident made, Kind kind, Instant now) {
        long wait = incidents.alone(kind.type(), now.minus(numbers.within().onTheClock()), LOOKED_AT).stream()
                .filter(other -> !other.isAcknowledged()
                        && obligations.kind(other).filter(kind::equals).isPresent())
                .count();
        return wait < numbers.moreThan()
                ? Optional.empty()
                : Optional.of(waves.begin(
                        Wave.begun(made, kind, now.plus(numbers.endsAfter().onTheClock())), now));
    }
}
