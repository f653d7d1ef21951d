package io.beadle.teams;

import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** The platform did not take what was sent. Its message holds the platform's code and status, never the content. */
public class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How it shows that no connection was made, the narrower first: its own cause may be of any kind. */
    private static final List<Class<? extends IOException>> UNCONNECTED = List.of(
            ConnectTimeoutException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class);

    /** What went wrong before anything was sent. */
    private static final Set<String> NEVER_SENT = Stream.concat(
                    Stream.of("NoDesk", "ServiceUrlNotAllowed"),
                    UNCONNECTED.stream().map(Class::getSimpleName))
            .collect(Collectors.toUnmodifiableSet());

    private final int status;
    private final String code;

    public DeliveryException(int status, String code) {
        super(status == 0 ? "Teams did not answer: " + code : "Teams answered " + status + " " + code);
        this.status = status;
        this.code = code;
    }

    /** Of a request that got no answer. */
    static DeliveryException of(WebClientRequestException failure) {
        return new DeliveryException(
                0,
                UNCONNECTED.stream()
                        .filter(failure::contains)
                        .map(Class::getSimpleName)
                        .findFirst()
                        .orElseGet(
                                () -> failure.getMostSpecificCause().getClass().getSimpleName()));
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
