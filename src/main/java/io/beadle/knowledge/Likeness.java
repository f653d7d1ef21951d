package io.beadle.knowledge;

import java.util.List;
import java.util.Optional;

/** Which questions ask the same. */
public interface Likeness {
    /**
     * The one of these that asks the same as the question, if one does. In doubt none does: whoever is given the answer to
     * another question may rely on it.
     *
     * @throws KnowledgeBusyException when too many questions wait already
     */
    Optional<String> same(String question, List<String> asked);

    /**
     * The questions in groups of much the same meaning, largest first, each in the order given. What is in one group need
     * not ask quite the same.
     *
     * @throws KnowledgeBusyException when too many questions wait already
     */
    List<List<String>> groups(List<String> questions);
}
