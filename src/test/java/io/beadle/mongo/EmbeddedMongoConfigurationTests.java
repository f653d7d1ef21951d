package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.event.ConnectionPoolClosedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;

class EmbeddedMongoConfigurationTests {
    @TempDir
    private Path folder;

    @BeforeAll
    static void beQuiet() {
        TestStore.quietly();
    }

    private ApplicationContextRunner beadle() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class))
                .withUserConfiguration(Settings.class, EmbeddedMongoConfiguration.class)
                .withPropertyValues("beadle.data-dir=" + folder);
    }

    @Test
    void withoutAMongoDbTheStoreIsAFileInTheDataDirectory() {
        beadle().run(context ->
                context.getBean(MongoTemplate.class).insert(new Document("_id", "INC-2026-0001"), "incidents"));
        assertThat(folder.resolve("store.mv")).exists();
        beadle().run(context -> assertThat(context.getBean(MongoTemplate.class).findAll(Document.class, "incidents"))
                .containsExactly(new Document("_id", "INC-2026-0001")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseOnTheMachineMayReadTheFile() throws IOException {
        beadle().run(context -> assertThat(context).hasNotFailed());

        assertThat(Files.getPosixFilePermissions(folder.resolve("store.mv")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void theHealthCheckGetsItsAnswer() {
        beadle().run(context -> assertThat(
                        context.getBean(MongoTemplate.class).executeCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true)
                .containsKey("maxWireVersion"));
    }

    @Test
    void aConfiguredMongoDbIsUsedInstead() {
        beadle().withPropertyValues("spring.mongodb.uri=mongodb://localhost:1/beadle")
                .run(context ->
                        assertThat(context).hasSingleBean(MongoClient.class).doesNotHaveBean(EmbeddedMongo.class));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void outsideLocalModeTheEmbeddedStoreIsRefusedUnlessAccepted() {
        beadle().withPropertyValues("beadle.teams.app-id=00000000-0000-0000-0000-000000000001")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll(
                                "refused because beadle.teams.app-id is set",
                                "spring.mongodb.uri",
                                "beadle.store.accept-embedded=true"));
        beadle().withPropertyValues(
                        "beadle.teams.app-id=00000000-0000-0000-0000-000000000001", "beadle.store.accept-embedded=true")
                .run(context -> assertThat(context).hasSingleBean(EmbeddedMongo.class));
    }

    @Test
    void aSecondBeadleOnTheSameDataIsTurnedAway() {
        beadle().run(first -> beadle().run(second -> {
            Throwable failure = Objects.requireNonNull(second.getStartupFailure());
            assertThat(failure).rootCause().isInstanceOf(EmbeddedMongoException.class);
            FailureAnalysis analysis = new EmbeddedMongoFailureAnalyzer().analyze(failure);
            assertThat(Objects.requireNonNull(analysis).getDescription())
                    .contains("in use by another Beadle", "beadle.data-dir");
        }));
    }

    @Test
    void theClientIsClosedBeforeTheStore() {
        List<String> closing = new ArrayList<>();
        beadle().withBean(
                        MongoClientSettingsBuilderCustomizer.class,
                        () -> settings -> settings.applyToConnectionPoolSettings(
                                pool -> pool.addConnectionPoolListener(watch(closing))))
                .run(context ->
                        context.getBean(MongoTemplate.class).insert(new Document("_id", "INC-2026-0001"), "incidents"));
        assertThat(closing).containsExactly("client closes, store is up");
    }

    private static ConnectionPoolListener watch(List<String> closing) {
        return new ConnectionPoolListener() {
            @Override
            public void connectionPoolClosed(ConnectionPoolClosedEvent event) {
                int port = event.getServerId().getAddress().getPort();
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    closing.add("client closes, store is " + (socket.isConnected() ? "up" : "down"));
                } catch (IOException e) {
                    closing.add("client closes, store is down");
                }
            }
        };
    }

    @EnableConfigurationProperties(StoreSettings.class)
    static class Settings {}
}
