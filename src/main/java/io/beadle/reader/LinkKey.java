package io.beadle.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The key that signs links: the configured one, else one of this data folder, made when it is first needed. */
final class LinkKey {
    static final String FILE = "policy-links.key";

    private static final int BYTES = 32;

    private LinkKey() {}

    static byte[] of(ReaderSettings settings) {
        String configured = settings.policies().key();
        if (configured != null) {
            return configured.getBytes(StandardCharsets.UTF_8);
        }
        Path file = settings.dataDir().resolve(FILE);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException(file + " is no key of " + BYTES
                        + " bytes: remove it, and a new one is made; links given out before then open nothing");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the links to policies cannot be kept in " + file, e);
        }
    }

    /** Written elsewhere and moved in place, so that nobody ever reads a part of it; the owner alone may read it. */
    private static void make(Path file) throws IOException {
        Path folder = Files.createDirectories(parent(file));
        Path unfinished = Files.createTempFile(folder, FILE, null);
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.write(unfinished, key);
            settle(unfinished, file);
        } catch (FileAlreadyExistsException e) {
            // another instance was first: its key is as good
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A link never replaces a file, even when two are made at the same moment; where there are none, a move has to do. */
    private static void settle(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (UnsupportedOperationException e) {
            Files.move(unfinished, file);
        }
    }

    private static Path parent(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException(file + " is in no folder");
        }
        return folder;
    }
}
