package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** At the most talkative log level, with the levels that the application sets: no document reaches the log. */
@SpringBootTest(
        properties = {"logging.level.root=debug", "logging.level.org.mongodb.driver=debug"},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
class StorePrivacyTests {
    private static final String MARKER = "left-it-on-the-train";

    @TempDir
    private static Path folder;

    private final MongoTemplate mongo;

    @Autowired
    StorePrivacyTests(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry properties) {
        properties.add("beadle.data-dir", folder::toString);
    }

    /** The levels are the whole process's, and the tests that come after have no use for them. */
    @AfterAll
    static void talkLess() {
        LoggingSystem levels = LoggingSystem.get(StorePrivacyTests.class.getClassLoader());
        levels.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        levels.setLogLevel("org.mongodb.driver", LogLevel.WARN);
    }

    @BeforeEach
    void storeOne() {
        mongo.remove(new Query(), "reports");
        mongo.indexOps("reports").createIndex(new Index("draft", Direction.ASC).unique());
        mongo.insert(report("one"), "reports");
    }

    private static Document report(String id) {
        return new Document("_id", id).append("draft", "same").append("circumstances", MARKER);
    }

    @Test
    void aFailedCommandLogsNothingOfTheDocument(CapturedOutput output) {
        assertThatThrownBy(() -> mongo.insert(report("two"), "reports"))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageNotContaining(MARKER);
        assertThatThrownBy(() -> mongo.upsert(
                        query(where("_id").is("two")),
                        new Update().set("draft", "same").set("circumstances", MARKER),
                        "reports"))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageNotContaining(MARKER);
        assertThatThrownBy(() -> mongo.executeCommand(new Document("noSuchCommand", MARKER)))
                .hasMessageNotContaining(MARKER);
        assertThat(output).isNotEmpty().doesNotContain(MARKER);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
    @EnableConfigurationProperties(StoreSettings.class)
    @Import(EmbeddedMongoConfiguration.class)
    static class Store {}
}
