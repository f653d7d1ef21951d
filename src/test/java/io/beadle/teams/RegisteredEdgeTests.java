package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running edge of a registered bot: tokens in, tokens out, references kept. */
class RegisteredEdgeTests {
    private static final ScriptedConnector TEAMS = ScriptedConnector.start();
    private static ScriptedPlatform platform;
    private static TeamsEdge edge;

    @BeforeAll
    static void start() throws Exception {
        platform = new ScriptedPlatform(InstantSource.system());
        edge = new TeamsEdge(
                InstantSource.system(),
                "beadle.teams.app-id=" + ScriptedPlatform.APP,
                "beadle.teams.tenant-id=" + ScriptedPlatform.TENANT,
                "beadle.teams.client-secret=not-so-secret",
                "beadle.teams.openid-metadata-url=" + platform.metadataUrl(),
                "beadle.teams.token-url=" + platform.tokenUrl());
    }

    @AfterAll
    static void stop() {
        edge.close();
        platform.close();
        TEAMS.close();
    }

    @BeforeEach
    void forget() {
        TEAMS.reset();
        edge.bot(turn -> turn.sendActivity("hello").join());
    }

    @Test
    void letsTeamsInAndShowsItATokenOfItsOwnAskedForOnce() throws Exception {
        assertThat(post(Samples.message(TEAMS.url(), "r-1", "hello")).statusCode())
                .isEqualTo(200);
        assertThat(post(Samples.message(TEAMS.url(), "r-2", "hello")).statusCode())
                .isEqualTo(200);

        assertThat(TEAMS.await(1).authorization()).isEqualTo("Bearer token-1");
        assertThat(TEAMS.await(2).authorization()).isEqualTo("Bearer token-1");
        assertThat(platform.tokenRequests()).hasSize(1);
        assertThat(platform.tokenRequests().getFirst())
                .contains("client_id=" + ScriptedPlatform.APP)
                .contains("client_secret=not-so-secret")
                .contains("https%3A%2F%2Fapi.botframework.com%2F.default");
    }

    @Test
    void refusesWithoutDetailAndCountsTheReason() {
        HttpResponse<String> refused = edge.post(Samples.message(TEAMS.url(), "r-3", "hello"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
        assertThat(refused.headers().map()).doesNotContainKey("www-authenticate");
        assertThat(refusals("token_missing")).isEqualTo(1);
        assertThat(TEAMS.calls()).isEmpty();
    }

    @Test
    void refusesATokenThatWasGivenForAnotherServiceUrl() throws Exception {
        HttpResponse<String> refused = edge.post(
                Samples.message(TEAMS.url(), "r-4", "hello"),
                "Authorization",
                "Bearer " + platform.token("https://evil.example/"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEmpty();
        assertThat(refusals("service_url")).isEqualTo(1);
    }

    @Test
    void refusesAnotherTenantAndWhatNamesNone() throws Exception {
        Map<String, Object> byChannelData = Samples.message(TEAMS.url(), "r-5", "hello");
        byChannelData.put("channelData", Map.of("tenant", Map.of("id", "another")));
        Map<String, Object> byConversation = Samples.message(TEAMS.url(), "r-6", "hello");
        byConversation.remove("channelData");
        byConversation.put("conversation", Map.of("id", "a:chat", "tenantId", "another"));
        Map<String, Object> unnamed = Samples.message(TEAMS.url(), "r-7", "hello");
        unnamed.remove("channelData");
        unnamed.put("conversation", Map.of("id", "a:chat"));

        assertThat(post(byChannelData).statusCode()).isEqualTo(403);
        assertThat(post(byConversation).statusCode()).isEqualTo(403);
        assertThat(post(unnamed).statusCode()).isEqualTo(403);
        assertThat(refusals("tenant")).isEqualTo(3);
        assertThat(TEAMS.calls()).isEmpty();
    }

    @Test
    void refusesAnotherChannelThoughThePlatformVouchesForIt() throws Exception {
        Map<String, Object> chosenByTheClient = Samples.message(TEAMS.url(), "r-9", "hello");
        chosenByTheClient.put("channelId", "emulator");

        assertThat(post(chosenByTheClient).statusCode()).isEqualTo(403);
        assertThat(refusals("channel")).isEqualTo(1);
        assertThat(TEAMS.calls()).isEmpty();
    }

    @Test
    void keepsAReferenceFromInstallationToRemoval() throws Exception {
        ConversationReferences references = edge.bean(ConversationReferences.class);
        edge.bot(turn -> {});

        post(Samples.installation(TEAMS.url(), "add"));
        Address chat = references.personal(Samples.PERSON).orElseThrow();
        assertThat(chat.conversation()).isEqualTo("a:chat");
        assertThat(chat.serviceUrl()).isEqualTo(TEAMS.url());
        assertThat(chat.bot()).isEqualTo(Samples.BOT);
        assertThat(chat.tenant()).isEqualTo(ScriptedPlatform.TENANT);

        post(Samples.installation(TEAMS.url(), "remove"));
        assertThat(references.find("a:chat")).isEmpty();

        post(Samples.inChannel(TEAMS.url(), "r-8", "@Beadle desk"));
        assertThat(references.find("19:desk@thread.tacv2").orElseThrow().scope())
                .isEqualTo(Address.Scope.CHANNEL);
    }

    @Test
    void forgetsAChannelThatIsDeletedAndTheTeamsOwn() throws Exception {
        ConversationReferences references = edge.bean(ConversationReferences.class);
        edge.bot(turn -> {});
        post(Samples.teamEvent(TEAMS.url(), "channelCreated"));
        post(Samples.inChannel(TEAMS.url(), "r-10", "hello"));
        assertThat(references.find("19:team@thread.tacv2")).isPresent();
        assertThat(references.find("19:desk@thread.tacv2")).isPresent();

        post(Samples.teamEvent(TEAMS.url(), "channelDeleted"));
        assertThat(references.find("19:desk@thread.tacv2")).isEmpty();
        assertThat(references.find("19:team@thread.tacv2")).isPresent();

        post(Samples.inChannel(TEAMS.url(), "r-11", "restored, and not just remembered"));
        assertThat(references.find("19:desk@thread.tacv2")).isPresent();

        post(Samples.teamEvent(TEAMS.url(), "teamDeleted"));
        assertThat(references.find("19:team@thread.tacv2")).isEmpty();
    }

    @Test
    void tellsOfWhatIsGone() throws Exception {
        edge.bot(turn -> {});
        edge.gone().clear();
        post(anew(Samples.teamEvent(TEAMS.url(), "channelRenamed")));
        post(Samples.inChannel(TEAMS.url(), "r-12", "hello"));
        assertThat(edge.gone()).isEmpty();

        post(anew(Samples.teamEvent(TEAMS.url(), "channelDeleted")));
        post(anew(Samples.teamEvent(TEAMS.url(), "teamHardDeleted")));
        post(anew(Samples.botRemoved(TEAMS.url())));
        assertThat(edge.gone()).containsExactly("19:desk@thread.tacv2", "19:team@thread.tacv2", "19:team@thread.tacv2");
    }

    /** Another activity, and not the same delivered again. */
    private static Map<String, Object> anew(Map<String, Object> activity) {
        activity.put("id", UUID.randomUUID().toString());
        return activity;
    }

    private static double refusals(String reason) {
        return edge.bean(MeterRegistry.class)
                .counter("beadle.teams.refused", "reason", reason)
                .count();
    }

    private static HttpResponse<String> post(Map<String, Object> activity) throws Exception {
        String token = platform.token(String.valueOf(activity.get("serviceUrl")));
        return edge.post(activity, "Authorization", "Bearer " + token);
    }
}
