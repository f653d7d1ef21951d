package io.beadle.offer;

import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes what nobody took: it holds personal data, and can be made again. */
@Component
class OfferExpiry implements Sweep {
    private static final Duration KEPT = Duration.ofMinutes(55);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final OfferedFiles files;

    OfferExpiry(OfferedFiles files) {
        this.files = files;
    }

    /** Together with what it is kept for this is an hour. */
    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public long sweep(Instant now) {
        List<OfferedFile> old = files.madeBefore(now.minus(KEPT));
        old.forEach(file -> files.delete(file.id()));
        return old.size();
    }
}
