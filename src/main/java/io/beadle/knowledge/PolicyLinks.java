package io.beadle.knowledge;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people open a policy in a browser, at a passage of it. */
public interface PolicyLinks {
    /**
     * A link that shows the passage in its document; it may expire. Empty where nothing can be linked: no
     * {@code beadle.public-url}, or a document this person may not read.
     *
     * @param asker the Entra object id of whoever is given the link; null where everybody in the conversation is
     */
    Optional<URI> link(Passage passage, @Nullable String asker);
}
