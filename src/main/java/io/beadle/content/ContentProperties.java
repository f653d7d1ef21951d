package io.beadle.content;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Folders that replace the bundled content, each as a whole; null for the bundled one.
 *
 * @param bot report types, contacts and messages
 * @param cards card templates
 * @param knowledge the glossary, the policy register and the list of replaced laws
 */
@ConfigurationProperties("beadle.content")
public record ContentProperties(
        @Nullable Path bot, @Nullable Path cards, @Nullable Path knowledge) {}
