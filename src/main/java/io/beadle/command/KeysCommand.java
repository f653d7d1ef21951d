package io.beadle.command;

import io.beadle.privacy.KeyFile;
import io.beadle.privacy.KeyFileException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code keys make|add|use|drop FILE}: the file with the keys for personal data, and the three steps by which a key is changed.
 * What is next is said each time, for whoever does it once in two years.
 */
final class KeysCommand {
    private static final String USAGE = "Usage: beadle keys make|add|use|drop FILE";
    private static final int MISUSED = 64;
    private static final int REFUSED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    KeysCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    /** Returns 0 once the file is as wanted, 1 if it is as it was, 64 if the command was not understood. */
    int run(String[] args) {
        List<String> words = Arguments.of(args).words();
        if (words.size() != 2 || !List.of("make", "add", "use", "drop").contains(words.getFirst())) {
            err.accept(USAGE);
            return MISUSED;
        }
        try {
            out.accept(done(words.getFirst(), words.getLast(), new KeyFile(Path.of(words.getLast()))));
            return 0;
        } catch (KeyFileException e) {
            err.accept(e.getMessage());
        } catch (UncheckedIOException e) {
            err.accept("Cannot write " + words.getLast() + ": " + e.getMessage());
        }
        return REFUSED;
    }

    private static String done(String what, String name, KeyFile file) {
        return switch (what) {
            case "make" -> {
                file.make();
                yield name
                        + " has the keys for personal data. Keep a copy where the database's backups are not: without it, what"
                        + " is stored cannot be read by anybody. Then set beadle.privacy.key-file.";
            }
            case "add" ->
                name + " has " + file.add()
                        + " keys; the new one is not used yet. Give the file to every instance and restart"
                        + " each, then say \"beadle keys use " + name + "\".";
            case "use" ->
                name + " has " + file.use()
                        + " keys; the newest is used. Give the file to every instance and restart each. What is"
                        + " stored is encrypted anew while Beadle runs; once the log says \"swept name=Resealing\", say \"beadle keys"
                        + " drop " + name + "\".";
            default ->
                name + " has " + file.drop()
                        + " key. Give the file to every instance. One that says at its start that a key is"
                        + " missing was not done yet: give it the file of before.";
        };
    }
}
