package io.beadle.teams;

/** A file was not fetched. Its message holds neither the address nor the name. */
public class DownloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int status;

    public DownloadException(Reason reason, int status) {
        super("Not fetched: " + reason + (status == 0 ? "" : ", status " + status));
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
        /** The address is none that Teams uses, leads to a private network, or elsewhere by a redirect. */
        NOT_ALLOWED,
        TOO_LARGE,
        /** The server refuses it: usually the address has run out. */
        GONE,
        /** No whole answer in time; later there may be one. */
        NOT_NOW
    }
}
