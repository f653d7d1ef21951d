package io.beadle.knowledge;

/** More questions wait for an answer than can be answered soon. */
public class KnowledgeBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KnowledgeBusyException(int waiting) {
        super("Too many questions at once: " + waiting + " wait already");
    }
}
