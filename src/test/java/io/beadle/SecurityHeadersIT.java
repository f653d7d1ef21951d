package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What every answer has, whoever gives it, and where management is reached. */
class SecurityHeadersIT extends RunningBeadle {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalManagementPort
    private int management;

    @ParameterizedTest
    @CsvSource({
        "GET, bot, /, 404",
        "GET, bot, /nothing, 404",
        "GET, bot, /policies, 404",
        "GET, bot, /policies/mobile?e=1&s=x, 404",
        "GET, bot, /policies/%2e%2e/secret, 404",
        "GET, bot, /policies/style/reader.css, 200",
        "GET, bot, /api/messages, 404",
        "POST, bot, /api/messages, 400",
        "POST, bot, /policies, 404",
        "GET, bot, /actuator/health, 404",
        "GET, bot, /favicon.ico, 404",
        "GET, management, /actuator/health, 200",
        "GET, management, /actuator/nothing, 404",
        "GET, management, /nothing, 404",
        "GET, management, /actuator/env, 404",
        "GET, management, /actuator/heapdump, 404",
    })
    void everyAnswerHasThem(String method, String server, String path, int status) throws Exception {
        HttpResponse<String> answer =
                send(method, server.equals("bot") ? port : management, path, "text/html, */*;q=0.1");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map())
                .containsKeys("cache-control", "content-security-policy", "x-content-type-options");
        SecurityHeaders.HEADERS.forEach((name, value) -> {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        });
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).doesNotContain("Exception", "at io.beadle", "Spring");
    }

    /** A page in a browser that posts to loopback names its origin. */
    @Test
    void aRefusalHasThemToo() throws Exception {
        HttpRequest fromAPage = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/messages"))
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> refused = HTTP.send(fromAPage, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().map()).containsKeys("content-security-policy", "x-content-type-options");
        assertThat(refused.headers().map()).doesNotContainKeys("access-control-allow-origin");
    }

    @Test
    void managementIsReachedFromThisMachineAlone() throws Exception {
        assertThat(send("GET", management, "/actuator/health", "*/*").statusCode())
                .isEqualTo(200);
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but loopback");

        URI url =
                URI.create("http://" + outside.orElseThrow().getHostAddress() + ":" + management + "/actuator/health");
        assertThatThrownBy(() -> HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    private static HttpResponse<String> send(String method, int port, String path, String accept)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
