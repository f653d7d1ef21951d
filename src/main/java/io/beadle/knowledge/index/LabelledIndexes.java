package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.StoredIndex;
import io.beadle.knowledge.document.FileSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what stands on the indexes, and none of them. */
@Component
class LabelledIndexes implements StoredIndex {
    private final Path folder;
    private final FileSources sources;

    LabelledIndexes(KnowledgeProperties properties, FileSources sources) {
        folder = properties.indexDir();
        this.sources = sources;
    }

    @Override
    public Optional<Summary> newest() {
        FileSources.Listing listing = sources.list();
        Inventory inventory = new Inventory(
                listing.files().stream()
                        .map(file -> new Inventory.Entry(file, sources.digest(file)))
                        .toList(),
                listing.skipped());
        try {
            IndexFolder indexes = new IndexFolder(folder);
            List<Integer> versions = indexes.versions();
            String wanted = inventory.fingerprint();
            return versions.stream()
                    .filter(version -> Label.fingerprint(indexes.label(version)).equals(wanted))
                    .findFirst()
                    .or(() -> versions.stream().findFirst())
                    .map(version -> summary(version, indexes.label(version), wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Summary summary(int version, Map<String, String> label, String wanted) {
        return new Summary(
                version,
                Instant.parse(label.getOrDefault(Label.INDEXED, Instant.EPOCH.toString())),
                Integer.parseInt(label.getOrDefault(Label.DOCUMENTS, "0")),
                Label.fingerprint(label).equals(wanted));
    }
}
