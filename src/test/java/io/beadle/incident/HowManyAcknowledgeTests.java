package io.beadle.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.ContentLoader;
import io.beadle.content.ContentProperties;
import io.beadle.content.DeskAct;
import io.beadle.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many people must acknowledge an incident is the officer's to say, by severity (G17). */
class HowManyAcknowledgeTests {
    private static final Instant NOON = SomeIncidents.NOON;
    private static final Person CASEY = new Person("casey", "Casey");

    private Obligations obligations;

    @BeforeEach
    void threeForHighAndOneForLow(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bot"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        Path duties = folder.resolve("duties.yaml");
        String text = Files.readString(duties);
        assertThat(text).contains("people: { high: 2, medium: 2, low: 2 }");
        Files.writeString(
                duties,
                text.replace("people: { high: 2, medium: 2, low: 2 }", "people: { high: 3, medium: 2, low: 1 }"));
        obligations = SomeObligations.of(
                new ContentLoader(new ContentProperties(folder, null, null)).load(),
                (role, department, at) -> List.of(new Recipient(new Person(role, role), null)));
    }

    @Test
    void threeMustWhereTheContentSaysThree() {
        Incident two = acknowledged(
                acknowledged(reported(Severity.HIGH), SomeIncidents.ALEX, NOON), SomeIncidents.BLAKE, NOON);
        assertThat(two.wanted()).isEqualTo(3);
        assertThat(two.isAcknowledged()).isFalse();
        assertThat(duty(two).isOpen()).isTrue();
        Incident three = acknowledged(two, CASEY, NOON);
        assertThat(three.isAcknowledged()).isTrue();
        assertThat(duty(three).end()).isEqualTo(Duty.End.DONE);
        assertThat(new Ledger(three).enough()).isEqualTo(3);
    }

    @Test
    void oneIsEnoughForALowOneUntilItTurnsOutToBeWorse() {
        Incident one = acknowledged(reported(Severity.LOW), SomeIncidents.ALEX, NOON);
        assertThat(one.isAcknowledged()).isTrue();
        assertThat(new CaseFile(one).state()).isEqualTo(DeskAct.State.ACKNOWLEDGED);

        Instant later = NOON.plusSeconds(600);
        Incident worse =
                obligations.settle(new Change(one).found(Severity.MEDIUM).incident(), later);
        assertThat(worse.isAcknowledged())
                .as("two must, whoever was enough before")
                .isFalse();
        assertThat(duty(worse).isOpen()).isTrue();
        assertThat(duty(worse).due()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(obligations.settle(worse, later)).isEqualTo(worse);
        assertThat(acknowledged(worse, SomeIncidents.BLAKE, later).isAcknowledged())
                .isTrue();
    }

    @Test
    void fewerMustWhereItIsNotSoBadAfterAll() {
        Incident two = acknowledged(
                acknowledged(reported(Severity.HIGH), SomeIncidents.ALEX, NOON), SomeIncidents.BLAKE, NOON);
        Incident better =
                obligations.settle(new Change(two).found(Severity.MEDIUM).incident(), NOON);
        assertThat(better.isAcknowledged()).isTrue();
        assertThat(duty(better).end()).isEqualTo(Duty.End.DONE);
    }

    private Incident reported(Severity severity) {
        Report report = new Report("odd-behaviour", "Odd", SomeIncidents.REPORTER, null, NOON, NOON, List.of());
        return obligations.settle(
                Incident.reported("INC-2026-0001", "draft", report, severity, NOON.plusSeconds(900)), NOON);
    }

    private Incident acknowledged(Incident incident, Person by, Instant at) {
        return obligations.settle(incident.acknowledge(by, at), at);
    }

    private static Duty duty(Incident incident) {
        return incident.duty(Duty.ACKNOWLEDGE).orElseThrow();
    }
}
