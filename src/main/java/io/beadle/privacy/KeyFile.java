package io.beadle.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;

/**
 * The file with the keys for personal data, which only its owner may read. A new key comes into use in steps, because every
 * instance must be able to open what any of them wrote: it is added everywhere, then used everywhere, and the old one is dropped
 * when everything stored has been encrypted anew.
 */
public final class KeyFile {
    private final Path path;

    public KeyFile(Path path) {
        this.path = path;
    }

    /**
     * Makes the file.
     *
     * @throws KeyFileException if there is a file already: whoever loses its keys loses what they encrypted
     */
    public void make() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createFile(path, ownersAlone());
            Files.writeString(path, Keys.made().json());
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException(
                    path + " is there already, and what was encrypted with its keys could never be read"
                            + " again. To change the key, say \"beadle keys add " + path + "\".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a key that only opens; how many there are now. */
    public int add() {
        return change(keys -> withNewestUsed(keys).added());
    }

    /** Uses the newest key from now on; how many there are. */
    public int use() {
        return change(Keys::newestUsed);
    }

    /** Drops the keys that are not used; how many are left. */
    public int drop() {
        return change(keys -> withNewestUsed(keys).unusedDropped());
    }

    private Keys withNewestUsed(Keys keys) {
        if (!keys.isNewestUsed()) {
            throw new KeyFileException(
                    path + " has a new key that is not used yet: say \"beadle keys use " + path + "\" first.");
        }
        return keys;
    }

    Keys read() {
        try {
            return Keys.parsed(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new KeyFileException("There is no file " + path
                    + " with keys for personal data. Where Beadle has stored nothing yet,"
                    + " make it by \"beadle keys make " + path + "\"; else take it from where it is kept safe.");
        } catch (IOException e) {
            throw new KeyFileException("The file " + path + " with keys for personal data cannot be read ("
                    + e.getClass().getSimpleName() + "). It must belong to whoever runs Beadle.");
        }
    }

    /** The new file takes the place of the old one at once: whoever is interrupted has one of the two. */
    private int change(UnaryOperator<Keys> change) {
        Keys changed = change.apply(read());
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, ownersAlone());
            Files.write(beside, changed.json().getBytes(UTF_8));
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return changed.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] ownersAlone() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
