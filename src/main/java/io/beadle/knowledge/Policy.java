package io.beadle.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself. Versions and dates are kept as the document writes them.
 *
 * @param document the source file's base name with its ending
 * @param organisation whose document it is, such as {@code Kent County Council}; null where it does not tell
 * @param owner who answers for it, as the document names the role or person; null where it does not tell
 * @param review when it is to be reviewed
 */
public record Policy(
        String document,
        String title,
        @Nullable String organisation,
        @Nullable String version,
        @Nullable String owner,
        @Nullable String approved,
        @Nullable String review) {}
