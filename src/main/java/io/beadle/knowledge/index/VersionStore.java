package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.PolicyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Versions of documents that were replaced or removed: a folder for each document, in it a file for each version. */
final class VersionStore {
    /** Of each document, beside the current one; the oldest are deleted. */
    static final int KEPT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(VersionStore.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int NAME_LENGTH = 32;

    private final Path folder;

    VersionStore(Path folder) {
        this.folder = folder;
    }

    /** A version that no longer answers. */
    record Version(IndexedDocument document, Instant until, List<Passage> passages) {}

    /**
     * Keeps what is in one index and not in the other, which comes after it. What is kept already is kept once. The versions
     * of a document whose place another file took go with that one.
     */
    void keep(Catalogue before, Catalogue after) throws IOException {
        for (IndexedDocument old : before.documents()) {
            Optional<IndexedDocument> now = after.find(old.file());
            if (now.isPresent()) {
                if (!now.get().digest().equals(old.digest())) {
                    put(old.file(), version(before, after, old));
                }
            } else {
                PolicyDocument content = before.content(old);
                String heir = Succession.heir(content, old.since(), before, after)
                        .filter(file -> before.find(file).isEmpty() || of(file).isEmpty())
                        .orElse(old.file());
                if (!heir.equals(old.file())) {
                    for (Version version : of(old.file())) {
                        put(heir, version);
                    }
                }
                put(heir, version(before, after, old));
            }
        }
    }

    private static Version version(Catalogue before, Catalogue after, IndexedDocument old) {
        return new Version(old, after.indexed(), before.content(old).passages());
    }

    /** Newest first. A version that cannot be read any more is left out. */
    List<Version> of(String document) {
        return files(document).stream().flatMap(VersionStore::read).toList();
    }

    private void put(String document, Version version) throws IOException {
        Path home = Files.createDirectories(home(document));
        Path file = home.resolve("%015d-%s.json"
                .formatted(
                        version.document().since().toEpochMilli(),
                        name(version.document().digest())));
        if (!Files.exists(file)) {
            Path written = Files.writeString(Files.createTempFile(home, "new", ""), MAPPER.writeValueAsString(version));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path old : files(document).stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
    }

    private List<Path> files(String document) {
        Path home = home(document);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(home)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Version> read(Path file) {
        try {
            return Stream.of(MAPPER.readValue(Files.readString(file), Version.class));
        } catch (IOException | JacksonException e) {
            LOG.warn(
                    "event=version-unreadable file={} cause={}",
                    file.getFileName(),
                    e.getClass().getName());
            return Stream.empty();
        }
    }

    private Path home(String document) {
        return folder.resolve(name(document));
    }

    /** A name that every file system takes, whatever the document is called. */
    private static String name(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
