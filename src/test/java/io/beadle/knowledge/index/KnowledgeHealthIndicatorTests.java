package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.Suites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;

@Alongside
class KnowledgeHealthIndicatorTests {
    @TempDir
    Path folder;

    @Test
    void saysWhichIndexAnswersAndWhatIsWrongWithDocuments() throws Exception {
        Path policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        Files.createFile(policies.resolve("empty.md"));
        LiveIndex index = Suites.open(Suites.properties(policies, folder.resolve("index")));
        try {
            assertThat(index.status().policies()).hasSize(3);
            Health health = new KnowledgeHealthIndicator(index).health();
            assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
            assertThat(health.getDetails())
                    .containsEntry("version", 1)
                    .containsEntry("indexed", Suites.NOW)
                    .containsEntry("documents", 3)
                    .containsEntry("building", false)
                    .hasEntrySatisfying(
                            "problems",
                            problems -> assertThat((List<?>) problems)
                                    .singleElement()
                                    .asString()
                                    .contains("empty.md: is empty"));
        } finally {
            index.destroy();
        }
    }

    @Test
    void isUpWhileTheFirstIndexIsBeingMadeAndWhenAllIsWell() throws Exception {
        Path policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        LiveIndex index = Suites.open(Suites.properties(policies, folder.resolve("index")));
        try {
            assertThat(new KnowledgeHealthIndicator(index).health().getStatus().getCode())
                    .isEqualTo("UP");
            index.status();
            assertThat(new KnowledgeHealthIndicator(index).health().getStatus().getCode())
                    .isEqualTo("UP");
        } finally {
            index.destroy();
        }
    }
}
