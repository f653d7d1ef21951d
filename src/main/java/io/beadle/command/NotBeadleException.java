package io.beadle.command;

/** Whatever listens where Beadle should is not Beadle, or does not answer as it does. */
class NotBeadleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotBeadleException(String message) {
        super(message);
    }
}
