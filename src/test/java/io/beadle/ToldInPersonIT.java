package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.notification.OutboxRelay;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.people.SomePeople;
import io.beadle.teams.QuickToGiveUp;
import io.beadle.teams.ScriptedConnector.Answer;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** People in roles are told of a report in Teams as it answers, by e-mail over a real mail server, and act on it there. */
@Import({MovedTime.class, QuickToGiveUp.class})
class ToldInPersonIT extends RunningBeadle {
    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    private MovedTime time;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Appointments appointments;

    @Autowired
    private OutboxRelay relay;

    private Colleague ann = new Colleague("", 0, CONNECTOR);
    private Colleague mo = ann;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        MAIL.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("beadle.mail.from", () -> "beadle@council.example");
    }

    @AfterAll
    static void stopMail() {
        MAIL.stop();
    }

    @BeforeEach
    void appoint() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        ann = colleague("Ann");
        mo = colleague("Mo");
        appoint("nominated", ann, "ann@council.example");
        appoint("nominated", colleague("Bo"), "bo@council.example");
        appoint("manager", mo, "mo@council.example");
    }

    @AfterEach
    void nobodyIsAppointed() {
        appointments.all().forEach(appointment -> appointments.remove(appointment.id()));
    }

    @Test
    void whoIsToldAcknowledgesOnTheSpotAndTheCardIsReplaced() {
        String reference = report();
        JsonNode card = requireNonNull(Colleague.card(awaitPost("chat-of-" + ann.id(), reference)));
        assertThat(card.toString()).contains("Two people acknowledge it", "Nominated person");

        JsonNode outcome = ann.presses("Acknowledge", card, Map.of(), "card-1");
        assertThat(outcome.toString())
                .contains("You have acknowledged " + reference, "One more person")
                .doesNotContain("person.acknowledge");
        assertThat(ann.presses("Acknowledge", card, Map.of(), "card-1").toString())
                .contains("You have acknowledged " + reference);
        assertThat(incident(reference).acknowledgements()).hasSize(1);
        assertThat(sam.presses("Acknowledge", card, Map.of(), "card-1").asString())
                .contains("do not know this incident");

        JsonNode managers = requireNonNull(Colleague.card(awaitPost("chat-of-" + mo.id(), reference)));
        assertThat(mo.presses("Acknowledge", managers, Map.of(), "card-2").toString())
                .contains("Two people are on it now");
        assertThat(incident(reference).isAcknowledged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"403, BotNotInConversationRoster", "403, ConversationBlockedByUser", "404, ConversationNotFound"})
    void whoTeamsRefusesIsWrittenToAndTheOthersAreTold(int status, String code) throws Exception {
        CONNECTOR.answerAt("chat-of-" + mo.id(), Answer.refusal(status, code));
        String reference = report();
        await().until(() -> ledger(reference, mo).contains("SENT email"));
        assertThat(ledger(reference, mo)).contains("BLOCKED " + code);
        await().until(() -> ledger(reference, ann).contains("SENT teams"));
        MimeMessage letter = letterTo("mo@council.example");
        assertThat(letter.getSubject()).isEqualTo(reference + ": High, Lost or stolen device");
        assertThat(GreenMailUtil.getBody(letter))
                .contains("Information security manager", "01632 960100")
                .doesNotContain("ZANZIBAR");
    }

    @ParameterizedTest
    @CsvSource({"429, 0", "502, 0", "0, 0", "200, 40"})
    void aFaultOfTeamsIsToldByEmailAfterTenMinutesAndHoldsUpNobody(int status, int seconds) {
        Answer fault = status == 429
                ? Answer.refusal(429, "TooManyRequests").retryAfter("600")
                : Answer.status(status).after(Duration.ofSeconds(seconds));
        CONNECTOR.answerAt("chat-of-" + mo.id(), fault);
        String reference = report();
        await().until(() -> ledger(reference, ann).contains("SENT teams"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ledger(reference, mo).stream().anyMatch(line -> line.startsWith("FAILED")));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        pass(Duration.ofMinutes(11));
        await().atMost(Duration.ofSeconds(60)).until(() -> ledger(reference, mo).contains("SENT email"));
        CONNECTOR.reset();
        pass(Duration.ofMinutes(6));
        await().until(() -> ledger(reference, mo).contains("SENT teams"));
    }

    @Test
    void whatCouldNotBeToldForADayIsListedAndSentAgain() throws Exception {
        Colleague una = colleague("Una");
        appoint("ict-director", una, null);
        CONNECTOR.answerAt("chat-of-" + una.id(), Answer.refusal(403, "ConversationBlockedByUser"));
        String reference = report();
        await().until(() -> ledger(reference, una).contains("BLOCKED ConversationBlockedByUser"));
        mo.says("undelivered");
        assertThat(mo.answer().toString()).doesNotContain(reference);

        pass(Duration.ofHours(25));
        mo.says("undelivered");
        JsonNode list = requireNonNull(Colleague.card(mo.answer()));
        assertThat(list.toString()).contains(reference, "ConversationBlockedByUser", "Una");
        CONNECTOR.reset();
        assertThat(mo.presses("Send " + reference + " again", list, Map.of(), "list-1")
                        .toString())
                .contains("On its way again");
        await().until(() -> ledger(reference, una).contains("SENT teams"));
        assertThat(awaitPost("chat-of-" + una.id(), reference).toString()).contains("concerns you");
    }

    @Test
    void aCardOfTheDeskThatIsTriedInVainIsListedAndSentAgain() {
        String channel = aDeskOfTwo();
        CONNECTOR.answerAt(channel, Answer.status(500));
        String reference = report();
        for (int i = 1; i <= OutboxMessage.STUCK; i++) {
            int attempts = i;
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> incident(reference).outbox().stream()
                            .anyMatch(message -> message.kind() == OutboxMessage.Kind.DESK_CARD
                                    && message.attempts() >= attempts
                                    && message.holder() == null));
            if (i < OutboxMessage.STUCK) {
                pass(Duration.ofMinutes(6));
            }
        }

        mo.says("undelivered");
        JsonNode list = requireNonNull(Colleague.card(mo.answer()));
        assertThat(list.toString()).contains(reference, "The desk's card", "Tried 4 times in vain");

        CONNECTOR.reset();
        assertThat(mo.presses("Send " + reference + " again", list, Map.of(), "list-1")
                        .toString())
                .contains("On its way again")
                .doesNotContain("Tried 4 times");
        assertThat(awaitPost(channel, reference).toString()).contains("Lost or stolen device");
    }

    private void appoint(String role, Colleague who, @Nullable String email) {
        appointments.add(SomePeople.appointed(role, who.person(), email));
    }

    private String report() {
        String draft = UUID.randomUUID().toString();
        io.beadle.incident.Answer where =
                new io.beadle.incident.Answer("where", "Where?", "ZANZIBAR", "ZANZIBAR", false);
        Report report = new Report(
                "lost-device",
                "Lost or stolen device",
                new Person("pat", "Pat"),
                null,
                null,
                time.instant(),
                List.of(where));
        return incidents
                .report(draft, 2026, r -> Incident.reported(r, draft, report, Severity.HIGH, Duration.ofMinutes(15)))
                .reference();
    }

    private Incident incident(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private void pass(Duration duration) {
        time.pass(duration);
        relay.wake(); // time alone rings no bell
    }

    /** What became of what the person was told, such as "SENT teams". */
    private List<String> ledger(String reference, Colleague who) {
        return incident(reference).ledger().stream()
                .filter(line -> line.to() != null && line.to().id().equals(who.objectId()))
                .map(ToldInPersonIT::inShort)
                .toList();
    }

    private static String inShort(Delivery line) {
        return line.state() + " " + line.reason();
    }

    private static MimeMessage letterTo(String address) throws Exception {
        for (MimeMessage letter : MAIL.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().equals(address)) {
                return letter;
            }
        }
        throw new AssertionError("No letter came");
    }
}
