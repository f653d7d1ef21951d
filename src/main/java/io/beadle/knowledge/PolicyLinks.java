package io.beadle.knowledge;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people open the policy that an answer quotes. */
public interface PolicyLinks {
    /**
     * The link of the register if it has one, else one to Beadle's own reader, which shows the clause with the answering
     * sentence marked and ends after some hours: make it when it is shown, never store it. Empty where there is nowhere to
     * send people to, or the asker may not read the document (G34).
     *
     * @param asker an Entra object id; null for somebody unknown. Nothing of it is in the link.
     */
    Optional<URI> link(Citation citation, @Nullable String asker);

    /** The same, to a passage as a whole. */
    default Optional<URI> link(Passage passage, @Nullable String asker) {
        return link(Citation.of(passage, passage.text()), asker);
    }
}
