package io.beadle.knowledge.index;

import io.beadle.content.Glossary;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.SourcesMissingException;
import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.SourceText;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The index that answers now. Its making begins at once and beside everything else; who asks before it is there waits.
 * Questions are computed on one platform thread a core: embedding holds its thread, and two virtual ones would stall all.
 */
@Component
public class LiveIndex implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /** About a second's worth of questions a core. */
    private static final int MOST_WAITING = 64 * CORES;

    private static final int STOP_SECONDS = 5;
    private static final int LOADING_STOP_SECONDS = 20;

    private final List<String> problems;
    private final CompletableFuture<Embedder> embedder;
    private final CompletableFuture<PolicyIndex> index;
    private final CompletableFuture<List<ListedReview>> listed;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            CORES,
            CORES,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("knowledge-", 1).daemon().factory());

    /** @throws SourcesMissingException if a configured source is not there; its message says what to do */
    public LiveIndex(KnowledgeProperties properties, FileSources sources, Glossary glossary, InstantSource clock) {
        FileSources.Reading reading = sources.read();
        if (!reading.missing().isEmpty()) {
            throw new SourcesMissingException(reading.missing());
        }
        problems = reading.skipped();
        problems.forEach(problem -> LOG.warn("event=document-skipped {}", problem));
        Executor started =
                task -> Thread.ofPlatform().name("knowledge-loading").daemon().start(task);
        embedder = CompletableFuture.supplyAsync(Embedder::load, started);
        CompletableFuture<Spelling> spelling = CompletableFuture.supplyAsync(Spelling::load, started);
        Language language = new Language(embedder, spelling, new Thesaurus(glossary));
        IndexStore store = new IndexStore(properties.indexDir(), clock, language);
        index = CompletableFuture.supplyAsync(() -> open(store, reading.texts()), started);
        listed = CompletableFuture.supplyAsync(() -> listed(reading.texts()), started);
    }

    private static PolicyIndex open(IndexStore store, List<SourceText> texts) {
        try {
            return store.open(texts);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("event=index-failed", e);
            throw new IllegalStateException("The index of the policies cannot be made", e);
        }
    }

    /** Documents that were left out, one line each. */
    public List<String> problems() {
        return problems;
    }

    /** The documents in the index that answers now; another list after it was made anew. Waits for no turn. */
    public List<Policy> policies() {
        return index.join().policies();
    }

    /** What those documents list of other policies, by file name and in their order. */
    public List<ListedReview> listed() {
        return listed.join();
    }

    private static List<ListedReview> listed(List<SourceText> texts) {
        return texts.stream()
                .map(PolicyDocument::read)
                .flatMap(document -> document.listed().stream())
                .toList();
    }

    /**
     * Computes something with the index, in turn.
     *
     * @throws KnowledgeBusyException when too many wait already
     */
    public <T> T with(Function<PolicyIndex, T> question) {
        try {
            return threads.submit((Callable<T>) () -> question.apply(index.join()))
                    .get();
        } catch (RejectedExecutionException e) {
            throw new KnowledgeBusyException(MOST_WAITING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the index", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }

    /**
     * Texts as vectors of length 1, by meaning, in their order; in turn, as questions are.
     *
     * @throws KnowledgeBusyException when too many wait already
     */
    public List<float[]> vectors(List<String> texts) {
        return with(open -> embedder.join().texts(texts));
    }

    /**
     * Waits for the question that is being computed, not for those in the queue, and for the loading to notice the stop: a
     * process that ends while the model's native code is at work dies of a fault in it.
     */
    @Override
    public void destroy() throws IOException, InterruptedException {
        threads.shutdownNow();
        boolean idle = threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
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
