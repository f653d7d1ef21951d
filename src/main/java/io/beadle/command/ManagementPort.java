package io.beadle.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The port on loopback at which the Beadle that runs on this machine tells of itself. */
final class ManagementPort {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private final URI base;

    private ManagementPort(URI base) {
        this.base = base;
    }

    /** Nothing but what reads the properties. */
    static class Nothing {}

    /** Where a Beadle with these properties listens. */
    static ManagementPort of(String... args) {
        try (ConfigurableApplicationContext context = WithoutServer.start(Nothing.class, args)) {
            Environment properties = context.getEnvironment();
            String host = properties.getProperty("management.server.address", "127.0.0.1");
            int port = properties.getProperty("management.server.port", Integer.class, 3979);
            return new ManagementPort(
                    URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port));
        }
    }

    /**
     * What it answers there; empty if nothing listens.
     *
     * @throws NotBeadleException if something does, and does not answer with 200
     */
    Optional<String> get(String endpoint) {
        return answer(request(endpoint).GET().build());
    }

    /** The same, having it do something. */
    Optional<String> post(String endpoint) {
        return answer(request(endpoint)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Whether anything listens there. */
    boolean isOpen() {
        try {
            return get("health").isPresent();
        } catch (NotBeadleException e) {
            return true;
        }
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(base.resolve("/actuator/" + endpoint)).timeout(ANSWER_WITHIN);
    }

    private Optional<String> answer(HttpRequest request) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 404) {
                throw new NotBeadleException(
                        this + " does not know that: the Beadle that runs there has another version, or"
                                + " another store, or is another program");
            }
            if (answer.statusCode() != 200) {
                throw new NotBeadleException(this + " answers " + answer.statusCode() + ": is it another program's, or"
                        + " another version of Beadle?");
            }
            return Optional.of(answer.body());
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new NotBeadleException(
                    this + " does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotBeadleException(this + " was not waited for");
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
