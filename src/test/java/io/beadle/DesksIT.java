package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Channels become desks, and go away again. */
@TestPropertySource(properties = "beadle.admins=aad-Priya")
class DesksIT extends RunningBeadle {
    private static final String TEAM = "19:team-of-security";

    @LocalManagementPort
    private int management;

    @Autowired
    private Incidents incidents;

    private final String security = "security-" + UUID.randomUUID();
    private final String phishing = "phishing-" + UUID.randomUUID();

    @BeforeEach
    void theAdministratorHasWrittenToBeadle() {
        priya.says("help");
    }

    @Test
    void aChannelWithAGuestIsNoDeskUntilTheGuestHasLeft(CapturedOutput output) {
        Map<String, String> dafydds = Map.of("id", dafydd.id(), "name", "Dafydd", "tenantId", "tenant-1");
        CONNECTOR.roster(List.of(
                List.of(dafydds),
                List.of(Map.of(
                        "id",
                        "29:gwen",
                        "name",
                        "Gwenllian",
                        "userRole",
                        "user",
                        "userPrincipalName",
                        "gwen_supplier.example#EXT#@council.onmicrosoft.com"))));
        priya.says("<at>Beadle</at> desk low", Colleague.channel(phishing));
        assertThat(awaitPost(phishing, "Nothing was changed").toString()).contains("Guests: 1");

        CONNECTOR.roster(List.of(List.of(dafydds)));
        priya.says("<at>Beadle</at> desk low", Colleague.channel(phishing));
        assertThat(awaitPost(phishing, "now receives").toString()).contains("Low severity");
        assertThat(output).doesNotContain("Gwenllian", "gwen_supplier");
    }

    @Test
    void aDeskWhoseChannelIsDeletedIsToldOfAndItsAlertsGoToTheNextOne() throws Exception {
        priya.says("<at>Beadle</at> desk", Colleague.channel(security));
        awaitPost(security, "now receives");
        assertThat(health().at("/details/lost")).isEmpty();

        priya.post(event("channelDeleted", security));
        assertThat(awaitPost("chat-of-" + priya.id(), "can no longer write").toString())
                .contains("Security desk", "nobody is alerted there");
        assertThat(health().path("status").asString()).isEqualTo("DEGRADED");
        assertThat(health().at("/details/lost/0").asString()).isEqualTo("main");
        String reference = incidents
                .report(UUID.randomUUID().toString(), 2026, SomeIncidents::lostPhone)
                .reference();

        String next = "next-" + UUID.randomUUID();
        priya.says("<at>Beadle</at> desk", Colleague.channel(next));
        awaitPost(next, reference);
        assertThat(CONNECTOR.calls())
                .noneMatch(call -> call.text().contains(security) && call.text().contains(reference));
        assertThat(health().at("/details/lost")).isEmpty();
    }

    @Test
    void aTeamThatIsDeletedTakesItsDeskWithIt() throws Exception {
        Map<String, Object> said = dafydd.activity("message", Colleague.channel(security));
        said.put("text", "desk");
        said.put("channelData", Map.of("tenant", Map.of("id", "tenant-1"), "team", Map.of("id", TEAM)));
        priya.post(said);
        awaitPost(security, "now receives");

        priya.post(event("teamDeleted", TEAM));
        await().untilAsserted(() ->
                assertThat(health().at("/details/lost/0").asString()).isEqualTo("main"));
        priya.says("<at>Beadle</at> desk", Colleague.channel(security));
        assertThat(awaitPost(security, "now receives")).isNotNull();
        assertThat(health().at("/details/lost")).isEmpty();
    }

    private Map<String, Object> event(String type, String channel) {
        Map<String, Object> activity =
                dafydd.activity("conversationUpdate", Map.of("id", TEAM, "conversationType", "channel"));
        activity.put(
                "channelData",
                Map.of(
                        "tenant", Map.of("id", "tenant-1"),
                        "team", Map.of("id", TEAM),
                        "channel", Map.of("id", channel),
                        "eventType", type));
        return activity;
    }

    private JsonNode health() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + management + "/actuator/health");
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        JsonNode components = JsonMapper.shared().readTree(body).path("components");
        assertThat(components.has("mail")).as("no mail server is set").isFalse();
        return components.path("outbox");
    }
}
