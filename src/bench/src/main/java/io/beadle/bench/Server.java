package io.beadle.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a process of its own, so that its CPU time can be told from that of the others. */
final class Server implements AutoCloseable {
    private static final String JAVA = System.getProperty("java.home");

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final String name;
    private final int port;
    private final Process process;

    private Server(String name, int port, List<String> command) {
        this.name = name;
        this.port = port;
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log());
        builder.environment().putAll(Map.of("BEADLE_JAVA_HOME", JAVA));
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The product as people start it, in local mode and with the embedded store. */
    static Server beadle(Path dataDir, String... options) {
        int port = freePort();
        return new Server(
                "beadle",
                port,
                Stream.concat(
                                Stream.of(
                                        "./beadle",
                                        "--server.port=" + port,
                                        "--management.server.port=" + freePort(),
                                        "--beadle.data-dir=" + dataDir,
                                        // the users here are faster than people
                                        "--beadle.limits.activities.at-once=1000000",
                                        "--beadle.limits.activities.per-minute=1000000",
                                        "--beadle.limits.questions.at-once=1000000",
                                        "--beadle.limits.questions.per-minute=1000000"),
                                Stream.of(options))
                        .toList());
    }

    /** One of the servers here; it gets its port as first argument. */
    static Server of(String name, Class<?> main, String... more) {
        return of(name, CLASS_PATH, main, more);
    }

    /** One that does without the stock adapter's Jackson: WebFlux would take it up and fail on its age. */
    static Server withoutJackson(String name, Class<?> main, String... more) {
        String classPath = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith("jackson-"))
                .collect(Collectors.joining(File.pathSeparator));
        return of(name, classPath, main, more);
    }

    private static Server of(String name, String classPath, Class<?> main, String... more) {
        int port = freePort();
        return new Server(
                name,
                port,
                Stream.concat(
                                Stream.of(
                                        JAVA + "/bin/java",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        classPath,
                                        main.getName(),
                                        String.valueOf(port)),
                                Stream.of(more))
                        .toList());
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI endpoint() {
        return address().resolve("/api/messages");
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    File log() {
        return new File("src/bench/target", name + ".log");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
