package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.teams.TeamsActivityHandler;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ResourceResponse;
import io.beadle.teams.ScriptedConnector.Answer;
import io.beadle.teams.ScriptedConnector.Call;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Activities over HTTP against the running edge, in local mode. */
@ExtendWith(OutputCaptureExtension.class)
class MessagesTests {
    private static final ScriptedConnector TEAMS = ScriptedConnector.start();
    private static final AtomicInteger IDS = new AtomicInteger(100);
    private static TeamsEdge edge;

    @BeforeAll
    static void start() {
        edge = new TeamsEdge(InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z")));
    }

    @AfterAll
    static void stop() {
        edge.close();
        TEAMS.close();
    }

    @BeforeEach
    void forget() {
        TEAMS.reset();
        edge.bot(turn -> {});
    }

    @Test
    void repliesInTheThreadOfTheMessageAndAnswers200WhenTheTurnIsDone() {
        edge.bot(turn -> say(turn, "You said: " + turn.getActivity().getText()));

        HttpResponse<String> response = edge.post(Samples.inChannel(TEAMS.url(), "m-1", "hello"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        Call reply = TEAMS.calls().getFirst();
        assertThat(reply.path()).isEqualTo("/v3/conversations/19:desk@thread.tacv2;messageid=17/activities/m-1");
        assertThat(reply.body().path("text").asString()).isEqualTo("You said: hello");
        assertThat(reply.body().at("/recipient/id").asString()).isEqualTo(Samples.PERSON);
        assertThat(reply.body().has("timestamp")).isFalse();
        assertThat(reply.authorization()).isNull();
    }

    @Test
    void eachTurnHasAVirtualThreadOfItsOwn() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        edge.bot(turn -> thread.set(Thread.currentThread()));

        edge.post(message("hello"));

        assertThat(thread.get().isVirtual()).isTrue();
    }

    @Test
    void sendsUpdatesAndDeletesWithinATurn() {
        AtomicReference<String> id = new AtomicReference<>();
        edge.bot(turn -> {
            id.set(say(turn, "one").getId());
            Activity changed = Activities.of(Message.card(Map.of("type", "AdaptiveCard"), "A card"));
            changed.setId(id.get());
            turn.updateActivity(changed).join();
            turn.deleteActivity(id.get()).join();
        });

        edge.post(message("hello"));

        assertThat(id.get()).startsWith("activity-");
        assertThat(TEAMS.calls()).extracting(Call::method).containsExactly("POST", "PUT", "DELETE");
        assertThat(TEAMS.calls().get(1).path()).isEqualTo("/v3/conversations/a:chat/activities/" + id.get());
        assertThat(TEAMS.calls().get(1).body().at("/attachments/0/content/type").asString())
                .isEqualTo("AdaptiveCard");
        assertThat(TEAMS.calls().get(2).path()).isEqualTo("/v3/conversations/a:chat/activities/" + id.get());
    }

    @Test
    void anInvokeIsAnsweredWithWhatTheBotAnsweredItAndThatStaysOffTheWire() {
        AtomicReference<ResourceResponse[]> responses = new AtomicReference<>();
        edge.bot(turn -> {
            Activity answer = new Activity(ActivityTypes.INVOKE_RESPONSE);
            answer.setValue(new InvokeResponse(200, Map.of("statusCode", 200, "value", "next card")));
            responses.set(turn.sendActivities(List.of(answer, Activities.of(Message.text("also"))))
                    .join());
        });

        HttpResponse<String> response = edge.post(Samples.invoke(TEAMS.url(), nextId()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"value\":\"next card\"");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(responses.get()).hasSize(2).doesNotContainNull();
        assertThat(TEAMS.calls())
                .extracting(call -> call.body().path("text").asString())
                .containsExactly("also");
    }

    @Test
    void anInvokeThatTheBotLeavesUnansweredIsNotImplemented() {
        assertThat(edge.post(Samples.invoke(TEAMS.url(), nextId())).statusCode())
                .isEqualTo(501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cy-GB", "en_GB!", "en_GB", "", "x"})
    void theLocaleOfATurnIsNobodyElses(String locale) {
        Locale before = Locale.getDefault();
        AtomicReference<String> seen = new AtomicReference<>();
        edge.bot(turn -> seen.set(turn.getActivity().getLocale()));
        Map<String, Object> activity = message("bore da");
        activity.put("locale", locale);

        assertThat(edge.post(activity).statusCode()).isEqualTo(200);

        assertThat(seen.get()).isEqualTo(locale);
        assertThat(Locale.getDefault()).isEqualTo(before);
    }

    @Test
    void aConversationUpdateWithoutAnEventTypeReachesTheBot() {
        AtomicReference<String> type = new AtomicReference<>();
        TeamsActivityHandler handler = new TeamsActivityHandler() {
            @Override
            protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext turn) {
                type.set(turn.getActivity().getType());
                return CompletableFuture.allOf();
            }
        };
        edge.bot(turn -> handler.onTurn(turn).join());

        assertThat(edge.post(Samples.membersAdded(TEAMS.url())).statusCode()).isEqualTo(200);

        assertThat(type.get()).isEqualTo("conversationUpdate");
    }

    @Test
    void anOverlongBodyIsRefused(CapturedOutput log) {
        assertThat(edge.post(message("x".repeat(256 * 1024))).statusCode()).isEqualTo(413);
        assertThat(edge.post(message("x".repeat(255 * 1024))).statusCode()).isEqualTo(200);
        assertThat(log).contains("status=413").doesNotContain("xxxx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "marker-text",
                "[\"marker-text\"]",
                "\"marker-text\"",
                "null",
                "{}",
                "{\"text\":\"marker-text\"}",
                "{\"type\":\"message\",\"text\":\"marker-text\"}",
                "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"http://localhost\"} marker-text",
                "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"http://localhost\",\"text\":\"marker-text\"}",
                "{\"type\":\"message\",\"conversation\":[\"marker-text\"],\"serviceUrl\":\"http://localhost\"}"
            })
    void whatIsNoActivityIsRefusedAndNotLogged(String body, CapturedOutput log) {
        HttpResponse<String> response = edge.send(body).join();

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEmpty();
        assertThat(log).contains("status=400 reason=BODY").doesNotContain("marker-text");
    }

    @Test
    void aTurnThatFailsIs500WithoutDetailAndItsMessageIsNotLogged(CapturedOutput log) {
        edge.bot(turn -> {
            throw new IllegalStateException("marker-text in a message");
        });

        HttpResponse<String> response = edge.post(message("marker-text"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
        assertThat(log)
                .contains("type=message")
                .contains("java.lang.IllegalStateException at io.beadle.teams.MessagesTests")
                .doesNotContain("marker-text");
    }

    @Test
    void aTurnThatOverflowsItsStackIsAFailureLikeAnyOther(CapturedOutput log) {
        List<Object> ofItself = new ArrayList<>(List.of("marker-text"));
        ofItself.add(ofItself);
        edge.bot(turn -> say(turn, "never" + ofItself.hashCode()));
        assertThat(edge.post(message("hello")).statusCode()).isEqualTo(500);
        assertThat(log).contains("error=java.lang.StackOverflowError at java.base/java.util.ArrayList");

        edge.bot(turn -> {
            throw new AssertionError("marker-text in a message");
        });
        assertThat(edge.post(message("hello")).statusCode()).isEqualTo(500);
        assertThat(log)
                .contains("error=java.lang.AssertionError at io.beadle.teams.MessagesTests")
                .doesNotContain("marker-text");
    }

    @Test
    void aReplyThatTeamsRefusesFailsTheTurnUnlessTheBotCopes() {
        TEAMS.answer(Answer.refusal(403, "MessageWritesBlocked"));
        edge.bot(turn -> say(turn, "hello"));

        assertThat(edge.post(message("hello")).statusCode()).isEqualTo(500);
        assertThat(TEAMS.calls()).hasSize(1);
    }

    @Test
    void webPagesAndOtherMachinesAreRefusedInLocalMode() {
        edge.bot(turn -> say(turn, "never"));

        assertThat(edge.send(Samples.json(message("hello")), "Origin", "http://localhost:3978")
                        .join()
                        .statusCode())
                .isEqualTo(403);
        for (String elsewhere :
                List.of("https://example.org/", "http://localhost.example.org/", "http://10.0.0.1/", "x")) {
            assertThat(edge.post(Samples.message(elsewhere, nextId(), "hello")).statusCode())
                    .as(elsewhere)
                    .isEqualTo(403);
        }
        assertThat(TEAMS.calls()).isEmpty();
    }

    @Test
    void beyondAThousandTurnsInFlightThePlatformIsAskedToComeBack() throws Exception {
        TurnLimit limit = edge.bean(TurnLimit.class);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        edge.bot(turn -> {
            begun.countDown();
            Samples.await(end);
        });
        CompletableFuture<HttpResponse<String>> last = edge.postAsync(message("the last"));
        begun.await();
        for (int i = 0; i < TurnLimit.MOST - 1; i++) {
            assertThat(limit.begin()).isTrue();
        }

        HttpResponse<String> refused = edge.post(message("one too many"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        for (int i = 0; i < TurnLimit.MOST - 1; i++) {
            limit.end();
        }
        end.countDown();
        assertThat(last.join().statusCode()).isEqualTo(200);
        assertThat(limit.inFlight()).isZero();
    }

    private static ResourceResponse say(TurnContext turn, String text) {
        return turn.sendActivity(Activities.of(Message.text(text))).join();
    }

    private static Map<String, Object> message(String text) {
        return Samples.message(TEAMS.url(), nextId(), text);
    }

    private static String nextId() {
        return "m-" + IDS.incrementAndGet();
    }
}
