package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What is told to whoever watches over Beadle: health in groups, figures, and the trace of a turn. */
@Import(FixedTime.class)
class MetricsIT extends RunningBeadle {
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(beadle[a-z.]+)` ");
    private static final Pattern FAMILIES = Pattern.compile("`([a-z]+)\\.(?:\\*|[a-z.]+\\*?)`");

    @Autowired
    private MeterRegistry meters;

    @LocalManagementPort
    private int management;

    @Test
    void theDocumentedMetricsAreThoseThatAreRegistered() throws IOException {
        Set<String> registered = names("beadle.");
        registered.remove("beadle.llm.answers"); // of another test's model
        assertThat(registered)
                .isEqualTo(DOCUMENTED
                        .matcher(page())
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theRestIsOfFamiliesThatAreNamed() throws IOException {
        Set<String> families = FAMILIES.matcher(page())
                .results()
                .map(family -> family.group(1))
                .collect(Collectors.toSet());
        assertThat(names("")).map(name -> name.replaceFirst("\\..*", "")).isSubsetOf(families);
    }

    @Test
    void aTurnIsCountedAndNobodyIsNamedInAnyFigure() throws Exception {
        String secret = "Zanzibar" + UUID.randomUUID();
        String channel = aDesk();
        sam.says("What do I do about " + secret + "?");

        String figures = get("/actuator/prometheus").body();

        assertThat(figures)
                .containsPattern("beadle_turns_seconds_count\\{.*outcome=\"answered\".*} [1-9]")
                .contains("beadle_outbox_stuck", "beadle_self_test{")
                .doesNotContain(secret, sam.id(), sam.objectId(), "Priya", channel);
    }

    @Test
    void healthIsToldInGroups() throws Exception {
        assertThat(get("/actuator/health/live").body()).contains("\"status\":\"UP\"");
        assertThat(get("/actuator/health/ready").body()).contains("\"status\":\"UP\"");
        HttpResponse<String> degraded = get("/actuator/health/degraded");
        assertThat(degraded.body()).contains("outbox", "knowledge", "selfTest", "mongo", "diskSpace");
        assertThat(degraded.statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/heapdump").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsAskedOfTeamsForATurnIsPartOfItsTrace() throws Exception {
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> activity = sam.activity("message", sam.personalChat());
        activity.put("text", "thanks");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/messages"))
                                .header("content-type", "application/json")
                                .header("traceparent", "00-" + id + "-b7ad6b7169203331-01")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(activity)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(CONNECTOR.calls())
                .filteredOn(call -> call.path().contains("chat-of-" + sam.id()))
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(call.trace()).startsWith("00-" + id + "-").endsWith("-01"));
    }

    private Set<String> names(String prefix) {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/deploy/METRICS.md"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
