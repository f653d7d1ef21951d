package io.beadle.knowledge.register;

import io.beadle.content.ContentProperties;
import io.beadle.content.RegisterFile;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.index.LiveIndex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The register over the documents of the index that answers now. */
@Component
class MergedRegister implements PolicyRegister {
    private static final Logger LOG = LoggerFactory.getLogger(MergedRegister.class);

    private final RegisterFile file;
    private final Readers readers;
    private final LiveIndex index;

    /** What was merged last, and of what: that is something else after documents changed. */
    private record Merged(List<Policy> policies, List<ListedReview> listed, List<Entry> entries) {}

    private volatile @Nullable Merged last;

    MergedRegister(LiveIndex index, RegisterFile file, KnowledgeProperties knowledge, ContentProperties content) {
        this.index = index;
        this.file = knowledge.isRegistered(content) ? file : RegisterFile.EMPTY;
        readers = new Readers(this.file);
    }

    @Override
    public List<RegisteredPolicy> policies() {
        return entries().stream().map(Entry::policy).toList();
    }

    @Override
    public Optional<RegisteredPolicy> ofDocument(String document) {
        return entries().stream()
                .map(Entry::policy)
                .filter(policy -> document.equals(policy.document()))
                .findFirst();
    }

    @Override
    public boolean mayRead(String document, @Nullable String asker) {
        return readers.mayRead(document, asker);
    }

    /**
     * What somebody may know of. What others tell is left out before it is put together: a list in a document they may not
     * read tells them nothing.
     */
    List<Entry> entries(@Nullable String asker) {
        return Merge.of(
                new RegisterFile(
                        file.audiences(),
                        file.policies().stream()
                                .filter(entry -> entry.document() == null || mayRead(entry.document(), asker))
                                .toList()),
                readable(asker),
                index.listed().stream()
                        .filter(review -> mayRead(review.listedIn(), asker))
                        .toList());
    }

    /** The documents that somebody may read. */
    List<Policy> readable(@Nullable String asker) {
        return index.policies().stream()
                .filter(policy -> mayRead(policy.document(), asker))
                .toList();
    }

    private List<Entry> entries() {
        List<Policy> policies = index.policies();
        List<ListedReview> listed = index.listed();
        Merged merged = last;
        if (merged == null
                || !merged.policies().equals(policies)
                || !merged.listed().equals(listed)) {
            merged = new Merged(policies, listed, Merge.of(file, policies, listed));
            last = merged;
            LOG.info("event=register-merged policies={}", merged.entries().size());
        }
        return merged.entries();
    }
}
