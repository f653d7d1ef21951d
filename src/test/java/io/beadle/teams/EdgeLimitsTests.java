package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much the edge takes: of one person, in one body, in its headers and in its depth. */
class EdgeLimitsTests {
    private static final int AT_ONCE = 50;
    private static final String URL = "https://smba.example/emea/";
    private static ScriptedPlatform platform;
    private static TeamsEdge edge;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        platform = new ScriptedPlatform(InstantSource.system());
        edge = TeamsEdge.registered(
                platform,
                "beadle.limits.activities.at-once=" + AT_ONCE,
                "beadle.limits.activities.per-minute=1",
                "management.server.port=0");
        token = "Bearer " + platform.token(URL);
    }

    @AfterAll
    static void stop() {
        edge.close();
        platform.close();
    }

    @Test
    void aFloodByOnePersonEndsAtTheEdgeAndEverybodyElseComesThrough() {
        AtomicInteger turns = new AtomicInteger();
        edge.bot(turn -> turns.incrementAndGet());
        double before = refused("too_many");

        List<CompletableFuture<HttpResponse<String>>> flood = IntStream.range(0, 10 * AT_ONCE)
                .mapToObj(n -> from("29:mallory", "f-" + n))
                .toList();
        List<CompletableFuture<HttpResponse<String>>> others = IntStream.range(0, 100)
                .mapToObj(n -> from("29:other-" + n, "o-" + n))
                .toList();

        assertThat(others)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        List<HttpResponse<String>> over = flood.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() != 200)
                .toList();
        assertThat(over).hasSize(9 * AT_ONCE).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.body()).isEmpty();
        });
        assertThat(refused("too_many") - before).isEqualTo(9 * AT_ONCE);
        assertThat(turns).hasValue(AT_ONCE + 100);
    }

    @Test
    void aBodyLongerThanAnyActivityIsRefused() {
        double before = refused("too_large");

        assertThat(edge.send("x".repeat(300_000), "Authorization", token).join().statusCode())
                .isEqualTo(413);
        assertThat(refused("too_large")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"90, 200", "100, 400", "100000, 400"})
    void aBodyDeeperThanAnyActivityIsRefused(int depth, int status) {
        Map<String, Object> activity = Samples.message(URL, "deep-" + depth, "hello");
        activity.put("from", Map.of("id", "29:deep"));
        String json =
                Samples.json(activity).replaceFirst("}$", ",\"value\":" + "[".repeat(depth) + "]".repeat(depth) + "}");

        assertThat(edge.send(json, "Authorization", token).join().statusCode()).isEqualTo(status);
    }

    @Test
    void headersLongerThanAnyTokenAreRefused() {
        assertThat(edge.send("{}", "Authorization", token, "X-Long", "x".repeat(20_000))
                        .join()
                        .statusCode())
                .isEqualTo(431);
    }

    /** A registered bot listens to the network, and its management to this machine alone all the same. */
    @Test
    void managementStaysOnLoopbackWhereTheBotDoesNot() {
        assertThat(edge.context().getEnvironment().getProperty("management.server.address"))
                .isEqualTo("127.0.0.1");
        assertThat(edge.context().getEnvironment().getProperty("server.address"))
                .isNull();
        assertThat(edge.context().getEnvironment().getProperty("local.management.port"))
                .isNotEqualTo(String.valueOf(edge.port()));
    }

    private static CompletableFuture<HttpResponse<String>> from(String person, String id) {
        Map<String, Object> activity = Samples.message(URL, id, "hello");
        activity.put("from", Map.of("id", person, "name", "Somebody"));
        activity.put(
                "conversation",
                Map.of("id", "chat-of-" + person, "conversationType", "personal", "tenantId", ScriptedPlatform.TENANT));
        return edge.postAsync(activity, "Authorization", token);
    }

    private static double refused(String reason) {
        return edge.bean(MeterRegistry.class)
                .counter(Refusals.COUNTER, "reason", reason)
                .count();
    }
}
