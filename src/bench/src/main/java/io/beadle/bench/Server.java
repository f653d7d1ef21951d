package io.beadle.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server in a process of its own, so that its CPU time and its memory can be told from those of the others. */
final class Server implements AutoCloseable {
    /** Where the peers from npm are. */
    static final Path PEERS = Path.of("src/bench/js");

    static final Path TARGET = Path.of("src/bench/target");

    private static final String JAVA = System.getProperty("java.home");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final Duration START_WITHIN = Duration.ofMinutes(3);

    private final String name;
    private final int port;
    private final int management;
    private final Process process;

    private Server(String name, int port, int management, List<String> command) {
        this.name = name;
        this.port = port;
        this.management = management;
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log());
        builder.environment().putAll(Map.of("BEADLE_JAVA_HOME", JAVA, "NODE_ENV", "production"));
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The product as people start it, in local mode and with the embedded store: it checks no tokens. */
    static Server beadle(Path dataDir, String... options) {
        return beadle("beadle-unchecked", dataDir, List.of(options));
    }

    /** The product as a registered bot, which checks the token of each activity and shows one with each call; the store is the embedded one. */
    static Server beadle(Path dataDir, ScriptedPlatform platform, String... options)
            throws IOException, InterruptedException {
        Path keys = dataDir.resolve("keys.json");
        if (!Files.exists(keys)) {
            run("keys", "make", keys.toString());
        }
        List<String> all = new ArrayList<>(platform.options());
        all.add("--beadle.privacy.key-file=" + keys);
        all.add("--beadle.store.accept-embedded=true");
        all.addAll(List.of(options));
        return beadle("beadle", dataDir, all);
    }

    private static Server beadle(String name, Path dataDir, List<String> options) {
        int port = freePort();
        int management = freePort();
        List<String> command = new ArrayList<>(List.of(
                "./beadle",
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--beadle.data-dir=" + dataDir,
                // the users here are faster than people
                "--beadle.limits.activities.at-once=1000000",
                "--beadle.limits.activities.per-minute=1000000",
                "--beadle.limits.questions.at-once=1000000",
                "--beadle.limits.questions.per-minute=1000000"));
        command.addAll(options);
        return new Server(name, port, management, command);
    }

    /** A command of the product that ends by itself; what it said, its exit code notwithstanding. */
    static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./beadle"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(TARGET.resolve(arguments[0] + ".log").toFile());
        builder.environment().put("BEADLE_JAVA_HOME", JAVA);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
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
        List<String> command = new ArrayList<>(List.of(
                JAVA + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName(),
                String.valueOf(port)));
        command.addAll(List.of(more));
        return new Server(name, port, 0, command);
    }

    /** One of the peers from npm. */
    static Server node(String name) {
        int port = freePort();
        return new Server(
                name, port, 0, List.of("node", PEERS.resolve(name + ".js").toString(), String.valueOf(port)));
    }

    boolean isBeadle() {
        return management != 0;
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

    /** What of it is in memory now, in MB, as Linux counts it; 0 where there is no Linux to ask. */
    double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        } catch (IOException noLinux) {
            return 0;
        }
    }

    /** Whether a Beadle says of itself that it is ready. */
    boolean isReady() {
        return status(URI.create("http://127.0.0.1:" + management + "/actuator/health/ready")) == 200;
    }

    /** Whether it answers a request, with whatever. */
    boolean answers() {
        return status(address()) != 0;
    }

    private static int status(URI uri) {
        try {
            return ((HttpURLConnection) uri.toURL().openConnection()).getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The sum of one of a Beadle's metrics, by its name at the Prometheus endpoint. */
    double metric(String metric) throws IOException {
        URI all = URI.create("http://127.0.0.1:" + management + "/actuator/prometheus");
        return new String(all.toURL().openStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches(metric + "(\\{.*)? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Asks until it is answered: a question, because Beadle may still be making its index, which would count against it. */
    void awaitAnswer(Users users, Endpoint endpoint) throws InterruptedException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!users.turn(endpoint, 0, StartUp.QUESTION).block()) {
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("No answer: see " + log());
            }
            Thread.sleep(20);
        }
    }

    /** Has the JVM do something, such as record where its processor time goes. */
    void jcmd(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(JAVA + "/bin/jcmd", String.valueOf(process.pid())));
        all.addAll(List.of(command));
        int exit = new ProcessBuilder(all)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("jcmd did not do " + command[0] + ": see " + log());
        }
    }

    File log() {
        return TARGET.resolve(name + ".log").toFile();
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
