package io.beadle.knowledge.document;

/** A file that no text can be had from; the message says in one line what is wrong with it, and what to do. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
