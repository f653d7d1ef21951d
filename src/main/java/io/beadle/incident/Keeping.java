package io.beadle.incident;

import io.beadle.content.Retention;
import io.beadle.content.Span;
import java.time.Instant;
import java.util.Optional;

/** How long an incident is kept (G14). */
public final class Keeping {
    private final Retention retention;

    public Keeping(Retention retention) {
        this.retention = retention;
    }

    /** What is to become of an incident, and why. */
    public sealed interface Fate {
        /** Not closed, or with a duty that outlasts the closing. */
        record Open() implements Fate {}

        /** A legal hold stands. */
        record Held() implements Fate {}

        /** By a rule that has no time. */
        record Untimed(Retention.Rule rule) implements Fate {}

        record Until(Retention.Rule rule, Instant due) implements Fate {}
    }

    public Fate of(Incident incident) {
        Closing closing = incident.closing();
        if (!new CaseFile(incident).legalHolds().isEmpty()) {
            return new Fate.Held();
        }
        if (closing == null || incident.duties().stream().anyMatch(Duty::isOpen)) {
            return new Fate.Open();
        }
        Retention.Rule rule = retention.of(new Facts(incident));
        Span after = rule.after();
        return after == null
                ? new Fate.Untimed(rule)
                : new Fate.Until(rule, closing.at().plus(after.onTheClock()));
    }

    /**
     * The time after which an incident must not have been closed for its own to be over: an earlier one may have another rule, a
     * hold or an open duty. Empty where no rule has a time.
     */
    public Optional<Instant> latestClosing(Instant now) {
        return retention.shortest().map(now::minus);
    }

    /** Whether its time is over. */
    public boolean isOver(Incident incident, Instant now) {
        return of(incident) instanceof Fate.Until until && !until.due().isAfter(now);
    }
}
