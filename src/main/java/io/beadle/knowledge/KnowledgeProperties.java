package io.beadle.knowledge;

import io.beadle.content.ContentProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the policies are and whose they are.
 *
 * @param sources folders (with all below them) and files; none means the bundled suite
 * @param organisation whose policies count when a question names nobody's; null for everybody's
 * @param without stages of answering that are left out, to measure what each is worth
 * @param indexDir where the index is kept
 * @param documents what a document may cost to be read
 */
@ConfigurationProperties("beadle.knowledge")
public record KnowledgeProperties(
        @DefaultValue List<Path> sources,
        @Nullable String organisation,
        @DefaultValue Set<Stage> without,
        @DefaultValue("data/index") Path indexDir,
        @DefaultValue Documents documents) {
    /**
     * The bounds of reading one document.
     *
     * @param mostSize a bigger file is not opened
     * @param mostTime a document that takes longer is left out
     */
    public record Documents(
            @DefaultValue("50MB") DataSize mostSize,
            @DefaultValue("60s") Duration mostTime) {
        /** What holds where nothing is configured. */
        public static final Documents DEFAULT = new Documents(DataSize.ofMegabytes(50), Duration.ofSeconds(60));
    }

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
