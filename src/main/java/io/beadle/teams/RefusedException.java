package io.beadle.teams;

/** Somebody may not talk to Beadle. The caller learns the status alone; the reason is for the log and the counter. */
class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. The names are the values of the counter's tag. */
    enum Reason {
        TOKEN_MISSING(401),
        /** Unreadable, unsigned, signed by an unknown key or with an algorithm that the platform does not list. */
        TOKEN_INVALID(401),
        /** Not from the platform, not for Beadle, or out of date. */
        TOKEN_CLAIMS(401),
        /** No signing key could be fetched since the start. */
        KEYS_UNAVAILABLE(401),
        /** The token was given for another service URL than the activity names. */
        SERVICE_URL(403),
        /** The signing key is not endorsed for the channel that the activity names. */
        ENDORSEMENT(403),
        /** Vouched for by the platform, but of a channel other than Teams. */
        CHANNEL(403),
        /** Another tenant's, or it names none. */
        TENANT(403),
        /** In local mode: from a web page, or to be answered to another machine. */
        NOT_LOCAL(403),
        /** What came is no activity. */
        BODY(400),
        /** More bytes than any activity has. */
        TOO_LARGE(413),
        /** Its bytes came too slowly. */
        TOO_SLOW(408),
        /** One person's activities came faster than anybody writes or taps. */
        TOO_MANY(429),
        /** As many turns are in flight as there may be, or Beadle is stopping. */
        BUSY(503);

        final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    RefusedException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
