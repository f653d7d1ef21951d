package io.beadle.handover;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.REPORTED;
import static io.beadle.register.SomeBreaches.REPORTER;
import static io.beadle.register.SomeBreaches.SIRO;
import static io.beadle.register.SomeBreaches.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.TimelineEntry;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mail.Letter;
import io.beadle.mail.Mail;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.register.SomeBreaches;
import io.beadle.teams.ScriptedFiles;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Handing incidents over to a scripted case system, by real requests. */
class HandingOverTests {
    private static final ScriptedFiles SYSTEM = ScriptedFiles.start();
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = REPORTED.plus(Duration.ofHours(1));
    private static final Person OFFICER = new Person("alex", "Alex Analyst");

    private final Incidents incidents =
            StoredIncidents.in(SharedStore.newDatabase()).incidents();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Letter> letters = new ArrayList<>();

    private record Received(String key, String signature, String body) {}

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @Test
    void chosenValuesAreSentSignedAndTheirReferenceIsKept() {
        HandingOver handing = handing(answering(201, "{\"reference\":\"CS-0042\",\"more\":1}"));
        Incident incident = asked("webhook");
        assertThat(handing.sweep(NOW)).isEqualTo(1);

        Received request = received.getFirst();
        assertThat(request.signature())
                .isEqualTo(Signature.of(request.body().getBytes(StandardCharsets.UTF_8), SECRET, NOW))
                .matches("t=\\d+,v1=[0-9a-f]{64}");
        assertThat(request.key()).startsWith(incident.reference());
        JsonNode body = JsonMapper.shared().readTree(request.body());
        assertThat(body.path("reference").asString()).isEqualTo(incident.reference());
        assertThat(body.path("severity").asString()).isEqualTo("high");
        assertThat(body.path("answers").findValuesAsString("question")).containsExactly("personal-data", "people");
        assertThat(request.body()).doesNotContain("Heliotrope", "Rowan");

        CaseFile file = new CaseFile(stored(incident));
        assertThat(file.latest("hand-over-reference", "reference")).isEqualTo("CS-0042");
        assertThat(file.latest("hand-over-reference").orElseThrow().by()).isEqualTo(OFFICER);
        assertThat(stored(incident).has(TimelineEntry.Kind.HANDED_OVER)).isTrue();
        assertThat(handing.sweep(NOW)).isZero();
    }

    @Test
    void withoutAReferenceInTheAnswerItIsTypedInLater() {
        HandingOver handing = handing(answering(204, ""));
        Incident incident = asked("webhook");
        handing.sweep(NOW);
        assertThat(stored(incident).has(TimelineEntry.Kind.HANDED_OVER)).isTrue();
        assertThat(new CaseFile(stored(incident)).latest("hand-over-reference")).isEmpty();
        HandingOver strange = handing(answering(200, "{\"reference\":\"<script>\"}"));
        Incident other = asked("webhook");
        strange.sweep(NOW);
        assertThat(new CaseFile(stored(other)).latest("hand-over-reference")).isEmpty();
    }

    @Test
    void whatCannotBeTakenNowIsSentAgainWithTheSameKeyEverLessOften() {
        HandingOver handing = handing(answering(503, ""));
        Incident incident = asked("webhook");
        assertThat(handing.sweep(NOW)).isEqualTo(1);
        assertThat(handing.sweep(NOW.plusSeconds(29))).isZero();
        assertThat(handing.sweep(NOW.plusSeconds(30))).isEqualTo(1);
        assertThat(handing.sweep(NOW.plusSeconds(89))).isZero();
        assertThat(handing.sweep(NOW.plusSeconds(90))).isEqualTo(1);
        assertThat(received).hasSize(3);
        assertThat(received.stream().map(Received::key).distinct()).hasSize(1);
        assertThat(stored(incident).has(TimelineEntry.Kind.NOT_HANDED_OVER)).isFalse();
    }

    @Test
    void whatWillNeverBeTakenIsSaidSoOnTheIncident() {
        HandingOver handing = handing(answering(422, "{\"reference\":\"CS-1\"}"));
        Incident incident = asked("webhook");
        handing.sweep(NOW);
        assertThat(handing.sweep(NOW.plus(Duration.ofDays(1)))).isZero();
        assertThat(stored(incident).has(TimelineEntry.Kind.NOT_HANDED_OVER)).isTrue();
        assertThat(stored(incident).outboxDue(OutboxMessage.Kind.HAND_OVER)).isNull();
        assertThat(new CaseFile(stored(incident)).latest("hand-over-reference")).isEmpty();
    }

    @Test
    void aSystemThatSendsItOnIsNotFollowed() {
        String elsewhere = answering(201, "{\"reference\":\"CS-1\"}");
        HandingOver handing = handing(SYSTEM.serve("/moved-" + UUID.randomUUID(), exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere);
            exchange.sendResponseHeaders(307, -1);
        }));
        Incident incident = asked("webhook");
        handing.sweep(NOW);
        assertThat(received).isEmpty();
        assertThat(stored(incident).has(TimelineEntry.Kind.NOT_HANDED_OVER)).isTrue();
    }

    @Test
    void aSystemThatSaysNothingIsTriedAgain() {
        HandingOver handing = handing(SYSTEM.silent("/silent-" + UUID.randomUUID()), Duration.ofMillis(300));
        Incident incident = asked("webhook");
        handing.sweep(NOW);
        assertThat(stored(incident).has(TimelineEntry.Kind.HANDED_OVER)).isFalse();
        assertThat(stored(incident).outboxDue(OutboxMessage.Kind.HAND_OVER)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void oneThatWasRestrictedMeanwhileIsNotSent() {
        HandingOver handing = handing(answering(201, ""));
        Incident incident = asked("webhook");
        incidents.change(
                incident.reference(), i -> with(i, "restrict", SIRO, NOW, Map.of("reason", "About a colleague")));
        handing.sweep(NOW);
        assertThat(received).isEmpty();
        assertThat(stored(incident).has(TimelineEntry.Kind.NOT_HANDED_OVER)).isTrue();
    }

    @Test
    void byEmailItHasTheSameAndNothingTyped() {
        HandingOver handing = handing(answering(201, ""));
        Incident incident = asked("email");
        handing.sweep(NOW);
        assertThat(received).isEmpty();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("cases@example.gov.uk");
            assertThat(letter.subject()).contains(incident.reference());
            assertThat(letter.text()).contains("101 to 1,000").doesNotContain("Heliotrope", "Rowan");
        });
        assertThat(stored(incident).has(TimelineEntry.Kind.HANDED_OVER)).isTrue();
    }

    @Test
    void theAddressIsHttpsOrLoopbackInLocalModeAndTheSecretIsLong() {
        assertThatThrownBy(() -> settings("http://cases.example/in", SECRET, ""))
                .hasMessageContaining("must be https");
        assertThatThrownBy(() -> settings("http://127.0.0.1/in", SECRET, "an-app"))
                .hasMessageContaining("must be https");
        assertThatThrownBy(() -> settings("https://u:p@cases.example/in", SECRET, ""))
                .hasMessageContaining("must be https");
        assertThatThrownBy(() -> settings("https://cases.example/in", "short", ""))
                .hasMessageContaining("at least 32")
                .hasMessageNotContaining("short\"");
        assertThat(settings("https://cases.example/in", SECRET, "an-app").toString())
                .doesNotContain(SECRET);
    }

    private HandingOver handing(String url) {
        return handing(url, Duration.ofSeconds(30));
    }

    private HandingOver handing(String url, Duration within) {
        HandOverSettings settings = settings(url, SECRET, "", within);
        Mail mail = new Mail() {
            @Override
            public boolean isConfigured() {
                return true;
            }

            @Override
            public void send(Letter letter) {
                letters.add(letter);
            }
        };
        return new HandingOver(
                incidents, new Webhook(settings, () -> NOW), new CaseMail(mail, CONTENT.messages(), settings));
    }

    private static HandOverSettings settings(String url, String secret, String appId) {
        return settings(url, secret, appId, Duration.ofSeconds(30));
    }

    private static HandOverSettings settings(String url, String secret, String appId, Duration within) {
        return new HandOverSettings(
                new HandOverSettings.CaseSystem(URI.create(url), secret, List.of("cases@example.gov.uk"), within),
                new HandOverSettings.Teams(appId));
    }

    private String answering(int status, String body) {
        return SYSTEM.serve("/cases-" + UUID.randomUUID(), exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Beadle-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            if (answer.length > 0) {
                exchange.getResponseBody().write(answer);
            }
        });
    }

    private Incident asked(String to) {
        String draft = UUID.randomUUID().toString();
        return incidents.report(
                draft,
                2026,
                reference -> with(
                        SomeBreaches.lostLaptop(reference, draft, REPORTER, "yes", REPORTED),
                        "hand-over",
                        OFFICER,
                        REPORTED,
                        Map.of("to", to)));
    }

    private Incident stored(Incident incident) {
        return incidents.find(incident.reference()).orElseThrow();
    }
}
