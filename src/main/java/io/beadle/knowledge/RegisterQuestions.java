package io.beadle.knowledge;

import java.util.Optional;

/** Answers questions about the policies themselves, such as "which are overdue?", from the register. */
public interface RegisterQuestions {
    /**
     * Empty for every other question, one that only sounds like it among them, and where the register does not know.
     * Nothing of a policy the asker may not read is in the answer (G34).
     *
     * @throws KnowledgeBusyException when too many questions wait already
     */
    Optional<RegisterAnswer> answer(Question question);
}
