package io.beadle.knowledge.index;

import io.beadle.content.Glossary;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.SourcesMissingException;
import io.beadle.knowledge.document.FileSources;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The index that answers now. Its making begins at once and beside everything else; who asks before it is there waits. When
 * documents change it answers on until the next one is whole.
 */
@Component
public class LiveIndex implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private static final int LOADING_STOP_SECONDS = 20;

    private final IndexStore store;
    private final Inventories inventories;
    private final VersionStore versions;
    private final ZoneId zone;
    private final CompletableFuture<Embedder> embedder;
    private final RightOfWay rightOfWay = new RightOfWay();
    private final Turns turns = new Turns();

    private volatile CompletableFuture<IndexStore.Opened> index;
    private volatile List<String> outages = List.of();
    private volatile boolean building;
    private boolean followed;

    /** @throws SourcesMissingException if a configured source is not there; its message says what to do */
    public LiveIndex(
            KnowledgeProperties properties, FileSources sources, Glossary glossary, InstantSource clock, ZoneId zone) {
        FileSources.Listing listing = sources.list();
        if (!listing.missing().isEmpty()) {
            throw new SourcesMissingException(listing.missing());
        }
        this.zone = zone;
        inventories = new Inventories(sources, clock);
        versions = new VersionStore(properties.indexDir().resolveSibling("versions"));
        Executor started =
                task -> Thread.ofPlatform().name("knowledge-loading").daemon().start(task);
        embedder = CompletableFuture.supplyAsync(Embedder::load, started);
        CompletableFuture<Spelling> spelling = CompletableFuture.supplyAsync(Spelling::load, started);
        Language language = new Language(embedder, spelling, new Thesaurus(glossary));
        store = new IndexStore(properties.indexDir(), clock, language, sources);
        index = CompletableFuture.supplyAsync(() -> open(inventories.of(listing)), started);
    }

    private IndexStore.Opened open(Inventory inventory) {
        try {
            Optional<IndexStore.Opened> found = store.find(inventory);
            IndexStore.Opened opened = found.isPresent() ? found.get() : make(inventory);
            problems(opened).forEach(problem -> LOG.warn("event=source-problem {}", problem));
            return opened;
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("event=index-failed", e);
            throw new IllegalStateException("The index of the policies cannot be made", e);
        }
    }

    /** If it fails, an index of other documents is better than none. */
    private IndexStore.Opened make(Inventory inventory) throws IOException {
        IndexStore.Opened nearest = store.nearest(inventory).orElse(null);
        IndexStore.Opened made = nearest;
        try {
            made = store.make(inventory, nearest, texts -> embedder.join().texts(texts));
            return made;
        } catch (IOException | RuntimeException e) {
            if (nearest == null || e instanceof CancellationException) {
                throw e;
            }
            failed(e);
            return nearest;
        } finally {
            if (nearest != null && !nearest.equals(made)) {
                nearest.close();
            }
        }
    }

    /**
     * Makes the index follow the sources, if they have changed. One thread at a time, and not the one of a question: it may
     * take long.
     *
     * @return false if it failed; it answers from the index before then
     */
    boolean follow(FileSources.Listing listing) {
        IndexStore.Opened before = index.handle((opened, failure) -> opened).join();
        if (!listing.missing().isEmpty()) {
            outages = listing.missing();
            return true;
        }
        try {
            follow(inventories.of(listing), before);
            outages = List.of();
            followed = true;
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (IOException | RuntimeException e) {
            failed(e);
            return false;
        } finally {
            building = false;
        }
    }

    /** At first also what failed before is tried again: perhaps it was no fault of the document. */
    private void follow(Inventory inventory, IndexStore.@Nullable Opened before) throws IOException {
        boolean same = false;
        if (before != null) {
            if (!followed) {
                keepVersionsSinceLastTime(before);
            }
            store.touch(before.version());
            same = inventory.fingerprint().equals(before.catalogue().fingerprint());
            if (same && (followed || before.catalogue().problems().isEmpty())) {
                return;
            }
        }
        building = true;
        Optional<IndexStore.Opened> known = same ? Optional.empty() : store.find(inventory);
        switchTo(known.isPresent() ? known.get() : store.exchange(inventory, before, this::inQuiet), before);
    }

    /** Makes one piece of what was exchanged since the last time. On the thread that follows. */
    void join() {
        IndexStore.Opened before = index.handle((opened, failure) -> opened).join();
        if (before == null) {
            return;
        }
        try {
            switchTo(store.join(before), before);
        } catch (IOException | RuntimeException e) {
            // in pieces it answers as well
            LOG.error("event=index-not-joined", e);
        }
    }

    private List<float[]> inQuiet(List<String> texts) {
        return embedder.join().texts(texts, rightOfWay::giveWay);
    }

    /** What was replaced before is kept before the new one answers, so that a crash between loses nothing. */
    private void switchTo(IndexStore.Opened next, IndexStore.@Nullable Opened before) throws IOException {
        if (next.equals(before)) {
            return;
        }
        if (before != null) {
            versions.keep(before.catalogue(), next.catalogue());
        }
        index = CompletableFuture.completedFuture(next);
        store.answering(next.version());
        if (before != null) {
            before.close();
        }
        problems(next).forEach(problem -> LOG.warn("event=source-problem {}", problem));
    }

    private void keepVersionsSinceLastTime(IndexStore.Opened now) throws IOException {
        Optional<IndexStore.Opened> last = store.answering();
        if (last.isPresent()) {
            try (IndexStore.Opened then = last.get()) {
                versions.keep(then.catalogue(), now.catalogue());
            }
        }
        store.answering(now.version());
    }

    private void failed(Exception e) {
        LOG.error("event=index-failed", e);
        outages = List.of("beadle.data-dir: the index cannot be made anew ("
                + e.getClass().getSimpleName() + "), see the log; answers come from the one before");
    }

    /** As it is at this moment; empty while the first index is being opened or made. */
    public Optional<KnowledgeStatus> now() {
        return isOpen() ? Optional.of(status()) : Optional.empty();
    }

    /** Whether there is an index to answer from. */
    public boolean isOpen() {
        return index.isDone() && !index.isCompletedExceptionally();
    }

    /** Whether there is no index to answer from, and none is being made. */
    boolean hasFailed() {
        return index.isCompletedExceptionally();
    }

    /** Waits for the first index. */
    public KnowledgeStatus status() {
        return status(index.join());
    }

    private KnowledgeStatus status(IndexStore.Opened opened) {
        PolicyIndex open = opened.index();
        return new KnowledgeStatus(
                opened.version(), open.indexed(), open.policies(), open.passages(), problems(opened), building);
    }

    private List<String> problems(IndexStore.Opened opened) {
        return new ProblemLines(opened.catalogue(), zone).with(outages);
    }

    /** The versions of documents that are no longer the current ones. */
    VersionStore versions() {
        return versions;
    }

    /** The documents in the index that answers now; another list after it was made anew. Waits for no turn. */
    public List<Policy> policies() {
        return index.join().index().policies();
    }

    /** What those documents list of other policies, by file name and in their order. Waits for no turn. */
    public List<ListedReview> listed() {
        return index.join().catalogue().documents().stream()
                .flatMap(document -> document.listed().stream())
                .toList();
    }

    /**
     * Computes something with the index, in turn.
     *
     * @throws KnowledgeBusyException when too many wait already
     */
    public <T> T with(Function<PolicyIndex, T> question) {
        return turns.take(() -> compute(question));
    }

    /** Reads what stands in the index, which waits for no turn: a card's quotes do not queue behind the questions of others. */
    public <T> T read(Function<PolicyIndex, T> reading) {
        PolicyIndex open = held();
        try {
            return reading.apply(open);
        } finally {
            open.release();
        }
    }

    private <T> T compute(Function<PolicyIndex, T> question) {
        rightOfWay.begin();
        try {
            return read(question);
        } finally {
            rightOfWay.end();
        }
    }

    /** The index that answers now, which stays open until it is released. */
    private PolicyIndex held() {
        PolicyIndex open = index.join().index();
        while (!open.hold()) {
            PolicyIndex next = index.join().index();
            if (next == open) {
                throw new IllegalStateException("The index is closed");
            }
            open = next;
        }
        return open;
    }

    /** Ends what embeds texts for an index, soon; nothing half-made is used. */
    void stop() {
        if (embedder.isDone() && !embedder.isCompletedExceptionally()) {
            embedder.join().stop();
        }
    }

    /**
     * Texts as vectors of length 1, by meaning, in their order; in turn, as questions are. They are of one model, and are
     * compared with each other alone.
     *
     * @throws KnowledgeBusyException when too many wait already
     */
    public List<float[]> vectors(List<String> texts) {
        return with(open -> embedder.join().meanings(texts));
    }

    /** 0 until the models are loaded. */
    double questionVectors(ToLongFunction<QuestionVectors> count) {
        return embedder.isDone() && !embedder.isCompletedExceptionally()
                ? count.applyAsLong(embedder.join().questions())
                : 0;
    }

    /**
     * Waits for the question that is being computed, not for those in the queue, and for the loading to notice the stop: a
     * process that ends while the model's native code is at work dies of a fault in it.
     */
    @Override
    public void destroy() throws IOException, InterruptedException {
        boolean idle = turns.stop();
        boolean loaded = CompletableFuture.allOf(embedder.thenAccept(Embedder::stop), index)
                .handle((nothing, failure) -> true)
                .completeOnTimeout(false, LOADING_STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        if (idle && loaded && !index.isCompletedExceptionally()) {
            index.join().close();
        }
        if (idle && loaded && !embedder.isCompletedExceptionally()) {
            embedder.join().close();
        }
    }
}
