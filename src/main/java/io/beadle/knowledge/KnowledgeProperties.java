package io.beadle.knowledge;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the policies are and whose they are.
 *
 * @param sources folders (with all below them) and files; none means the bundled suite
 * @param organisation whose policies count when a question names nobody's; null for everybody's
 * @param indexDir where the index is kept
 */
@ConfigurationProperties("beadle.knowledge")
public record KnowledgeProperties(
        @DefaultValue List<Path> sources,
        @Nullable String organisation,
        @DefaultValue("data/index") Path indexDir) {}
