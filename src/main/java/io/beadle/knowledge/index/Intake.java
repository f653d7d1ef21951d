package io.beadle.knowledge.index;

import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.SourceRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each document in a new index: it stays as it is in the index before, or is put in, or is gone.
 *
 * @param kept file names of documents that are in the index before and stay as they are
 * @param put documents that are new or another version, or that an index of another kind holds
 */
record Intake(Set<String> kept, List<Put> put, List<Problem> problems) {
    private static final String BEING_WRITTEN = ": is just being written, wait until that has ended";

    /** A document to put in, with its passages. */
    record Put(IndexedDocument document, PolicyDocument content) {}

    /**
     * Reads what changed. A document that cannot be read any more stays as it last could.
     *
     * @param before the index to start from; null if there is none
     */
    static Intake of(Inventory inventory, @Nullable Catalogue before, FileSources sources, Instant now) {
        Intake intake = new Intake(new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        inventory.skipped().forEach(line -> intake.problems.add(Problem.ofListing(line)));
        for (Inventory.Entry entry : inventory.entries()) {
            Optional<IndexedDocument> old =
                    before == null ? Optional.empty() : before.find(entry.file().name());
            if (before != null
                    && before.isOfThisKind()
                    && old.filter(entry::isSameAs).isPresent()) {
                intake.keep(entry.file().name(), before);
            } else {
                intake.read(entry, old, before, sources.read(entry.file()), now);
            }
        }
        return intake;
    }

    /** Of an index that is to stay as it is. */
    static Intake asBefore(Catalogue before) {
        return new Intake(
                before.documents().stream().map(IndexedDocument::file).collect(Collectors.toSet()),
                List.of(),
                before.problems());
    }

    /** Whether an index made of this would be as that one. */
    boolean changesNothing(Catalogue before) {
        return put.isEmpty()
                && before.isOfThisKind()
                && kept.size() == before.documents().size()
                && problems.equals(before.problems());
    }

    private void keep(String name, Catalogue before) {
        kept.add(name);
        before.problems().stream()
                .filter(problem -> problem.file().equals(name))
                .forEach(problems::add);
    }

    private void read(
            Inventory.Entry entry,
            Optional<IndexedDocument> old,
            @Nullable Catalogue before,
            SourceRead read,
            Instant now) {
        String name = entry.file().name();
        switch (read) {
            case SourceRead.Read good -> {
                if (!good.digest().equals(entry.digest())) {
                    problems.add(new Problem(name, entry.file().location() + BEING_WRITTEN, true));
                    keepLast(old, before);
                    return;
                }
                Instant since =
                        old.filter(entry::isSameAs).map(IndexedDocument::since).orElse(now);
                PolicyDocument content = good.document();
                put.add(new Put(
                        new IndexedDocument(content.policy(), content.listed(), good.digest(), since), content));
                if (good.remark() != null) {
                    problems.add(new Problem(name, good.remark(), false));
                }
            }
            case SourceRead.Unreadable bad -> {
                problems.add(new Problem(name, bad.problem(), true));
                keepLast(old, before);
            }
        }
    }

    private void keepLast(Optional<IndexedDocument> old, @Nullable Catalogue before) {
        if (before == null || old.isEmpty()) {
            return;
        }
        if (before.isOfThisKind()) {
            kept.add(old.get().file());
        } else {
            put.add(new Put(old.get(), before.content(old.get())));
        }
    }
}
