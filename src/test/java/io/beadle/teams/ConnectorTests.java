package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.RetryRules.Refusal;
import io.beadle.teams.ScriptedConnector.Answer;
import io.beadle.teams.ScriptedConnector.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** What Beadle says to Teams, over real HTTP to a scripted connector, and when it says it again. */
class ConnectorTests {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final RetryRules QUICK =
            new RetryRules(3, Duration.ofMillis(2), Duration.ofSeconds(2), InstantSource.fixed(NOW));

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final ScriptedConnector teams = ScriptedConnector.start();
    private final Throttles throttles = new Throttles();
    private final Connector connector = new Connector(within -> null, true, QUICK, throttles, PATIENT, PATIENT);
    private final Remembered references = new Remembered();
    private final TeamsConversations conversations = new TeamsConversations(connector, references);
    private final Address chat = address("a:chat", Scope.PERSONAL, "29:ada");
    private final Address desk = address("19:desk@thread.tacv2", Scope.CHANNEL, null);

    @AfterEach
    void stop() {
        connector.close();
        teams.close();
    }

    @Test
    void postsToAPersonalChat() {
        Message message = new Message(
                "**Yes** [1]",
                null,
                null,
                List.of(Map.of("type", "https://schema.org/Message", "citation", List.of(Map.of("position", 1)))),
                Map.of("feedbackLoop", Map.of("type", "default")));

        String id = conversations.post(chat, message);

        assertThat(id).isEqualTo("activity-1");
        Call call = teams.await(1);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/v3/conversations/a:chat/activities");
        assertThat(call.body().path("type").asString()).isEqualTo("message");
        assertThat(call.body().path("text").asString()).isEqualTo("**Yes** [1]");
        assertThat(call.body().path("textFormat").asString()).isEqualTo("markdown");
        assertThat(call.body().at("/entities/0/type").asString()).isEqualTo("https://schema.org/Message");
        assertThat(call.body().at("/entities/0/citation/0/position").asInt()).isEqualTo(1);
        assertThat(call.body().at("/channelData/feedbackLoop/type").asString()).isEqualTo("default");
        assertThat(call.body().at("/from/id").asString()).isEqualTo("28:bot");
        assertThat(call.body().at("/recipient/id").asString()).isEqualTo("29:ada");
        assertThat(call.body().propertyNames())
                .as("nothing that the SDK's accessors would add")
                .doesNotContain("teamsActivity", "fromStreamingConnection", "timestamp");
    }

    @Test
    void postsToAChannelAsANewThreadAndUpdatesItThere() {
        String id = conversations.post(desk, Message.card(Map.of("type", "AdaptiveCard"), "A report"));
        conversations.update(desk, id, Message.card(Map.of("type", "AdaptiveCard", "n", 2), "1 of 2"));

        Call post = teams.await(1);
        assertThat(post.path()).isEqualTo("/v3/conversations");
        assertThat(post.body().path("isGroup").asBoolean()).isTrue();
        assertThat(post.body().path("tenantId").asString()).isEqualTo("council");
        assertThat(post.body().at("/bot/id").asString()).isEqualTo("28:bot");
        assertThat(post.body().at("/channelData/channel/id").asString()).isEqualTo("19:desk@thread.tacv2");
        assertThat(post.body().at("/channelData/tenant/id").asString()).isEqualTo("council");
        assertThat(post.body().at("/activity/summary").asString()).isEqualTo("A report");
        assertThat(post.body().at("/activity/attachments/0/contentType").asString())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        Call update = teams.await(2);
        assertThat(update.method()).isEqualTo("PUT");
        assertThat(update.path())
                .isEqualTo("/v3/conversations/19:desk@thread.tacv2;messageid=" + id + "/activities/" + id);
        assertThat(update.body().at("/attachments/0/content/n").asInt()).isEqualTo(2);
    }

    @Test
    void postsToAThreadAsAReplyAndUpdatesItThere() {
        Address thread = desk.thread("19:desk@thread.tacv2;messageid=17");
        String id = conversations.post(thread, Message.text("An answer"));
        conversations.update(thread, id, Message.text("Another"));

        assertThat(teams.await(1).path()).isEqualTo("/v3/conversations/19:desk@thread.tacv2;messageid=17/activities");
        assertThat(teams.await(1).body().path("text").asString()).isEqualTo("An answer");
        assertThat(teams.await(2).path())
                .isEqualTo("/v3/conversations/19:desk@thread.tacv2;messageid=17/activities/" + id);
    }

    @Test
    void createsAPersonalChatOnceAndRemembersIt() {
        Address first = conversations.personalChat(desk, "29:bob");
        Address second = conversations.personalChat(desk, "29:bob");

        assertThat(first).isEqualTo(address("chat-of-29:bob", Scope.PERSONAL, "29:bob"));
        assertThat(second).isEqualTo(first);
        assertThat(teams.calls()).hasSize(1);
        assertThat(teams.await(1).body().at("/members/0/id").asString()).isEqualTo("29:bob");
        assertThat(teams.await(1).body().path("isGroup").asBoolean()).isFalse();
        assertThat(teams.await(1).body().path("tenantId").asString()).isEqualTo("council");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"activityId\":\"\",", "\"activityId\":null,"})
    void aPostWhoseIdIsNotGivenIsKnownByItsThread(String activityId) {
        teams.answer(Answer.of("{" + activityId + "\"id\":\"19:desk@thread.tacv2;messageid=17\"}"));
        assertThat(conversations.post(desk, Message.text("hello"))).isEqualTo("17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"id\":\"\"}", "{\"activityId\":\"\"}", "{\"id\":null}", "[]"})
    void whatTeamsGivesNoIdIsNotDeliveredAndNotRemembered(String answer) {
        teams.answer(Answer.of(answer), Answer.of(answer), Answer.of(answer));

        assertThat(refusal(() -> conversations.post(chat, Message.text("hello"))))
                .isEqualTo("NoId");
        assertThat(refusal(() -> conversations.post(desk, Message.text("hello"))))
                .isEqualTo("NoId");
        assertThat(refusal(() -> conversations.personalChat(desk, "29:bob"))).isEqualTo("NoId");
        assertThat(references.personal("29:bob")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        Map<String, String> elsewhere = Map.of("Location", teams.url() + "v3/elsewhere");
        teams.answer(new Answer(status, elsewhere, "", Duration.ZERO));

        assertThatThrownBy(() -> conversations.post(chat, Message.text("hello")))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(String.valueOf(status));
        assertThat(teams.calls()).hasSize(1);
    }

    @Test
    void readsEveryPageOfARoster() {
        teams.roster(List.of(
                List.of(Map.of("id", "29:ada", "aadObjectId", "o-ada", "name", "Ada")),
                List.of(Map.of("id", "29:bob", "objectId", "o-bob", "name", "Bob"), Map.of("id", "29:cy")),
                List.of()));

        assertThat(conversations.members(desk))
                .containsExactly(
                        new Conversations.Member("29:ada", "o-ada", "Ada"),
                        new Conversations.Member("29:bob", "o-bob", "Bob"),
                        new Conversations.Member("29:cy", "", ""));
        assertThat(teams.calls()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "user, ada@council.example, false",
                "-, -, false",
                "guest, -, true",
                "Guest, -, true",
                "anonymous, -, true",
                "user, gus_supplier.example#EXT#@council.onmicrosoft.com, true",
                "-, gus_supplier.example#ext#@council.onmicrosoft.com, true"
            })
    void knowsAGuestByRoleOrByName(@Nullable String role, @Nullable String name, boolean guest) {
        Map<String, String> member = new HashMap<>(Map.of("id", "29:gus", "tenantId", "council"));
        Optional.ofNullable(role).ifPresent(given -> member.put("userRole", given));
        Optional.ofNullable(name).ifPresent(given -> member.put("userPrincipalName", given));
        teams.roster(List.of(List.of(member)));

        assertThat(conversations.members(desk))
                .containsExactly(new Conversations.Member("29:gus", "", "", "council", guest));
    }

    @Test
    void readsNoMorePagesOfARosterThanItNeeds() {
        teams.roster(List.of(
                List.of(Map.of("id", "29:ada"), Map.of("id", "29:bob")), List.of(Map.of("id", "29:cy")), List.of()));

        assertThat(conversations.members(desk, 2)).hasSize(3);
        assertThat(conversations.members(desk, 1)).hasSize(2);
        assertThat(teams.calls()).hasSize(2 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 429, 502, 503, 504})
    void triesAgainWhatThePlatformSaysToTryAgain(int status) {
        teams.answer(Answer.status(status), Answer.status(status));

        assertThat(conversations.post(chat, Message.text("hello"))).isEqualTo("activity-1");
        assertThat(teams.calls()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 413, 500, 501})
    void triesNothingElseAgain(int status) {
        teams.answer(Answer.refusal(status, "SomeCode"));

        DeliveryException refused = refusal();

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo("SomeCode");
        assertThat(refused).hasMessageNotContaining("said in full");
        assertThat(teams.calls()).hasSize(1);
    }

    @Test
    void givesUpAfterAsManyAttemptsAsItMay() {
        teams.answer(Answer.status(503), Answer.status(503), Answer.refusal(429, "Throttled"));

        DeliveryException refused = refusal();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.isFinal()).isFalse();
        assertThat(teams.calls()).hasSize(3);
    }

    @Test
    void doesNotRepeatAMessageThatMayHaveArrived() {
        teams.answer(Answer.hangUp());
        assertThat(refusal().status()).isZero();
        assertThat(teams.calls()).hasSize(1);
    }

    @Test
    void doesNotWaitForAnAnswerForEver() {
        teams.answer(Answer.status(201).after(Duration.ofSeconds(20)));
        try (Connector impatient =
                new Connector(within -> null, true, QUICK, throttles, Duration.ofMillis(200), PATIENT)) {
            DeliveryException refused = refusal(impatient, teams.url());

            assertThat(refused.code()).isEqualTo("ReadTimeoutException");
            assertThat(teams.calls()).hasSize(1);
        }
    }

    @Test
    void theConversationOfWhichTeamsSaysWhenIsHeldUntilThenAndNoOther() {
        teams.answer(Answer.status(429).retryAfter("60"));
        refusal();
        assertThat(throttles.isHeld(chat.conversation(), NOW.plusSeconds(59))).isTrue();
        assertThat(throttles.isHeld("another", NOW)).isFalse();
        assertThat(throttles.isHeld(chat.conversation(), NOW.plusSeconds(60))).isFalse();

        teams.answer(Answer.status(503).retryAfter("60"));
        refusal();
        assertThat(throttles.isHeld(chat.conversation(), NOW)).isFalse();
    }

    @Test
    void aCallEndsInTimeThoughEachAttemptMayStillBeMade() {
        RetryRules endless =
                new RetryRules(Integer.MAX_VALUE, Duration.ofMillis(20), PATIENT, InstantSource.fixed(NOW));
        for (int i = 0; i < 200; i++) {
            teams.answer(Answer.status(503).retryAfter("0").after(Duration.ofMillis(5)));
        }
        assertThat(lateCall(within -> null, endless)).isEqualTo("CallTimeout");
        assertThat(teams.calls()).hasSizeBetween(2, 100);

        teams.reset();
        teams.answer(Answer.status(429).retryAfter("20"));
        assertThat(lateCall(within -> null, endless)).as("in a wait").isEqualTo("CallTimeout");

        teams.reset();
        teams.latency(Duration.ofSeconds(20));
        assertThat(lateCall(within -> null, endless)).as("in an attempt").isEqualTo("CallTimeout");
    }

    @Test
    void whatTheTokenTookTheRestHasNot() {
        Credentials slow = within -> {
            Awaitility.await().pollDelay(within).until(() -> true);
            return null;
        };
        assertThat(lateCall(slow, QUICK)).isEqualTo("CallTimeout");
    }

    @Test
    void waitsAsLongAsItIsToldTo() {
        assertThat(wait(429, "1")).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_002));
        assertThat(wait(503, "Fri, 20 Nov 2026 08:00:02 GMT"))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_002));
        assertThat(wait(429, "Fri, 20 Nov 2026 07:00:00 GMT")).isLessThanOrEqualTo(Duration.ofMillis(2));
        assertThat(wait(429, "soon")).isLessThanOrEqualTo(Duration.ofMillis(2));
        assertThat(wait(429, "3")).as("longer than a turn can wait").isNull();
    }

    @Test
    void backsOffWithFullJitterUpToALimit() {
        RetryRules rules = new RetryRules(30, Duration.ofMillis(100), Duration.ofSeconds(1), InstantSource.fixed(NOW));
        for (int retry = 0; retry < 29; retry++) {
            Duration bound = Duration.ofMillis(Math.min(1_000, 100L << Math.min(retry, 20)));
            assertThat(rules.next(new Refusal(503, "", new HttpHeaders()), retry))
                    .isBetween(Duration.ZERO, bound);
        }
        assertThat(rules.next(new Refusal(503, "", new HttpHeaders()), 29)).isNull();
    }

    @Test
    void doesNotKnockAgainWhereNobodyIsThere() throws IOException {
        // Bound, so that no other test gets the port, and not listening.
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            DeliveryException refused = refusal(connector, "http://127.0.0.1:" + nobody.getLocalPort());
            assertThat(refused.code()).isEqualTo("ConnectException");
            assertThat(refused.mayHaveArrived()).isFalse();
        }
        assertThat(QUICK.next(new ConnectException(), 0)).isNull();
    }

    @Test
    void knowsThatNothingArrivedWhereTheNameIsUnknownOrTheServerIsNotTrusted(@TempDir Path folder) throws Exception {
        try (Connector abroad = new Connector(within -> null, false, QUICK, throttles, PATIENT, PATIENT)) {
            DeliveryException unnamed = refusal(abroad, "https://teams.invalid/");
            assertThat(unnamed.code()).isEqualTo("UnknownHostException");
            assertThat(unnamed.mayHaveArrived()).isFalse();

            HttpsServer stranger = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            stranger.setHttpsConfigurator(new HttpsConfigurator(Certificates.selfSigned(folder)));
            stranger.start();
            try {
                DeliveryException untrusted = refusal(
                        abroad, "https://127.0.0.1:" + stranger.getAddress().getPort());
                assertThat(untrusted.code()).isEqualTo("SSLHandshakeException");
                assertThat(untrusted.mayHaveArrived()).isFalse();
            } finally {
                stranger.stop(0);
            }
        }
    }

    @Test
    void manyCallsAreUnderWayAtOnce() throws Exception {
        teams.latency(Duration.ofMillis(200));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            List<Future<String>> posts = IntStream.range(0, 200)
                    .mapToObj(n -> threads.submit(() -> conversations.post(chat, Message.text("hello"))))
                    .toList();
            for (Future<String> post : posts) {
                assertThat(post.get()).startsWith("activity-");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void inLocalModeWritesToThisMachineOnly() {
        Address elsewhere = new Address("a:chat", Scope.PERSONAL, "https://example.org/", "28:bot", null, "29:ada");

        DeliveryException refused = catchThrowableOfType(
                DeliveryException.class, () -> conversations.post(elsewhere, Message.text("hello")));

        assertThat(refused.code()).isEqualTo("ServiceUrlNotAllowed");
    }

    private String lateCall(Credentials credentials, RetryRules rules) {
        try (Connector connector =
                new Connector(credentials, true, rules, throttles, PATIENT, Duration.ofMillis(300))) {
            TeamsConversations late = new TeamsConversations(connector, references);
            return refusal(() -> late.post(chat, Message.text("hello")));
        }
    }

    private @Nullable Duration wait(int status, String retryAfter) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Retry-After", retryAfter);
        return QUICK.next(new Refusal(status, "", headers), 0);
    }

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(DeliveryException.class, call).code();
    }

    private DeliveryException refusal() {
        return refusal(connector, teams.url());
    }

    private DeliveryException refusal(Connector by, String serviceUrl) {
        Address there = new Address("a:chat", Scope.PERSONAL, serviceUrl, "28:bot", "council", "29:ada");
        return catchThrowableOfType(
                DeliveryException.class,
                () -> new TeamsConversations(by, references).post(there, Message.text("hello")));
    }

    private Address address(String conversation, Scope scope, @Nullable String person) {
        return new Address(conversation, scope, teams.url(), "28:bot", "council", person);
    }

    private static final class Remembered implements ConversationReferences {
        private final Map<String, Address> byId = new HashMap<>();

        @Override
        public void save(Address address) {
            byId.put(address.conversation(), address);
        }

        @Override
        public Optional<Address> find(String conversation) {
            return Optional.ofNullable(byId.get(conversation));
        }

        @Override
        public Optional<Address> personal(String person) {
            return byId.values().stream()
                    .filter(address -> person.equals(address.person()))
                    .findFirst();
        }

        @Override
        public Optional<Address> personalOf(String objectId) {
            return Optional.empty();
        }

        @Override
        public List<Address> personalAfter(String conversation, int limit) {
            return List.of();
        }

        @Override
        public void delete(String conversation) {
            byId.remove(conversation);
        }

        @Override
        public LocalDate left(String conversation, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stayed(String conversation) {
            throw new UnsupportedOperationException();
        }
    }
}
