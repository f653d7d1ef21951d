package io.beadle.knowledge;

import io.beadle.content.BundledContent;
import io.beadle.content.Glossary;
import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Small sets of policies for tests. */
public final class Suites {
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A register that knows nothing and keeps nothing from anybody. */
    public static final PolicyRegister OPEN = register(Map.of());

    private Suites() {}

    /** A register that knows nothing but who alone may read these documents. */
    public static PolicyRegister register(Map<String, String> readers) {
        return new PolicyRegister() {
            @Override
            public List<RegisteredPolicy> policies() {
                return List.of();
            }

            @Override
            public Optional<RegisteredPolicy> ofDocument(String document) {
                return Optional.empty();
            }

            @Override
            public boolean mayRead(String document, @Nullable String asker) {
                return !readers.containsKey(document) || readers.get(document).equals(asker);
            }
        };
    }

    /** Two councils that say different things of keys, and a paper of nobody's. */
    public static Path councils(Path folder) throws IOException {
        Files.writeString(folder.resolve("fenmarsh-keys.md"), """
                # Fenmarsh keys policy

                Version: 2.1

                ## 1 Lost keys

                Fenmarsh District Council asks everybody who loses an office key to tell the reception desk within one hour.

                ## 2 Lending keys

                A key is lent for at most seven days. The caretaker keeps the list of lent keys.
                """);
        Files.writeString(folder.resolve("hillford-keys.md"), """
                # Hillford keys policy

                ## 1 Lost keys

                At Hillford County Council a lost office key is reported to the duty manager before the end of the day.

                ## 2 Photographs

                Photographs of keys are never put on the internet, because a key can be cut from a picture of it.
                """);
        Files.writeString(folder.resolve("paper.txt"), """
                Waste Paper Guidance

                Confidential paper goes into the locked grey bins, which are emptied every Thursday morning.
                """);
        return folder;
    }

    /** The one that is bundled. */
    public static Glossary glossary() {
        return BundledContent.CONTENT.glossary();
    }

    public static LiveIndex open(KnowledgeProperties properties) {
        return new LiveIndex(properties, new FileSources(properties), glossary(), InstantSource.fixed(NOW), LONDON);
    }

    /** Those of the suite that is bundled, whose index is made once and found again by all that test with it. */
    public static KnowledgeProperties bundled() {
        return BundledIndex.PROPERTIES;
    }

    /** A folder for the data of one Beadle on the bundled suite, with a copy of its index: to make one takes half a minute of CPU. */
    public static Path dataFolder(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/running")), prefix);
        FileSystemUtils.copyRecursively(bundled().indexDir(), folder.resolve("index"));
        return folder;
    }

    public static KnowledgeProperties properties(Path sources, Path index) {
        return new KnowledgeProperties(List.of(sources), null, Set.of(), index, KnowledgeProperties.Documents.DEFAULT);
    }
}
