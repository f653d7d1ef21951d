package io.beadle.knowledge.index;

import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.document.SourceFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes stock of the sources, and opens only files that may have changed since it last did. One thread at a time. */
final class Inventories {
    /** A file written less than this before it was read may have been written again without its time telling. */
    private static final Duration GRAIN = Duration.ofSeconds(2);

    private final FileSources sources;
    private final InstantSource clock;
    private Map<String, Known> known = Map.of();

    private record Known(SourceFile file, String digest, long at) {
        boolean holds(SourceFile now) {
            return file.equals(now) && !digest.isEmpty() && file.modified() + GRAIN.toMillis() < at;
        }
    }

    Inventories(FileSources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    Inventory of(FileSources.Listing listing) {
        Map<String, Known> next = new HashMap<>();
        List<Inventory.Entry> entries = new ArrayList<>();
        for (SourceFile file : listing.files()) {
            Known before = known.get(file.name());
            Known now = before != null && before.holds(file)
                    ? before
                    : new Known(file, sources.digest(file), clock.millis());
            next.put(file.name(), now);
            entries.add(new Inventory.Entry(file, now.digest()));
        }
        known = next;
        return new Inventory(List.copyOf(entries), listing.skipped());
    }
}
