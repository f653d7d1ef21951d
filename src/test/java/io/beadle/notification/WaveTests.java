package io.beadle.notification;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Joining;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.TimelineEntry;
import io.beadle.incident.Wave;
import io.beadle.people.Person;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.RecordingConversations.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Many reports of one kind in a short time, by the bundled content: five are alerted one by one, all further ones are a wave. */
class WaveTests {
    private static final Answer NO_DATA = Council.answered("personal-data", "no");

    private final Council council = Council.withWaves(
            appointed("nominated", "Ann"),
            appointed("nominated", "Bob"),
            appointed("deputy", "Dee"),
            appointed("manager", "Mo"),
            appointed("dpo", "Dora"));

    @Test
    void aHandfulIsAlertedOneByOneAndTheOthersAreCountedOnOneCard() {
        List<String> reports = flood(30);
        council.pass(Duration.ofSeconds(20));
        assertThat(reports.subList(0, 5))
                .allMatch(report -> council.incident(report).wave() == null);
        assertThat(reports.subList(5, 30)).allMatch(report -> reports.get(5).equals(waveOf(report)));
        assertThat(council.told("desk")).hasSize(6);
        assertThat(card())
                .contains(
                        "25 more reports", "Received a suspicious message", reports.get(5), reports.get(29), "Low: 25")
                .doesNotContain("ZANZIBAR");
    }

    @Test
    void eachKeepsItsDutiesItsTimesAndAnHonestTimeline() {
        Incident member = council.incident(flood(8).getLast());
        assertThat(member.duty("acknowledge")).isPresent();
        assertThat(member.acknowledgeBy()).isAfter(Council.MONDAY.plus(Duration.ofHours(3)));
        assertThat(member.timeline())
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineEntry.Kind.REPORTED, TimelineEntry.Kind.IN_WAVE);
        assertThat(member.ledger()).isEmpty();
        assertThat(member.deskPost()).isNull();
    }

    @Test
    void peopleAreToldOfOneForAllOfThem() {
        List<String> reports = flood(30);
        assertThat(council.told("ann"))
                .hasSize(6)
                .anyMatch(card -> card.contains(reports.get(5)) && card.contains("for all of them"));
        assertThat(council.ledger(reports.get(5), "ann")).containsExactly("nominated SENT teams");
        council.pass(Duration.ofHours(6));
        assertThat(council.told("dee")).as("the ladder, past two working hours").hasSize(6);
    }

    @Test
    void whatIsSevereOrAboutAnAccountOrRestrictedOrOfAnotherKindIsAlertedAtOnce() {
        flood(20);
        List<String> own = List.of(
                council.report("suspicious-message", Severity.HIGH, Set.of(), NO_DATA),
                council.report("lost-device", Severity.HIGH, Set.of()),
                council.report("suspicious-message", Severity.LOW, Set.of("account"), NO_DATA),
                council.report("suspicious-message", Severity.MEDIUM, Set.of(), NO_DATA),
                council.report("suspicious-message", Severity.LOW, Set.of(), Council.answered("personal-data", "yes")));
        assertThat(own).allMatch(report -> council.incident(report).wave() == null);
        assertThat(own).allSatisfy(report -> assertThat(council.told("desk")).anyMatch(card -> card.contains(report)));
        String restricted = council.report("suspicious-message", Severity.LOW, Set.of("restricted"), NO_DATA);
        assertThat(council.incident(restricted).wave()).isNull();
    }

    @Test
    void oneThatTurnsOutToBeWorseIsAlertedByItselfAndPeopleAreTold() {
        String report = flood(10).getLast();
        council.incidents.change(
                report,
                incident -> incident.say(
                        new Said.Answered(
                                "k",
                                List.of(Council.answered("where-now", "acted")),
                                List.of(),
                                Severity.HIGH,
                                Council.PAT),
                        council.now.get()));
        council.pass(Duration.ofSeconds(20));
        assertThat(council.incident(report).wave()).isNull();
        assertThat(council.incident(report).has(TimelineEntry.Kind.OUT_OF_WAVE)).isTrue();
        assertThat(council.told("desk")).anyMatch(card -> card.contains(report) && card.contains("High"));
        assertThat(council.ledger(report, "bob")).containsExactly("nominated SENT teams");
        assertThat(council.told("desk").stream().filter(card -> card.contains("more reports")))
                .hasSize(1)
                .allMatch(card -> card.contains("4 more reports"));
    }

    @Test
    void oneThatSomebodyActsOnAloneIsShownByItself() {
        String report = flood(10).getLast();
        council.act(report, "note", Map.of("text", "looked at the headers"));
        assertThat(council.incident(report).wave()).isNull();
        assertThat(council.told("desk")).anyMatch(card -> card.contains(report));
    }

    @Test
    void anAcknowledgementStandsOnAllThatHadComeByThenAndOnNoneThatCameLater() {
        List<String> before = flood(12);
        acknowledge("Ann");
        council.pass(Duration.ofSeconds(30));
        List<String> after = flood(3);
        acknowledge("Bob");
        council.pass(Duration.ofSeconds(30));
        assertThat(before.subList(5, 12))
                .allSatisfy(report -> assertThat(council.incident(report).acknowledgements())
                        .extracting(by -> by.by().name(), Acknowledgement::at)
                        .containsExactly(tuple("Ann", Council.MONDAY), tuple("Bob", Council.MONDAY.plusSeconds(30))));
        assertThat(after)
                .allSatisfy(report -> assertThat(council.incident(report).acknowledgements())
                        .extracting(by -> by.by().name())
                        .containsExactly("Bob"));
        assertThat(card()).contains("7 of 10 reports", "Acknowledge all so far");
        acknowledge("Ann");
        council.pass(Duration.ofSeconds(30));
        assertThat(after).allMatch(report -> council.incident(report).isAcknowledged());
        assertThat(card()).contains("10 of 10 reports").doesNotContain("Acknowledge all so far");
    }

    @Test
    void ofThoseThatComeAfterTheFirstWereAcknowledgedPeopleAreToldOnceMore() {
        flood(10);
        acknowledge("Ann");
        acknowledge("Bob");
        council.pass(Duration.ofSeconds(5));
        int told = council.told("ann").size();
        council.pass(Duration.ofMinutes(1));
        assertThat(council.told("ann")).hasSize(told);
        List<String> later = flood(10);
        council.pass(Duration.ofSeconds(5));
        assertThat(council.told("ann")).hasSize(told + 1);
        assertThat(council.told("ann").getLast()).contains(later.getFirst());
        council.pass(Duration.ofMinutes(5));
        assertThat(council.told("ann")).hasSize(told + 1);
    }

    @Test
    void theCardIsKeptCurrentAtAModestPace() {
        flood(6);
        long begun = cardEdits();
        for (int second = 0; second < 120; second++) {
            stored();
            council.pass(Duration.ofSeconds(1));
        }
        assertThat(cardEdits() - begun).isBetween(6L, 9L);
        council.pass(Duration.ofSeconds(16));
        assertThat(card()).contains("121 more reports");
    }

    @Test
    void anotherInstanceOrARestartGoesOnWhereTheFirstWas() {
        List<String> reports = flood(20);
        council.waves.change(wave().id(), wave -> wave.acknowledge(named("Ann"), council.now.get()));
        WaveWatch restarted = council.watch();
        WaveWatch other = council.watch();
        restarted.sweep(council.now.get());
        other.sweep(council.now.get());
        council.deliver();
        assertThat(reports.subList(5, 20))
                .allMatch(report -> council.incident(report).acknowledgements().size() == 1);
        assertThat(council.told("desk")).hasSize(6);
        assertThat(council.told("ann")).hasSize(6);
    }

    @Test
    void ofManyInTheSameMomentAHandfulIsAlertedAndTheOthersAreOneWave() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(29, this::stored))).hasSize(29);
        }
        assertThat(council.waves.all()).hasSize(1);
        assertThat(council.incidents.tally(wave().id(), council.now.get()).all())
                .isEqualTo(24);
    }

    @Test
    void reportsThatDemandMoreAreAWaveOfTheirOwnThatTakesInBoth() {
        Answer data = Council.answered("personal-data", "yes");
        for (int i = 0; i < 12; i++) {
            stored();
            council.stored("suspicious-message", Severity.LOW, Set.of(), data);
        }
        council.pass(Duration.ofSeconds(20));
        assertThat(council.told("desk")).hasSize(12);
        assertThat(council.told("dora"))
                .as("the five alone, and the one that leads")
                .hasSize(6);
        assertThat(council.waves.all()).hasSize(2);
    }

    @Test
    void allThatHaveComeAreJoinedToOneIncidentWhoseClockBeginsWithTheEarliest() {
        List<String> reports = flood(12);
        String into = reports.getFirst();
        Instant noticed = Council.MONDAY.minus(Duration.ofHours(3));
        String early = council.noticed("suspicious-message", noticed, NO_DATA);
        council.pass(Duration.ofSeconds(1));
        assertThat(waveOf(early)).isEqualTo(reports.get(5));
        join(reports.get(5), into);
        council.pass(Duration.ofSeconds(1));
        String later = stored();
        council.pass(Duration.ofSeconds(20));
        assertThat(reports.subList(5, 12)).allSatisfy(report -> {
            assertThat(requireNonNull(council.incident(report).closing()).outcome())
                    .isEqualTo("merged");
            assertThat(new CaseFile(council.incident(report)).latest("join-wave", "into"))
                    .isEqualTo(into);
        });
        assertThat(new CaseFile(council.incident(into)).joined()).containsExactly(reports.get(5), early);
        assertThat(new CaseFile(council.incident(into)).noticed()).isEqualTo(noticed);
        assertThat(council.incident(later).isOpen()).isTrue();
        assertThat(requireNonNull(council.incident(later).wave()).leads()).isTrue();
        assertThat(reports.subList(0, 5))
                .allMatch(report -> council.incident(report).isOpen());
    }

    @Test
    void theCardCountsTheReportsOnWhichSomethingIsOverdue() {
        List<String> members = flood(12).subList(5, 12);
        assertThat(card()).doesNotContain("Overdue");
        Instant due = requireNonNull(council.incident(members.getLast()).nextDue());
        council.pass(Duration.between(council.now.get(), due).plusSeconds(20));
        assertThat(card()).contains("Something on 7 reports");
        acknowledge("Ann");
        acknowledge("Bob");
        council.pass(Duration.ofSeconds(20));
        assertThat(card()).doesNotContain("Overdue");
    }

    @Test
    void aLullEndsItAndTheNextOneIsAlertedByItself() {
        flood(10);
        council.pass(Duration.ofMinutes(31));
        String next = stored();
        assertThat(council.incident(next).wave()).isNull();
        acknowledge("Ann");
        acknowledge("Bob");
        council.pass(Duration.ofSeconds(20));
        council.incidents
                .inWave(wave().id(), 100)
                .forEach(incident -> council.incidents.change(
                        incident.reference(), i -> i.close("false-alarm", named("Ann"), council.now.get())));
        council.pass(Duration.ofSeconds(20));
        assertThat(card()).contains("All of them are closed");
        assertThat(council.waves.all()).isEmpty();
    }

    private List<String> flood(int reports) {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            references.add(stored());
        }
        council.pass(Duration.ZERO);
        return references;
    }

    private String stored() {
        return council.stored("suspicious-message", Severity.LOW, Set.of(), NO_DATA)
                .reference();
    }

    /** As the desk does it: the other incident knows of the lead, and the lead is closed. */
    private void join(String lead, String into) {
        Act act =
                new Act("form", "join-wave", council.now.get(), named("Ann"), List.of(Council.answered("into", into)));
        council.incidents.change(into, new Joining(council.incident(lead), act)::into);
        council.incidents.change(
                lead,
                incident -> new Acting(
                                Council.CARDS.content().acts().find("join-wave").orElseThrow())
                        .on(incident, act));
    }

    private Wave wave() {
        return council.waves.all().getFirst();
    }

    private void acknowledge(String name) {
        Person by = named(name);
        council.waves.change(wave().id(), wave -> wave.acknowledge(by, council.now.get()));
    }

    private String waveOf(String report) {
        var wave = council.incident(report).wave();
        return wave == null ? "" : wave.wave();
    }

    private String card() {
        return council.told("desk").stream()
                .filter(card -> card.contains("more reports"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private long cardEdits() {
        return council.teams.calls().stream()
                .filter(call ->
                        call.kind() == Kind.UPDATE && call.conversation().startsWith("desk"))
                .filter(call -> call.text().contains("more reports"))
                .map(Call::text)
                .count();
    }
}
