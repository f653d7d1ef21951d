package io.beadle.teams;

/** A file was not put where it should be. Its message holds neither the address nor the name. */
public class UploadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int status;

    public UploadException(Reason reason, int status) {
        super("Not uploaded: " + reason + (status == 0 ? "" : ", status " + status));
        this.reason = reason;
        this.status = status;
    }

    public Reason reason() {
        return reason;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    public enum Reason {
        /** The address is none that Teams uses, or leads to a private network. */
        NOT_ALLOWED,
        /** The server refuses it. */
        REFUSED,
        /** No answer in time: it may have been taken all the same. */
        NO_ANSWER
    }
}
