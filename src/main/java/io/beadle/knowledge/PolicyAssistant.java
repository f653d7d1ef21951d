package io.beadle.knowledge;

/** Answers questions from the council's own policies: a quoted clause, or an honest no. */
public interface PolicyAssistant {
    /**
     * Answers at once, from the index as it is now.
     *
     * @throws KnowledgeBusyException when too many questions wait already
     */
    Answer ask(Question question);
}
