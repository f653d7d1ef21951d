package io.beadle.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions from the council's own policies: a quoted clause, or an honest no. */
public interface PolicyAssistant {
    /**
     * Answers at once, from the index as it is now.
     *
     * @throws KnowledgeBusyException when too many questions wait already
     */
    Answer ask(Question question);

    /**
     * A passage that an earlier answer showed, as long as its document still says the same and the asker may read it; its
     * score is 0.
     *
     * @param id as in {@link Passage#id()}
     * @param asker as in {@link Question#asker()}
     */
    Optional<Passage> passage(String id, @Nullable String asker);

    /**
     * The section a passage stands in: all passages under the same heading of the document, in its order, with the passage
     * itself among them. Empty where {@link #passage} is. Their scores are 0.
     */
    List<Passage> section(String id, @Nullable String asker);

    /** Waits for the index if it is being made. */
    KnowledgeStatus status();
}
