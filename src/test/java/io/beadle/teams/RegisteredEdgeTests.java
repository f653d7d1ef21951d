package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The running edge of a registered bot: tokens in, tokens out, references kept. */
class RegisteredEdgeTests {
    private static final ScriptedConnector TEAMS = ScriptedConnector.start();
    private static ScriptedPlatform platform;
    private static TeamsEdge edge;

    @BeforeAll
    static void start() throws Exception {
        platform = new ScriptedPlatform(InstantSource.system());
        edge = TeamsEdge.registered(platform, "beadle.teams.allowed-tenants=shared-service");
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.beadle.teams.BadTokens#all")
    void refusesABadTokenAndCountsItAndSaysNothing(BadTokens.Bad bad) throws Exception {
        String reason = bad.reason().name().toLowerCase(Locale.ROOT);
        double before = refusals(reason);
        @Nullable String authorization = bad.forgery().of(platform, TEAMS.url());

        HttpResponse<String> refused = authorization == null
                ? edge.post(Samples.message(TEAMS.url(), "bad", "hello"))
                : edge.post(Samples.message(TEAMS.url(), "bad", "hello"), "Authorization", authorization);

        saysNothing(refused);
        assertThat(refused.statusCode()).isEqualTo(bad.reason().status).isIn(401, 403);
        assertThat(refusals(reason)).isEqualTo(before + 1);
        assertThat(TEAMS.calls()).isEmpty();
    }

    @Test
    void countsByReasonsThatAreFixed() {
        List<Meter.Id> counters = edge.bean(MeterRegistry.class).getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().equals(Refusals.COUNTER))
                .toList();

        assertThat(counters)
                .hasSize(RefusedException.Reason.values().length)
                .allSatisfy(
                        id -> assertThat(id.getTags()).extracting(Tag::getKey).containsExactly("reason"));
    }

    @Test
    void makesNothingOfABodyWhoseTokenIsBad() throws Exception {
        double unreadable = refusals("body");

        saysNothing(edge.send("{{{").join());
        assertThat(refusals("body")).isEqualTo(unreadable);

        HttpResponse<String> fromTeams = edge.send("{{{", "Authorization", "Bearer " + platform.token(TEAMS.url()))
                .join();
        assertThat(fromTeams.statusCode()).isEqualTo(400);
        assertThat(refusals("body")).isEqualTo(unreadable + 1);
    }

    @Test
    void takesTheNextKeyWithoutARestart() throws Exception {
        assertThat(post(Samples.message(TEAMS.url(), "k-1", "hello")).statusCode())
                .isEqualTo(200);
        platform.rollOver();

        assertThat(post(Samples.message(TEAMS.url(), "k-2", "hello")).statusCode())
                .isEqualTo(200);
    }

    /** Whatever the reason: no body, and no header but those that every answer has. */
    private static void saysNothing(HttpResponse<String> refused) {
        assertThat(refused.body()).isEmpty();
        assertThat(refused.headers().map().keySet())
                .isSubsetOf(
                        "content-length",
                        "cache-control",
                        "x-content-type-options",
                        "content-security-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "referrer-policy",
                        "x-robots-tag");
        assertThat(refused.headers().firstValue("content-length")).contains("0");
    }

    @Test
    void letsInTheTenantsThatAreAllowedAndNobodyElsesPeople() throws Exception {
        Map<String, Object> ofAllowed = Samples.message(TEAMS.url(), "t-1", "hello");
        ofAllowed.put(
                "conversation", Map.of("id", "a:chat", "conversationType", "personal", "tenantId", "Shared-Service"));
        ofAllowed.put("channelData", Map.of("tenant", Map.of("id", "shared-service")));
        assertThat(post(ofAllowed).statusCode()).isEqualTo(200);

        double before = refusals("tenant");
        Map<String, Object> ofPartner = Samples.inChannel(TEAMS.url(), "t-2", "hello");
        ofPartner.put("from", Map.of("id", "29:visitor", "name", "V", "aadObjectId", "v", "tenantId", "partner"));
        assertThat(post(ofPartner).statusCode()).isEqualTo(403);
        Map<String, Object> inTheirs = Samples.message(TEAMS.url(), "t-3", "hello");
        inTheirs.put("conversation", Map.of("id", "a:chat", "conversationType", "personal", "tenantId", "partner"));
        assertThat(post(inTheirs).statusCode()).isEqualTo(403);
        assertThat(refusals("tenant")).isEqualTo(before + 2);
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

        double before = refusals("tenant");
        assertThat(post(byChannelData).statusCode()).isEqualTo(403);
        assertThat(post(byConversation).statusCode()).isEqualTo(403);
        assertThat(post(unnamed).statusCode()).isEqualTo(403);
        assertThat(refusals("tenant")).isEqualTo(before + 3);
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
    void aDayLaterWhatAnotherInstanceHasForgottenIsStoredAgain() throws Exception {
        ConversationReferences references = edge.bean(ConversationReferences.class);
        edge.bot(turn -> {});
        post(Samples.inChannel(TEAMS.url(), "r-20", "hello"));
        references.delete("19:desk@thread.tacv2");
        post(Samples.inChannel(TEAMS.url(), "r-21", "remembered as stored"));
        assertThat(references.find("19:desk@thread.tacv2")).isEmpty();
        edge.bean(ReferenceKeeper.class).sweep(Instant.EPOCH);
        post(Samples.inChannel(TEAMS.url(), "r-22", "hello again"));
        assertThat(references.find("19:desk@thread.tacv2")).isPresent();
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
