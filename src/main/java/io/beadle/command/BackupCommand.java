package io.beadle.command;

import io.beadle.mongo.EmbeddedMongoException;
import io.beadle.mongo.StoreBackup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code backup FILE.zip} copies the embedded store, by the Beadle that runs on it or by itself; {@code restore FILE.zip} puts it back
 * where none runs.
 */
final class BackupCommand {
    private static final int MISUSED = 64;
    private static final int FAILED = 1;
    private static final String OF_MONGODB = "The incidents are in MongoDB, which has tools of its own for that:"
            + " mongodump and mongorestore, as src/deploy/README.md says.";

    private final Consumer<String> out;
    private final Consumer<String> err;

    BackupCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    private record Copied(String file, long incidents) {}

    int backup(String[] args) {
        return run("backup", args, this::backup);
    }

    int restore(String[] args) {
        return run("restore", args, this::restore);
    }

    private interface Work {
        int on(Path file, Path folder, ManagementPort port) throws IOException;
    }

    private int run(String name, String[] args, Work work) {
        List<String> words =
                Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        String[] properties =
                Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new);
        if (words.size() != 1 || !words.getFirst().endsWith(".zip")) {
            err.accept("Usage: beadle " + name + " FILE.zip");
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = WithoutServer.start(ManagementPort.Nothing.class, properties)) {
            Environment environment = context.getEnvironment();
            if (environment.containsProperty("spring.mongodb.uri")
                    || environment.containsProperty("spring.mongodb.host")) {
                err.accept(OF_MONGODB);
                return FAILED;
            }
            return work.on(
                    Path.of(words.getFirst()),
                    Path.of(environment.getProperty("beadle.data-dir", "data")),
                    ManagementPort.of(properties));
        } catch (IOException e) {
            err.accept("Cannot " + name + " " + words.getFirst() + ": " + e.getMessage());
        } catch (NotBeadleException | EmbeddedMongoException | JacksonException e) {
            err.accept(String.valueOf(e.getMessage()));
        }
        return FAILED;
    }

    private int backup(Path file, Path folder, ManagementPort port) throws IOException {
        if (Files.exists(file)) {
            err.accept(file + " is there already, and no backup is overwritten: name another file.");
            return FAILED;
        }
        Optional<String> answer = port.post("backup");
        long incidents;
        if (answer.isPresent()) {
            Copied copied = JsonMapper.shared().readValue(answer.get(), Copied.class);
            Files.move(Path.of(copied.file()), file);
            incidents = copied.incidents();
        } else {
            incidents = StoreBackup.write(folder, file);
        }
        out.accept(file + ": " + incidents
                + " incidents. The key that opens what is encrypted in it is not in it: keep that"
                + " in another place.");
        return 0;
    }

    private int restore(Path file, Path folder, ManagementPort port) throws IOException {
        if (Files.notExists(file)) {
            err.accept("There is no file " + file + ".");
            return FAILED;
        }
        if (port.isOpen()) {
            err.accept("A Beadle runs at " + port + ": stop it, restore, and start it again.");
            return FAILED;
        }
        long incidents =
                StoreBackup.restore(file, folder, InstantSource.system().instant());
        out.accept(folder + ": " + incidents
                + " incidents. The store that was there is kept beside it, if there was one.");
        return 0;
    }
}
