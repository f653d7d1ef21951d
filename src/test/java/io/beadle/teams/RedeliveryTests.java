package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The platform delivers twice: one turn, one answer. */
class RedeliveryTests {
    private static final String URL = "http://127.0.0.1:9/";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T08:59:00Z"));
    private final AtomicInteger turns = new AtomicInteger();
    private TeamsEdge edge;

    @BeforeEach
    void start() {
        edge = new TeamsEdge(clock);
        edge.bot(turn -> answer(turn, turns.incrementAndGet()));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void aRedeliveryGetsTheAnswerItGotAndDoesNothing() {
        HttpResponse<String> first = edge.post(Samples.invoke(URL, "f:1"));
        HttpResponse<String> second = edge.post(Samples.invoke(URL, "f:1"));

        assertThat(first.body()).isEqualTo("{\"turn\":1}");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(turns).hasValue(1);
    }

    @Test
    void aRedeliveryWhileTheFirstIsWorkedOnJoinsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        edge.bot(turn -> {
            begun.countDown();
            Samples.await(end);
            answer(turn, turns.incrementAndGet());
        });
        CompletableFuture<HttpResponse<String>> first = edge.postAsync(Samples.invoke(URL, "f:1"));
        begun.await();
        CompletableFuture<HttpResponse<String>> second = edge.postAsync(Samples.invoke(URL, "f:1"));
        TurnLimit limit = edge.bean(TurnLimit.class);
        Awaitility.await().until(() -> limit.inFlight() == 2);
        end.countDown();

        assertThat(second.join().body())
                .isEqualTo("{\"turn\":1}")
                .isEqualTo(first.join().body());
        assertThat(turns).hasValue(1);
    }

    @Test
    void aTurnThatFailedIsDoneAgain() {
        edge.bot(turn -> {
            if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException();
            }
            answer(turn, turns.get());
        });

        assertThat(edge.post(Samples.invoke(URL, "f:1")).statusCode()).isEqualTo(500);
        assertThat(edge.post(Samples.invoke(URL, "f:1")).body()).isEqualTo("{\"turn\":2}");
    }

    @Test
    void idsCountWithinTheirConversationOnlyAndWithoutOneNothingIsRemembered() {
        edge.post(Samples.invoke(URL, "f:1"));
        Map<String, Object> elsewhere = Samples.inChannel(URL, "f:1", "");
        elsewhere.put("type", "invoke");
        edge.post(elsewhere);
        assertThat(turns).hasValue(2);

        Map<String, Object> anonymous = Samples.invoke(URL, "");
        edge.post(anonymous);
        edge.post(anonymous);
        assertThat(turns).hasValue(4);
    }

    @Test
    void whatIsStoredNamesNobodyAndNoTimeFinerThanTheDay() {
        edge.post(Samples.message(URL, "1763625600123", "hello"));

        String stored = Objects.requireNonNull(edge.bean(MongoTemplate.class)
                        .getCollection("answered")
                        .find()
                        .first())
                .toJson();

        long day = clock.instant().getEpochSecond() / 86_400;
        assertThat(stored)
                .matches("\\{\"_id\": \"[\\w-]{43}\", \"status\": 200, \"body\": \"\", \"day\": " + day + "}");
    }

    @Test
    void ofATurnThatLeavesNoTraceNothingIsStored() {
        edge.bot(turn -> {
            Activities.leaveNoTrace(turn);
            answer(turn, turns.incrementAndGet());
        });

        assertThat(edge.post(Samples.invoke(URL, "f:1")).body()).contains("1");
        assertThat(edge.post(Samples.invoke(URL, "f:1")).body()).contains("2");

        assertThat(edge.bean(MongoTemplate.class).getCollection("answered").countDocuments())
                .isZero();
    }

    private static void answer(TurnContext turn, int number) {
        if (!turn.getActivity().isType(ActivityTypes.INVOKE)) {
            return;
        }
        Activity answer = new Activity(ActivityTypes.INVOKE_RESPONSE);
        answer.setValue(new InvokeResponse(200, Map.of("turn", number)));
        turn.sendActivity(answer).join();
    }
}
