package io.beadle.bot.report;

import io.beadle.incident.CodeGuesses;
import io.beadle.incident.FollowUpCode;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Reporter;
import io.beadle.incident.SlowHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds an anonymous report by its code. */
@Component
final class FollowUps {
    private final Incidents incidents;
    private final CodeGuesses guesses;
    private final SlowHash hash;
    private final InstantSource clock;

    FollowUps(Incidents incidents, CodeGuesses guesses, SlowHash hash, InstantSource clock) {
        this.incidents = incidents;
        this.guesses = guesses;
        this.hash = hash;
        this.clock = clock;
    }

    /** What a code led to; {@code tooOften} where it was not even tried. */
    record Found(Optional<Incident> incident, boolean tooOften) {}

    /** The slow part is done only where the first part of the code is one, and five times an hour if it is wrong. */
    Found find(FollowUpCode code) {
        List<Incident> begun = incidents.followedBy(code.lookup());
        if (begun.isEmpty()) {
            return new Found(Optional.empty(), false);
        }
        Instant now = clock.instant();
        if (!guesses.take(code.lookup(), now)) {
            return new Found(Optional.empty(), true);
        }
        Optional<Incident> found =
                begun.stream().filter(incident -> isOf(code, incident)).findFirst();
        if (found.isPresent()) {
            guesses.giveBack(code.lookup(), now);
        }
        return new Found(found, false);
    }

    private boolean isOf(FollowUpCode code, Incident incident) {
        return incident.report().reporter() instanceof Reporter.Anonymous anonymous
                && hash.matches(code.secret(), anonymous.hash());
    }
}
