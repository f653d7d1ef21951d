package io.beadle.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Microsoft's Agents Playground as a process of its own: a Teams to try Beadle in, without a tenant. */
final class Playground implements AutoCloseable {
    static final int PORT = 56150;

    private static final String PACKAGE = "@microsoft/m365agentsplayground@0.2.28";
    private static final String COUNCIL = "m365agentsplayground.yml";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final int TRIES_A_SECOND = 4;

    private final Process process;

    private Playground(Process process) {
        this.process = process;
    }

    static boolean isNodeHere() {
        try {
            Process asked = new ProcessBuilder(npx(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(20, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Starts it, fetching it from npm the first time, and waits until it can be opened.
     *
     * @param folder where its council and its log are kept
     * @throws IOException if its port is taken, or it ended or did not answer in three minutes; its log tells why
     */
    static Playground start(String endpoint, Path folder) throws IOException {
        if (isOpen()) {
            throw new IOException("Something else listens on port " + PORT + ", which the Agents Playground needs; is"
                    + " another one running? Stop it and run this again.");
        }
        Files.createDirectories(folder);
        try (InputStream council = Objects.requireNonNull(Playground.class.getResourceAsStream(COUNCIL))) {
            Files.copy(council, folder.resolve("." + COUNCIL), StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = folder.resolve("playground.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                npx(),
                "--yes",
                "--package",
                PACKAGE,
                "agentsplayground",
                "start",
                "-e",
                endpoint,
                "-c",
                "msteams",
                "--dt",
                "-p",
                String.valueOf(PORT)));
        builder.environment().put("TEAMSAPPTESTER_BROWSER", "none");
        Playground playground = new Playground(builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        if (!playground.answers()) {
            playground.close();
            throw new IOException("The Agents Playground did not start; see " + log);
        }
        return playground;
    }

    private boolean answers() {
        Executor later = CompletableFuture.delayedExecutor(1000 / TRIES_A_SECOND, TimeUnit.MILLISECONDS, Runnable::run);
        for (int i = 0; i < LONGEST_START.toSeconds() * TRIES_A_SECOND && process.isAlive(); i++) {
            if (CompletableFuture.supplyAsync(Playground::isOpen, later).join()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", PORT), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String npx() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? "npx.cmd" : "npx";
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
