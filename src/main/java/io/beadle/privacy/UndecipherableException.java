package io.beadle.privacy;

/** What is stored cannot be decrypted: it was written with another key, or was changed. The message has nothing of it. */
public class UndecipherableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UndecipherableException(String message) {
        super(message);
    }
}
