package io.beadle.storm;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Beadle in a process of its own, to be killed and started again on the same port. */
final class BeadleProcess {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final int port = freePort();
    private final int management = freePort();
    private final File log;
    private final List<String> options;
    private volatile Process process;

    BeadleProcess(String name, Path dataDir, String... options) {
        this.log = dataDir.resolveSibling(name + ".log").toFile();
        this.options = new ArrayList<>(List.of(options));
        this.options.add("--server.port=" + port);
        this.options.add("--management.server.port=" + management);
        this.options.add("--beadle.data-dir=" + dataDir);
        // four officers do in minutes what hundreds would in a day
        this.options.add("--beadle.limits.activities.at-once=1000000");
        this.options.add("--beadle.limits.activities.per-minute=1000000");
        start();
    }

    void start() {
        List<String> command = new ArrayList<>(List.of("./beadle", "serve"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "BEADLE_JAVA_HOME",
                        System.getProperty("java.home"),
                        // one that lives for seconds has no use for what is compiled best
                        "BEADLE_JAVA_OPTS",
                        "-XX:TieredStopAtLevel=1 -Xmx600m"));
        try {
            process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("A Beadle cannot be started", e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + "/api/messages");
    }

    /** Waits until it takes activities. */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("Beadle did not start: see " + log);
            }
            Thread.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            URI health = URI.create("http://127.0.0.1:" + management + "/actuator/health/ready");
            return HTTP.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: nothing in it has a chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }
}
