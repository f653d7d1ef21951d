package io.beadle.command;

import io.beadle.mongo.EmbeddedMongo;
import io.beadle.mongo.EmbeddedMongoException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * {@code store --port=N}: the embedded store alone, on loopback, for several Beadles on this machine; for trying out what happens
 * when one of them dies, or the store does.
 */
final class StoreCommand {
    private static final int REFUSED = 1;
    private static final int MISUSED = 64;

    private final Consumer<String> out;
    private final Consumer<String> err;

    StoreCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    /** Runs until it is stopped; 1 where the store cannot be opened, 64 if the command was not understood. */
    int run(String[] args) {
        try {
            int port = Integer.parseInt(option(args, "--port=", "27017"));
            Path file = Path.of(option(args, "--beadle.data-dir=", "data"), "store.mv");
            serve(file, port);
            return 0;
        } catch (NumberFormatException e) {
            err.accept("Usage: beadle store [--port=N] [--beadle.data-dir=FOLDER]");
            return MISUSED;
        } catch (EmbeddedMongoException e) {
            err.accept(e.getMessage());
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** What it acknowledged survives any end of the process, so that nothing is left to do when it is stopped. */
    private void serve(Path file, int port) throws InterruptedException {
        try (EmbeddedMongo store = EmbeddedMongo.start(file, port)) {
            out.accept("spring.mongodb.uri=" + store.connectionString("beadle"));
            Thread.currentThread().join();
        }
    }

    private static String option(String[] args, String name, String otherwise) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(name))
                .map(arg -> arg.substring(name.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
