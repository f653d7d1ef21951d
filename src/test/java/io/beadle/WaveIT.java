package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.TimelineEntry;
import io.beadle.incident.Waves;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.WaveWatch;
import io.beadle.notification.Windows;
import io.beadle.people.Appointments;
import io.beadle.people.SomePeople;
import io.beadle.teams.ScriptedConnector.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A phishing wave over HTTP: 300 people report within a minute, and in the middle somebody reports a stolen laptop. */
@Import(MovedTime.class)
class WaveIT extends RunningBeadle {
    private static final int PEOPLE = 300;
    private static final Pattern REFERENCE = Pattern.compile("INC-2026-\\d{4,}");
    private static final Instant NINE = Instant.parse("2026-11-23T09:05:00Z");

    @Autowired
    private MovedTime time;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Notices notices;

    @Autowired
    private Waves waves;

    @Autowired
    private WaveWatch watch;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private Appointments appointments;

    @AfterEach
    void nobodyIsAppointed() {
        appointments.all().forEach(appointment -> appointments.remove(appointment.id()));
    }

    @Test
    void theChannelShowsAHandfulOneCardForTheRestAndTheStolenLaptopAtOnce() throws Exception {
        time.set(NINE);
        String desk = aDeskOfTwo();
        Colleague ann = appointed("Ann");
        Colleague bob = appointed("Bob");
        CONNECTOR.reset();
        CONNECTOR.roster(List.of(List.of(priya.asMember(), ann.asMember(), bob.asMember())));

        List<String> phished = new ArrayList<>(reports(0, PEOPLE / 2, "I got a phishing email"));
        watch.sweep(time.instant());
        String laptop = reports(PEOPLE, PEOPLE + 1, "my laptop was stolen").getFirst();
        await().until(() -> atDesk(desk).stream().anyMatch(call -> call.text().contains(laptop)));
        assertThat(incidents.outboxWaiting(0))
                .as("alerts that wait behind the wave")
                .isLessThan(3);

        // Beadle's relay stops and begins anew in the middle, as after a restart
        relay.stop();
        phished.addAll(reports(PEOPLE / 2, PEOPLE, "I got a phishing email"));
        relay.start();
        await().until(() -> notices.waitingForDesk(0) == 0); // a card that was changed just now is not changed again
        time.set(NINE.plusSeconds(90));
        watch.sweep(time.instant());

        assertThat(phished).as("all confirmed, each once").hasSize(PEOPLE).doesNotHaveDuplicates();
        String first = waves.all().getFirst().id();
        List<Incident> members = incidents.inWave(first, PEOPLE);
        assertThat(members.size()).isBetween(PEOPLE - 15, PEOPLE - 5);
        await().until(() -> lastAtDesk(desk).contains(members.size() + " more reports"));
        List<Call> posts = posts(desk);
        assertThat(posts).as("single alerts, the laptop and the wave").hasSize(PEOPLE - members.size() + 2);
        assertThat(members)
                .allMatch(incident ->
                        incident.ledger().isEmpty() || incident.reference().equals(first));
        assertThat(told(ann)).as("alerts in person").isLessThan(20);

        JsonNode card = wave(desk);
        assertThat(sam.presses("See them all", card, Map.of(), "activity-1", Colleague.channel(desk), id())
                        .asString())
                .contains("Only people who may open incidents");
        ann.presses("See them all", card, Map.of(), "activity-1", Colleague.channel(desk), id());
        assertThat(awaitPost("chat-of-" + ann.id(), "Incidents: open and closed")
                        .toString())
                .contains(incidents.lastOf(first).orElseThrow().reference(), "reported since 23 November 2026");

        assertThat(sam.presses(
                                "Acknowledge all so far",
                                card,
                                Map.of(),
                                "activity-1",
                                Colleague.channel("elsewhere"),
                                id())
                        .asString())
                .contains("acknowledged in the channel");
        ann.presses("Acknowledge all so far", card, Map.of(), "activity-1", Colleague.channel(desk), id());
        bob.presses("Acknowledge all so far", card, Map.of(), "activity-1", Colleague.channel(desk), id());
        watch.sweep(time.instant());
        assertThat(incidents.inWave(first, PEOPLE)).allSatisfy(incident -> {
            assertThat(incident.acknowledgements())
                    .extracting(by -> by.by().id())
                    .containsExactly(ann.objectId(), bob.objectId());
            assertThat(incident.timeline()).extracting(TimelineEntry::kind).doesNotContain(TimelineEntry.Kind.ALERTED);
        });
        time.set(NINE.plus(Duration.ofMinutes(2)));
        watch.sweep(time.instant());
        await().until(() -> lastAtDesk(desk).contains(members.size() + " of " + members.size() + " reports"));
        assertThat(Windows.passed(atDesk(desk).stream().map(Call::at).toList())).isEmpty();
    }

    /** Each says it in their own chat, and sends it at once; the references on the receipts. */
    private List<String> reports(int from, int to, String said) throws Exception {
        List<Future<String>> receipts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = from; i < to; i++) {
                Instant at = NINE.plusMillis(60_000L * i / PEOPLE);
                receipts.add(threads.submit(() -> {
                    time.reach(at);
                    return report(said);
                }));
            }
        }
        List<String> references = new ArrayList<>();
        for (Future<String> receipt : receipts) {
            references.add(receipt.get());
        }
        return references;
    }

    private String report(String said) {
        Colleague reporter = new Colleague("Reporter" + UUID.randomUUID(), port, CONNECTOR);
        reporter.says(said);
        JsonNode card = requireNonNull(Colleague.card(reporter.answer()));
        boolean laptop = card.toString().contains("laptop");
        String receipt = reporter.presses(
                        "Send now",
                        card,
                        Map.of(
                                "answer-danger",
                                "no",
                                "answer-what",
                                laptop ? "laptop" : "email",
                                "answer-where",
                                laptop ? "The 38 bus" : "work-computer",
                                "answer-happened",
                                "now"),
                        "activity-1")
                .toString();
        Matcher reference = REFERENCE.matcher(receipt);
        assertThat(reference.find()).as(receipt).isTrue();
        return reference.group();
    }

    private Colleague appointed(String name) {
        Colleague colleague = colleague(name);
        appointments.add(SomePeople.appointed("nominated", colleague.person(), null));
        return colleague;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static long told(Colleague person) {
        return CONNECTOR.calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().contains("/chat-of-" + person.id()))
                .count();
    }

    /** What came to the channel: new threads, and changes of what stands there. */
    private static List<Call> atDesk(String desk) {
        return CONNECTOR.calls().stream()
                .filter(call -> !call.method().equals("GET"))
                .filter(call -> call.path().contains(desk)
                        || (call.path().equals("/v3/conversations")
                                && call.text().contains(desk)))
                .toList();
    }

    private static List<Call> posts(String desk) {
        return atDesk(desk).stream()
                .filter(call -> call.method().equals("POST"))
                .toList();
    }

    private static String lastAtDesk(String desk) {
        return atDesk(desk).stream()
                .map(Call::text)
                .filter(text -> text.contains("more reports"))
                .reduce("", (one, other) -> other);
    }

    private static JsonNode wave(String desk) {
        JsonNode body = atDesk(desk).stream()
                .filter(call -> call.text().contains("more reports"))
                .toList()
                .getLast()
                .body();
        return requireNonNull(Colleague.card(body.has("activity") ? body.path("activity") : body));
    }
}
