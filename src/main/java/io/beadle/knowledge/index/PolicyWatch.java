package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.document.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees that the index follows the sources while Beadle serves. A change is acted on once nothing has changed for a second or
 * two, so that a file which is still being copied, or saved in several steps, is read once and whole. A command line command
 * schedules nothing, and so watches nothing.
 */
@Component
class PolicyWatch implements DisposableBean {
    /** How long sources must have been still before they are read, if the system told of the change and so tells of the next. */
    static final Duration HEARD = Duration.ofSeconds(1);

    /** The same, if only sizes and times tell: those of a share may be a second old. */
    static final Duration SETTLED = Duration.ofSeconds(2);

    /** How often is looked even if nothing was heard: network shares tell nothing of their changes. */
    static final Duration LOOK = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final int STOP_SECONDS = 20;

    private final KnowledgeProperties properties;
    private final FileSources sources;
    private final LiveIndex index;
    private final InstantSource clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("knowledge-following").daemon().factory());

    private @Nullable FolderEvents events;
    private List<SourceFile> seen = List.of();
    private List<String> missing = List.of();
    private Instant nextLook = Instant.MIN;
    private @Nullable Instant due;

    PolicyWatch(KnowledgeProperties properties, FileSources sources, LiveIndex index, InstantSource clock) {
        this.properties = properties;
        this.sources = sources;
        this.index = index;
        this.clock = clock;
    }

    /** Looks on a thread of its own: a share that does not answer must hold up nothing else that is scheduled. */
    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void tick() {
        if (busy.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.error("event=watch-failed", e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Looks whether sources have changed, and lets the index follow once they are still; when they stay so, tidies it. */
    void look() {
        Instant now = clock.instant();
        boolean heard = heard();
        if (!heard && due == null && now.isBefore(nextLook)) {
            return;
        }
        if (events != null && !now.isBefore(nextLook)) {
            events.listen();
        }
        nextLook = now.plus(LOOK);
        FileSources.Listing listing = sources.list();
        if (!listing.files().equals(seen) || !listing.missing().equals(missing) || (heard && due == null)) {
            seen = listing.files();
            missing = listing.missing();
            due = now.plus(heard ? HEARD : SETTLED);
        } else if (due == null) {
            index.join();
        } else if (!now.isBefore(due)) {
            due = index.follow(listing) ? null : now.plus(LOOK);
        }
    }

    private boolean heard() {
        try {
            FolderEvents listening = events;
            if (listening == null) {
                listening = new FolderEvents(properties.sources());
                events = listening;
            }
            return listening.happened();
        } catch (IOException e) {
            LOG.warn("event=folders-not-watched cause={}", e.toString());
            return false;
        }
    }

    /** Waits for an index being made to notice the stop, before the model it needs is closed. */
    @Override
    public void destroy() throws IOException, InterruptedException {
        index.stop();
        background.shutdown();
        if (!background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("event=watch-still-busy");
        }
        if (events != null) {
            events.close();
        }
    }
}
