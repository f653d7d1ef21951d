package io.beadle.knowledge;

import java.util.Optional;

/** Answers questions from the council's own policies: a quoted clause, or an honest no. */
public interface PolicyAssistant {
    /**
     * Answers at once, from the index as it is now.
     *
     * @throws KnowledgeBusyException when too many questions wait already
     */
    Answer ask(Question question);

    /**
     * A passage that an earlier answer showed, as long as its document still says the same; its score is 0.
     *
     * @param id as in {@link Passage#id()}
     */
    Optional<Passage> passage(String id);

    /** Waits for the index if it is being made. */
    KnowledgeStatus status();
}
