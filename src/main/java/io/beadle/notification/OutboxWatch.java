package io.beadle.notification;

import io.beadle.incident.OutboxBell;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Says whether it is worth looking into the outboxes: after a write of this process, which the other instances are told of by
 * {@link OutboxNumber}; after one of theirs; and now and then anyhow, for what an instance left that died before it told. The
 * relay's thread alone asks.
 */
@Component
final class OutboxWatch {
    /** With the lease of an alert no more than a minute: so long one may wait whose instance died. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final OutboxBell bell;
    private final OutboxNumber number;
    private boolean untold;
    private long seen;
    private Instant next = Instant.MIN;

    OutboxWatch(OutboxBell bell, OutboxNumber number) {
        this.bell = bell;
        this.number = number;
    }

    /** It stays so until {@link #nothingFound}, so that a look that failed is made again. */
    boolean isWorthALook(Instant now) {
        untold |= bell.isHeard(now);
        long current = untold
                ? number.grow()
                : number.current(); // read before the look: what comes during it is seen next time
        untold = false;
        if (current != seen || !now.isBefore(next)) {
            seen = current;
            next = Instant.MIN;
            return true;
        }
        return false;
    }

    void nothingFound(Instant now) {
        next = now.plus(LONGEST);
    }
}
