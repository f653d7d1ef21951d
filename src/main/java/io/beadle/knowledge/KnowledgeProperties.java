package io.beadle.knowledge;

import io.beadle.content.ContentProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
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
 * @param reranker a cross-encoder that reads question and passage together: a folder with {@code model.onnx} and
 *     {@code tokenizer.json}; null for none
 */
@ConfigurationProperties("beadle.knowledge")
public record KnowledgeProperties(
        @DefaultValue List<Path> sources,
        @Nullable String organisation,
        @DefaultValue Set<Stage> without,
        @DefaultValue("data/index") Path indexDir,
        @DefaultValue Documents documents,
        @Nullable Path reranker) {
    @ConstructorBinding
    public KnowledgeProperties {}

    /** Without a reranker. */
    public KnowledgeProperties(
            List<Path> sources, @Nullable String organisation, Set<Stage> without, Path indexDir, Documents documents) {
        this(sources, organisation, without, indexDir, documents, null);
    }

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
        /** Words of every conversation count half. */
        EVERYDAY,
        /** What every question means a little is taken off what this one means. */
        ORDINARY,
        /** The name of a council in a question, or the asker's, chooses documents. */
        ORGANISATION,
        /** Who asks for a policy's owner, author, version or dates gets the passage that has them. */
        FACTS,
        /** Passages are read for what the question wants to be told to do. */
        READING,
        /** Orders to the machine and requests for help with harm are not answered. */
        ORDERS
    }

    /** Whether the register is about these documents: the bundled one says nothing of a council's own. */
    public boolean isRegistered(ContentProperties content) {
        return sources.isEmpty() || content.knowledge() != null;
    }
}
