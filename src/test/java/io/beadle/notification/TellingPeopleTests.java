package io.beadle.notification;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.mail.Letter;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who is told of an incident in person, by which means, and what the ledger says of it. */
@ExtendWith(OutputCaptureExtension.class)
class TellingPeopleTests {
    private final Council council = new Council(
            withDeputy("Dee", appointed("manager", "Mo")),
            appointed("nominated", "Ann"),
            appointed("nominated", "Bob"));

    @Test
    void whoeverHoldsARoleIsToldWhatItIsWhatToDoByWhenAndWhyThey() {
        String reference = council.report(Severity.HIGH);
        assertThat(council.told("ann"))
                .singleElement()
                .asString()
                .contains(
                        reference + ": High",
                        "Lost or stolen device",
                        "To do: Two people acknowledge it, by 10:15 on Monday 23 November",
                        "You are told as: Nominated person",
                        "Work phone",
                        "person.acknowledge",
                        "01632 960100")
                .doesNotContain("ZANZIBAR", "Pat Reporter");
        assertThat(council.told("mo"))
                .singleElement()
                .asString()
                .contains("concerns you", "Information security manager");
        assertThat(council.ledger(reference, "ann")).containsExactly("nominated SENT teams");
        assertThat(council.incident(reference).outbox()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "403, BotNotInConversationRoster",
        "403, ConversationBlockedByUser",
        "403, BotDisabledByAdmin",
        "404, ConversationNotFound"
    })
    void whoCannotBeWrittenToInTeamsIsWrittenAnEmail(int status, String code) {
        council.mail.configure();
        council.refuse("mo", status, code);
        String reference = council.report(Severity.HIGH);
        assertThat(council.ledger(reference, "mo")).containsExactly("manager BLOCKED " + code, "manager SENT email");
        Letter letter = council.mail.letters().getFirst();
        assertThat(letter.to()).containsExactly("mo@council.example");
        assertThat(letter.subject()).isEqualTo(reference + ": High, Lost or stolen device");
        assertThat(letter.text())
                .contains("You are told as: Information security manager", "01632 960100")
                .doesNotContain("ZANZIBAR", "Pat");
        assertThat(council.told("dee")).isEmpty();
    }

    @Test
    void theDeputyIsToldWhereThereIsNoOtherWay() {
        council.refuse("mo", 403, "ConversationBlockedByUser");
        council.teams.metInPerson("dee");
        String reference = council.report(Severity.HIGH);
        assertThat(council.ledger(reference, "mo")).containsExactly("manager REPLACED ConversationBlockedByUser");
        assertThat(council.ledger(reference, "dee")).containsExactly("manager SENT teams");
        assertThat(council.told("dee"))
                .singleElement()
                .asString()
                .contains("as deputy: Information security manager", "person.acknowledge");
    }

    @Test
    void theDeputyIsToldWhereTheEmailIsRefusedToo() {
        council.mail.configure();
        council.mail.refuseAll(550);
        council.refuse("mo", 403, "ConversationBlockedByUser");
        council.teams.metInPerson("dee");
        String reference = council.report(Severity.HIGH);
        assertThat(council.ledger(reference, "mo"))
                .containsExactly("manager REPLACED ConversationBlockedByUser", "manager BLOCKED SMTP 550");
        assertThat(council.ledger(reference, "dee")).containsExactly("manager SENT teams");
    }

    @Test
    void aDeputyWhomItMayBeAboutIsNotTold() {
        council.refuse("mo", 403, "ConversationBlockedByUser");
        council.teams.metInPerson("dee");
        String reference = council.report(Severity.HIGH);
        Council other = new Council(withDeputy("Dee", appointed("dpo", "Mo")), appointed("nominated", "Dee"));
        other.refuse("mo", 403, "ConversationBlockedByUser");
        String about = other.report(
                "systems-concern", Severity.HIGH, Set.of("restricted"), Council.answered("excludes", "security"));
        assertThat(other.told("dee")).isEmpty();
        assertThat(other.ledger(about, "mo")).allMatch(line -> line.startsWith("dpo BLOCKED"));
        assertThat(council.ledger(reference, "dee")).isNotEmpty();
    }

    @Test
    void aFaultIsTriedAgainAndAfterTenMinutesAnEmailGoesOutAsWell() {
        council.mail.configure();
        council.refuse("mo", 502, "");
        String reference = council.report(Severity.HIGH);
        assertThat(council.ledger(reference, "mo")).containsExactly("manager FAILED HTTP 502");
        council.pass(Duration.ofMinutes(9));
        assertThat(council.mail.letters()).isEmpty();
        council.pass(Duration.ofMinutes(5));
        assertThat(council.ledger(reference, "mo")).contains("manager FAILED HTTP 502", "manager SENT email");
        council.pass(Duration.ofMinutes(6));
        assertThat(council.mail.letters().stream()
                        .filter(letter -> letter.subject().contains("High")))
                .hasSize(1);

        council.teams.allowAll();
        council.pass(Duration.ofMinutes(6));
        assertThat(council.ledger(reference, "mo").getFirst()).isEqualTo("manager SENT teams");
    }

    @Test
    void aMailServerThatIsDownIsTriedAgain() {
        council.mail.configure();
        council.mail.refuseAll(451);
        council.refuse("mo", 403, "ConversationBlockedByUser");
        String reference = council.report(Severity.HIGH);
        assertThat(council.ledger(reference, "mo"))
                .containsExactly("manager BLOCKED ConversationBlockedByUser", "manager FAILED SMTP 451");
        council.mail.refuseAll(0);
        council.pass(Duration.ofMinutes(1));
        assertThat(council.ledger(reference, "mo"))
                .containsExactly("manager BLOCKED ConversationBlockedByUser", "manager SENT email");
    }

    @Test
    void oneWhoCannotBeReachedHoldsUpNobody() {
        council.teams.on(call ->
                call.conversation().equals("mo") ? Optional.of(new IllegalStateException("broken")) : Optional.empty());
        String reference = council.report(Severity.HIGH);
        assertThat(council.told("ann")).hasSize(1);
        assertThat(council.told("bob")).hasSize(1);
        assertThat(council.told("desk")).hasSize(1);
        assertThat(council.ledger(reference, "mo")).containsExactly("manager QUEUED");
        council.teams.allowAll();
        council.pass(OutboxRelay.LEASE);
        assertThat(council.ledger(reference, "mo")).contains("manager SENT teams");
    }

    @Test
    void whoNeverWroteToBeadleIsFoundInTheDesksChannel() {
        Council small = new Council(appointed("nominated", "Ann"));
        small.teams.delete("ann");
        small.teams.roster("desk", new Member("29:ann-of-teams", "ann", "Ann"));
        String reference = small.report(Severity.HIGH);
        assertThat(small.told("chat-29:ann-of-teams"))
                .singleElement()
                .asString()
                .contains(reference);
    }

    @Test
    void ofARestrictedCaseAnEmailOnlySaysToRing() {
        Council small = new Council(appointed("dpo", "Mo"), appointed("manager", "Ann"));
        small.mail.configure();
        small.refuse("mo", 403, "ConversationBlockedByUser");
        String reference = small.report("looked-up", Severity.HIGH, Set.of("restricted"));
        assertThat(small.mail.letters())
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.subject() + letter.text())
                        .contains("01632 960100", "not for an e-mail")
                        .doesNotContain(reference, "High", "records"));
        assertThat(small.told("ann")).isNotEmpty().first().asString().contains("Only a few people may know of this");
        assertThat(small.told("desk")).isEmpty();
    }

    @Test
    void aHeldAccountIsToldTheReferenceOnlyAndItsDeputyAllOfIt() {
        hold("ann");
        hold("mo");
        council.teams.metInPerson("dee");
        String reference = council.report(Severity.MEDIUM);
        assertThat(council.told("ann").stream().filter(card -> card.contains(reference)))
                .singleElement()
                .asString()
                .contains("01632 960100")
                .doesNotContain("Lost or stolen", "Work phone", "person.acknowledge", "case.open");
        assertThat(council.ledger(reference, "mo")).containsExactly("manager REPLACED AccountHeld");
        assertThat(council.told("dee").stream().filter(card -> card.contains(reference)))
                .singleElement()
                .asString()
                .contains("Lost or stolen");
    }

    /** They reported that their phone is gone. */
    private void hold(String person) {
        council.incidents.report(
                "held " + person,
                2026,
                r -> Incident.reported(
                                r,
                                "held " + person,
                                new Report(
                                        "lost-device",
                                        "Lost or stolen device",
                                        named(person),
                                        null,
                                        null,
                                        council.now.get(),
                                        List.of()),
                                Severity.LOW,
                                Duration.ofHours(1))
                        .flagged(Set.of(Incident.ACCOUNT)));
    }

    @Test
    void fewerThanTwoWhoCanBeReachedAreAnAlarm() {
        Council small = new Council(appointed("nominated", "Ann"), appointed("nominated", "Bob"));
        small.mail.configure();
        small.teams.metInPerson("admin");
        assertThat(health(small).getStatus()).isEqualTo(Status.UP);
        small.mail.refuseAll(550);
        small.refuse("bob", 403, "ConversationBlockedByUser");
        String reference = small.report(Severity.HIGH);
        assertThat(small.told("admin"))
                .singleElement()
                .asString()
                .contains("Fewer than two people can be reached", reference, "Nominated person");
        assertThat(small.told("desk")).singleElement().asString().contains("please ring them");
        assertThat(health(small).getStatus()).isEqualTo(OutboxHealthIndicator.DEGRADED);
        assertThat(health(small).getDetails()).containsEntry("tooFewReached", 1L);
        small.pass(Duration.ofMinutes(1));
        assertThat(small.told("admin")).hasSize(1);
    }

    @Test
    void theSecurityTeamsMailboxHearsOfTheAlarm() {
        Council small = new Council(appointed("nominated", "Ann"));
        small.mail.configure();
        String reference = small.report(Severity.HIGH);
        assertThat(small.mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("security@aldermere.example");
            assertThat(letter.subject()).contains(reference, "too few people");
        });
    }

    @Test
    void ofARestrictedCaseNobodyButTheAdministratorsHearsTheAlarmAndNotWhichItIs() {
        Council small = new Council(appointed("dpo", "Mo"));
        small.mail.configure();
        small.teams.metInPerson("admin");
        String reference = small.report("looked-up", Severity.HIGH, Set.of("restricted"));
        assertThat(small.told("admin"))
                .singleElement()
                .asString()
                .contains("only a few may know of")
                .doesNotContain(reference, "High", "records");
        assertThat(small.mail.letters()).isEmpty();
        assertThat(small.told("desk")).isEmpty();
    }

    @Test
    void anAdministratorWhomItMayBeAboutDoesNotHearTheAlarm() {
        Council small = new Council(appointed("nominated", "Admin"), appointed("dpo", "Mo"));
        small.report("systems-concern", Severity.HIGH, Set.of("restricted"), Council.answered("excludes", "security"));
        assertThat(small.told("admin")).isEmpty();
    }

    @Test
    void whatCouldNotBeToldForADayIsListedAndCanBeSentAgain() {
        council.refuse("mo", 403, "ConversationBlockedByUser");
        String reference = council.report(Severity.HIGH);
        council.pass(Duration.ofHours(23));
        assertThat(health(council).getDetails()).containsEntry("untoldForADay", 0);
        council.pass(Duration.ofHours(2));
        assertThat(health(council).getDetails()).containsEntry("untoldForADay", 1);

        council.teams.allowAll();
        council.incidents.change(
                reference, i -> new Ledger(i).again(council.now.get().minus(Duration.ofDays(1)), council.now.get()));
        council.deliver();
        assertThat(council.ledger(reference, "mo")).contains("manager SENT teams");
        assertThat(new Ledger(council.incident(reference))
                        .undelivered(council.now.get()).stream()
                                .filter(line -> line.to() != null
                                        && line.to().id().equals("mo")
                                        && line.why().equals("recorded")))
                .isEmpty();
    }

    @Test
    void aClosedIncidentIsOnNoList() {
        council.refuse("mo", 403, "ConversationBlockedByUser");
        String reference = council.report(Severity.LOW);
        council.act(reference, "not-an-incident", Map.of("reason", "none"));
        council.pass(Duration.ofDays(2));
        assertThat(council.incidents.undelivered(council.now.get(), 10)).isEmpty();
    }

    @Test
    void theCardOfARelayThatComesTooLateIsTakenBack() {
        Council small = new Council(appointed("nominated", "Ann"));
        OutboxRelay other = small.relay();
        boolean[] overtaken = new boolean[1];
        small.teams.on(call -> {
            if (call.conversation().equals("ann") && !overtaken[0]) {
                overtaken[0] = true;
                small.now.updateAndGet(instant -> instant.plus(OutboxRelay.LEASE));
                while (TestRelays.deliverDue(other) > 0) {
                    // it takes the message over
                }
            }
            return Optional.empty();
        });
        String reference = small.report(Severity.HIGH);
        assertThat(small.teams.shownIn("ann").stream().map(Call::text).filter(card -> card.contains(reference)))
                .hasSize(1);
    }

    @Test
    void nobodysNameOrAddressReachesTheLog(CapturedOutput output) {
        council.mail.configure();
        council.mail.refuseAll(550);
        council.teams.on(call -> Optional.of(new DeliveryException(403, "ConversationBlockedByUser")));
        council.report(Severity.HIGH);
        assertThat(output.getAll()).contains("person not reached").doesNotContain("council.example", "Ann", "ZANZIBAR");
    }

    private static Health health(Council council) {
        return new OutboxHealthIndicator(
                        council.incidents,
                        council.notices,
                        council.desks,
                        TestCards.bundled().content().routes(),
                        council.now::get)
                .health();
    }
}
