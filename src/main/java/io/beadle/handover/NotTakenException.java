package io.beadle.handover;

/** The other system did not take an incident. Its message holds the status, and nothing of the answer. */
class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    NotTakenException(int status, boolean isFinal) {
        super("Not taken: " + (status == 0 ? "no answer" : "status " + status));
        this.isFinal = isFinal;
    }

    /** Whether handing it over again is of no use. */
    boolean isFinal() {
        return isFinal;
    }
}
