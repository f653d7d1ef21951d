package io.beadle.teams;

import java.util.Set;

/** The platform did not take what was sent. Its message holds the platform's code and status, never the content. */
public class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong before anything was sent. */
    private static final Set<String> NEVER_SENT = Set.of(
            "NoDesk",
            "ServiceUrlNotAllowed",
            "ConnectTimeoutException",
            "ConnectException",
            "NoRouteToHostException",
            "UnknownHostException",
            "SSLHandshakeException");

    private final int status;
    private final String code;

    public DeliveryException(int status, String code) {
        super(status == 0 ? "Teams did not answer: " + code : "Teams answered " + status + " " + code);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    /**
     * The platform's error code, such as {@code BotNotInConversationRoster}; empty when it gave none. Without an answer,
     * what went wrong, such as {@code ReadTimeoutException}: the message may then have arrived.
     */
    public String code() {
        return code;
    }

    /** Whether it may have arrived all the same: it was sent, and what became of it was not said. */
    public boolean mayHaveArrived() {
        return status == 0 && !NEVER_SENT.contains(code) && !code.contains("Token");
    }

    /**
     * Whether trying later is of no use: this route is dead until somebody changes something in Teams. A credential that is
     * refused (401) says nothing of the route: it works again once the credential does.
     */
    public boolean isFinal() {
        return status >= 400 && status < 500 && status != 401 && status != 412 && status != 429;
    }
}
