package io.beadle.mongo;

/** The embedded store is refused or cannot be opened; its message tells the operator why, and what to do about it. */
public class EmbeddedMongoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedMongoException(String message) {
        super(message);
    }
}
