package io.beadle.privacy;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much there is of what is deleted in bulk. */
public interface Stocks {
    /** Of each kind, in their order. */
    List<Stock> all();

    /**
     * What there is of a kind.
     *
     * @param count how many whose time has begun
     * @param oldest when that of the first began; null where there is none
     */
    record Stock(Kept kind, long count, @Nullable Instant oldest) {
        /** When the first is to be deleted. */
        public Optional<Instant> due(Retention retention) {
            return Optional.ofNullable(oldest).map(began -> began.plus(retention.of(kind)));
        }
    }
}
