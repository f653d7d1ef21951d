package io.beadle.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A copy of the embedded store and of the earlier versions of policies, as one ZIP file. The index is not in it, since it is made anew;
 * nor is any key: whoever finds the copy must not find with it what opens it.
 */
public final class StoreBackup {
    static final String STORE = "store.mv";

    /** What of the data folder besides the store cannot be made anew. */
    private static final String VERSIONS = "versions";

    private static final String INCIDENTS = "beadle.incidents";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StoreBackup() {}

    /**
     * Copies the store of a Beadle that does not run.
     *
     * @return how many incidents are in the copy
     * @throws EmbeddedMongoException if a Beadle runs on it, or there is none
     */
    public static long write(Path folder, Path zip) throws IOException {
        if (Files.notExists(folder.resolve(STORE))) {
            throw new EmbeddedMongoException(
                    "There is no store in " + folder + ": set --beadle.data-dir to its folder");
        }
        try (EmbeddedMongo store = EmbeddedMongo.start(folder.resolve(STORE), 0)) {
            return write(store, folder, zip);
        }
    }

    /** The same, of a store that is open: what was acknowledged before is in the copy, and what is written meanwhile waits. */
    static long write(EmbeddedMongo store, Path folder, Path zip) throws IOException {
        Files.deleteIfExists(zip);
        keepToOwner(Files.createFile(zip));
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream copy = new ZipOutputStream(file)) {
            // writes wait for it, and what is encrypted would become no smaller
            copy.setLevel(Deflater.NO_COMPRESSION);
            store.copyTo(copy);
            copy.setLevel(Deflater.DEFAULT_COMPRESSION);
            for (Path version : below(folder.resolve(VERSIONS))) {
                copy.putNextEntry(
                        new ZipEntry(folder.relativize(version).toString().replace('\\', '/')));
                Files.copy(version, copy);
                copy.closeEntry();
            }
        }
        Path looked = Files.createTempDirectory(folder, "looking-");
        try {
            unpack(zip, looked);
            return incidents(looked.resolve(STORE));
        } finally {
            delete(looked);
        }
    }

    /**
     * Puts what a copy holds into the folder of a Beadle that does not run. A store that is there is kept beside it.
     *
     * @return how many incidents are in the store now
     * @throws EmbeddedMongoException if a Beadle runs on the store there, or the file is no copy of one
     */
    public static long restore(Path zip, Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path store = folder.resolve(STORE);
        if (Files.exists(store)) {
            EmbeddedMongo.start(store, 0).close(); // refused while a Beadle has it open
        }
        Path unpacked = Files.createTempDirectory(folder, "restoring-");
        try {
            unpack(zip, unpacked);
            long incidents = incidents(unpacked.resolve(STORE));
            if (Files.exists(store)) {
                Files.move(store, folder.resolve(STORE + ".before-" + STAMP.format(now)));
            }
            for (Path version : below(unpacked.resolve(VERSIONS))) {
                Path to = folder.resolve(unpacked.relativize(version).toString());
                Files.createDirectories(to.getParent());
                Files.move(version, to, StandardCopyOption.REPLACE_EXISTING);
            }
            keepToOwner(unpacked.resolve(STORE));
            Files.move(unpacked.resolve(STORE), store, StandardCopyOption.ATOMIC_MOVE);
            return incidents;
        } catch (ZipException e) {
            throw new EmbeddedMongoException(zip + " is no backup of Beadle's, or only a part of one");
        } finally {
            delete(unpacked);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipFile copy = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = copy.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path to = folder.resolve(entry.getName()).normalize();
                boolean known = to.equals(folder.resolve(STORE)) || to.startsWith(folder.resolve(VERSIONS));
                if (!known || entry.isDirectory()) {
                    throw new ZipException("not of a backup");
                }
                Files.createDirectories(to.getParent());
                try (InputStream content = copy.getInputStream(entry)) {
                    Files.copy(content, to);
                }
            }
        }
    }

    /** Opens it, which finds a copy that is broken. */
    private static long incidents(Path store) {
        if (Files.notExists(store)) {
            throw new EmbeddedMongoException("There is no store in this file: it is no backup of Beadle's");
        }
        try (MVStore opened =
                new MVStore.Builder().fileName(store.toString()).readOnly().open()) {
            return DocumentType.count(opened, INCIDENTS);
        } catch (MVStoreException e) {
            throw new EmbeddedMongoException("The store in this backup cannot be opened: take an earlier one");
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void keepToOwner(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
