package io.beadle.knowledge;

import io.beadle.content.ContentProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the policies are and whose they are.
 *
 * @param sources folders (with all below them) and files; none means the bundled suite
 * @param organisation whose policies count when a question names nobody's; null for everybody's
 * @param without stages of answering that are left out, to measure what each is worth
 * @param indexDir where the index is kept
 */
@ConfigurationProperties("beadle.knowledge")
public record KnowledgeProperties(
        @DefaultValue List<Path> sources,
        @Nullable String organisation,
        @DefaultValue Set<Stage> without,
        @DefaultValue("data/index") Path indexDir) {
    /** What can be left out. */
    public enum Stage {
        /** Misspelt words are corrected. */
        SPELLING,
        /** Words that may stand for the asker's count too. */
        GLOSSARY,
        /** Passages are read for what kind of answer the question wants. */
        READING
    }

    /** Whether the register is about these documents: the bundled one says nothing of a council's own. */
    public boolean isRegistered(ContentProperties content) {
        return sources.isEmpty() || content.knowledge() != null;
    }
}
