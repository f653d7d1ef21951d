package io.beadle.knowledge;

/** Which clauses are in the policies as they are now. */
public interface StandingClauses {
    /**
     * Whether a document still says what this passage said, letter for letter, whoever may read it.
     *
     * @param passage as in {@link Passage#id()}
     */
    boolean stand(String passage);
}
