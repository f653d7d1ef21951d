package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code self-test} where no Beadle runs, or something else does. */
class SelfTestCommandTests {
    @TempDir
    private Path folder;

    @Test
    void testsWhatCanBeTestedWithoutABeadleThatRuns() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Commands.Ended ended = Commands.run("self-test", "--management.server.port=1", "--beadle.data-dir=" + data);

        assertThat(ended.out())
                .startsWith("No Beadle answers at http://127.0.0.1:1: this is what can be tested without it.\n")
                .contains("failed   Desk: No channel is chosen for alerts")
                .contains("ok       Store: I wrote, read and deleted something.")
                .contains("warning  Policies: I have not read the policies yet.")
                .contains("ok       Registration: Local mode");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void anotherProgramAtThePortIsNotTakenForBeadle() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            Commands.Ended ended = Commands.run(
                    "self-test",
                    "--management.server.port=" + other.getAddress().getPort());
            assertThat(ended.err()).contains("answers as something else than Beadle does");
            assertThat(ended.status()).isEqualTo(1);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aStoreThatCannotBeOpenedIsSaid() {
        Commands.Ended ended = Commands.run(
                "self-test",
                "--management.server.port=1",
                "--beadle.data-dir=" + folder,
                "--spring.mongodb.uri=mongodb://127.0.0.1:1/beadle?serverSelectionTimeoutMS=200");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out() + ended.err()).contains("The store does not answer");
    }
}
