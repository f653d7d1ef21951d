package io.beadle.knowledge;

import java.util.Optional;
import java.util.function.Consumer;

/** Says in plain English what quotes say, by a language model, if one is configured. What it writes is never trusted. */
public interface PlainAnswers {
    /** Whether there is a language model to ask. */
    boolean isConfigured();

    /**
     * Blocks until the model has written its answer, for as long as is configured at most.
     *
     * @param soFar is told all sentences that have held so far, each time one more has; on another thread, one call at a
     *     time; it must return at once
     * @return sentences that are each supported by a citation of the answer; empty when there is no model, none of its
     *     sentences holds, or it is slow, down, busy or over its budget
     */
    Optional<PlainAnswer> write(Question question, Answer.Answered answer, Consumer<PlainAnswer> soFar);
}
