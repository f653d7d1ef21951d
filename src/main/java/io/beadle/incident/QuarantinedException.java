package io.beadle.incident;

/** The evidence is not to be opened by anybody now. */
public class QuarantinedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QuarantinedException(String evidence) {
        super("Cannot open evidence " + evidence + ": it is in quarantine or held, or its report was not sent");
    }
}
