package io.beadle.privacy;

/** There are no keys for personal data, or not the right ones. The message tells the operator what to do, and has no key in it. */
public class KeyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyFileException(String message) {
        super(message);
    }
}
