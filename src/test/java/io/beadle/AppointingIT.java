package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Administrators;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Holder;
import io.beadle.people.OneTimeCode;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Priya and Dafydd are administrators: what one proposes, the other has to consent to (G12). */
@Import({FixedTime.class, AppointingIT.TwoAdministrators.class})
class AppointingIT extends RunningBeadle {
    private static final String CARD = "activity-1";

    @TestConfiguration
    static class TwoAdministrators {
        @Bean
        @Primary
        Administrators two(OneTimeCode code) {
            return new Administrators(Set.of("aad-Priya", "aad-Dafydd"), false, code);
        }
    }

    @Autowired
    private Appointments appointments;

    @Autowired
    private RoleHolders holders;

    @Autowired
    private Desks desks;

    @Autowired
    private List<Sweep> sweeps;

    @Autowired
    private MongoTemplate mongo;

    private final String channel = "desk-" + UUID.randomUUID();

    @BeforeEach
    void nobodyHoldsAnything() {
        for (String collection : List.of("appointments", "proposals", "notices")) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        CONNECTOR.roster(List.of(List.of(member(priya), member(dafydd), member(sam))));
        priya.says("help");
        dafydd.says("help");
        priya.says("<at>Beadle</at> help", Colleague.channel(channel));
        desks.set(new Desk(channel, new Person(priya.objectId(), "Priya"), FixedTime.NOW));
    }

    @Test
    void anAppointmentCountsOnceASecondAdministratorHasConsented(CapturedOutput output) {
        JsonNode form = form(priya, "dpo");
        assertThat(form.toString()).contains("graph.microsoft.com/users", sam.objectId(), "Sam");
        JsonNode waiting = priya.presses("Propose it", form, of(sam, Map.of()), CARD);
        assertThat(waiting.toString())
                .contains("becomes Data protection officer", "asked in their personal chats", "Take it back")
                .doesNotContain("\"Consent\"");
        JsonNode asked = cardOf(dafydd, "needs your consent");
        assertThat(asked.toString()).contains("Priya proposed it", "sam@council.example");

        assertThat(priya.presses("Consent", asked, Map.of(), CARD).asString())
                .contains("Another administrator has to consent");
        assertThat(sam.presses("Consent", asked, Map.of(), CARD).asString()).contains("Only administrators of Beadle");
        assertThat(appointments.all()).isEmpty();

        assertThat(dafydd.presses("Consent", asked, Map.of(), CARD).toString())
                .contains("Dafydd consented", "counts from now on")
                .doesNotContain("roles.consent");
        assertThat(holders.of("dpo", FixedTime.NOW))
                .extracting(holder -> holder.person().id())
                .containsExactly(sam.objectId());
        assertThat(awaitPost(channel, "becomes Data protection officer").toString())
                .contains("Proposed by Priya", "Dafydd")
                .doesNotContain("council.example");
        awaitPost("chat-of-" + priya.id(), "counts from now on");
        assertThat(awaitPost("chat-of-" + sam.id(), "You are now: Data protection officer")
                        .toString())
                .contains("whatever has or may have personal data", "The DPO looks at it", "consented to by Dafydd")
                .doesNotContain("council.example");
        assertThat(dafydd.presses("Refuse", asked, Map.of(), CARD).toString()).contains("counts from now on");
        assertThat(appointments.all()).hasSize(1);
        assertThat(output.getAll()).doesNotContain("sam@council.example");
    }

    @Test
    void theSameSentTwiceIsProposedOnce() {
        JsonNode form = form(priya, "siro");
        priya.presses("Propose it", form, of(sam, Map.of()), CARD);
        priya.presses("Propose it", form, of(sam, Map.of()), CARD);
        assertThat(mongo.getCollection("proposals").countDocuments()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedOrTakenBackChangesNothing() {
        priya.presses("Propose it", form(priya, "siro"), of(sam, Map.of()), CARD);
        JsonNode asked = cardOf(dafydd, "needs your consent");
        assertThat(dafydd.presses("Refuse", asked, Map.of(), CARD).toString()).contains("Dafydd refused");
        awaitPost("chat-of-" + priya.id(), "Dafydd refused");
        assertThat(dafydd.presses("Consent", asked, Map.of(), CARD).toString()).contains("Dafydd refused");

        JsonNode mine = priya.presses("Propose it", form(priya, "caldicott"), of(sam, Map.of()), CARD);
        assertThat(priya.presses("Take it back", mine, Map.of(), CARD).toString())
                .contains("took it back");
        assertThat(appointments.all()).isEmpty();
    }

    @Test
    void nobodyInSevenDaysIsANo() {
        priya.presses("Propose it", form(priya, "siro"), of(sam, Map.of()), CARD);
        JsonNode asked = cardOf(dafydd, "needs your consent");
        mongo.getCollection("proposals")
                .updateMany(new Document(), Updates.set("at", Date.from(FixedTime.NOW.minus(Duration.ofDays(7)))));
        sweeps.stream()
                .filter(sweep -> sweep.getClass().getSimpleName().equals("CarryingOut"))
                .forEach(sweep -> sweep.sweep(FixedTime.NOW));
        awaitPost("chat-of-" + priya.id(), "Nobody consented in time");
        assertThat(dafydd.presses("Consent", asked, Map.of(), CARD).toString()).contains("Nobody consented in time");
        assertThat(appointments.all()).isEmpty();
    }

    @Test
    void aChangeOfWhatIsAnotherMeanwhileIsVoid() {
        appointments.add(appointment("dpo"));
        JsonNode role = role(priya, "dpo");
        JsonNode form = priya.presses("Change", role, Map.of("answer-holder", "a-dpo"), CARD);
        priya.presses("Propose it", form, of(sam, Map.of("answer-email", "new@council.example")), CARD);
        JsonNode asked = cardOf(dafydd, "needs your consent");
        appointments.change(
                "a-dpo",
                stored -> stored.absent(
                        List.of(new io.beadle.people.Span(FixedTime.NOW, FixedTime.NOW.plusSeconds(60)))));
        assertThat(dafydd.presses("Consent", asked, Map.of(), CARD).toString()).contains("held otherwise meanwhile");
        assertThat(appointments.find("a-dpo").orElseThrow().email()).isEqualTo("old@council.example");

        priya.presses("End it", role, Map.of("answer-holder", "a-dpo"), CARD);
        dafydd.presses("Consent", cardOf(dafydd, "is no longer"), Map.of(), CARD);
        awaitPost("chat-of-" + sam.id(), "You are no longer: Data protection officer");
        assertThat(appointments.all()).isEmpty();
        assertThat(priya.presses("Change", role, Map.of("answer-holder", "a-dpo"), CARD)
                        .toString())
                .contains("has ended meanwhile");
        assertThat(priya.presses("Propose it", form, of(sam, Map.of()), CARD).toString())
                .contains("has ended meanwhile");
    }

    @Test
    void whoIsNeitherAnAdministratorNorAHolderSeesNothing() {
        sam.says("who holds which role?");
        assertThat(sam.answer().path("text").asString()).contains("Only administrators of Beadle");
        priya.says("<at>Beadle</at> roles", Colleague.channel(channel));
        assertThat(awaitPost(channel, "personal chat").toString()).doesNotContain("Data protection officer");
        appointments.add(appointment("hr"));
        assertThat(sam.presses("Appoint somebody", role(priya, "dpo"), Map.of(), CARD)
                        .asString())
                .contains("Only an administrator");
    }

    @ParameterizedTest
    @CsvSource({
        "answer-person, '', Please choose one person",
        "answer-person, aad-Stranger, does not tell me this person",
        "answer-email, nowhere, Please give an e-mail address",
        "answer-deputy, SAM, The deputy must be somebody else",
        "answer-deputy-email, dev@council.example, Choose the deputy whose address",
        "answer-away-to, 2026-12-01, both the beginning and the end",
        "answer-shift-to-date, 2026-11-22, It must end after it begins",
        "answer-shift-to-date, 2026-11-20, It must end after it begins",
        "answer-shift-from-date, '', both the beginning and the end",
    })
    void whatIsWrongIsSaidAndNothingIsProposed(String input, String sent, String problem) {
        Map<String, String> inputs = new HashMap<>(of(
                sam,
                Map.of(
                        "answer-shift-from-date", "2026-11-23",
                        "answer-shift-from-time", "17:00",
                        "answer-shift-to-date", "2026-11-24",
                        "answer-shift-to-time", "09:00")));
        inputs.put(input, sent.equals("SAM") ? sam.objectId() : sent);
        assertThat(priya.presses("Propose it", form(priya, "on-call"), inputs, CARD)
                        .toString())
                .contains(problem, "Propose it");
        assertThat(mongo.getCollection("proposals").countDocuments()).isZero();
    }

    @Test
    void aHolderSaysWhenTheyAreAwayAndTheDeputyStandsIn() {
        appointments.add(appointment("dpo"));
        sam.says("I am away");
        JsonNode form = sam.presses("I am away", lastCard(sam), Map.of(), CARD);
        assertThat(sam.presses("Save", form, Map.of("answer-away-from", "2026-11-30"), CARD)
                        .toString())
                .contains("both the beginning and the end");
        JsonNode saved = sam.presses(
                "Save", form, Map.of("answer-away-from", "2026-11-20", "answer-away-to", "2026-11-24"), CARD);
        assertThat(saved.toString()).contains("Your deputies are turned to", "Now: Dev.");
        assertThat(holders.of("dpo", FixedTime.NOW))
                .extracting(Holder::standsInFor)
                .containsExactly(new Person(sam.objectId(), "Sam"));
        awaitPost(channel, "is away: Friday 20 November 2026 to Tuesday 24 November 2026");

        JsonNode again = sam.presses("I am away", saved, Map.of(), CARD);
        assertThat(sam.presses("I am back", again, Map.of(), CARD).toString()).contains("You are not away");
        awaitPost(channel, " is back");
        assertThat(holders.of("dpo", FixedTime.NOW))
                .extracting(Holder::standsInFor)
                .containsOnlyNulls();
    }

    @Test
    void theListSaysWhoIsMissingAndWhoCannotBeReached() {
        appointments.add(appointment("dpo"));
        priya.says("roles");
        assertThat(lastCard(priya).toString())
                .contains("**Data protection officer**: Sam", "Nobody holds: ", "Caldicott guardian")
                .contains("I cannot write in Teams to: Sam, Dev");
        sam.says("help");
        priya.says("roles");
        assertThat(lastCard(priya).toString()).contains("I cannot write in Teams to: Dev");
    }

    @Test
    void anotherDeskTakesConsentToo() {
        String other = "desk-" + UUID.randomUUID();
        priya.says("<at>Beadle</at> desk", Colleague.channel(other));
        assertThat(awaitPost(other, "second administrator").toString()).contains("Until then nothing changes");
        assertThat(desks.current()).map(Desk::conversation).contains(channel);
        dafydd.presses("Consent", cardOf(dafydd, "go to another channel"), Map.of(), CARD);
        assertThat(desks.current()).map(Desk::conversation).contains(other);
        awaitPost(channel, "no longer come to this channel");
        awaitPost(other, "now receives incident alerts");
    }

    private JsonNode role(Colleague administrator, String role) {
        administrator.says("roles");
        return administrator.presses("Open the role", lastCard(administrator), Map.of("answer-role", role), CARD);
    }

    private JsonNode form(Colleague administrator, String role) {
        return administrator.presses("Appoint somebody", role(administrator, role), Map.of(), CARD);
    }

    private static Map<String, String> of(Colleague person, Map<String, String> more) {
        Map<String, String> inputs =
                new HashMap<>(Map.of("answer-person", person.objectId(), "answer-email", "sam@council.example"));
        inputs.putAll(more);
        return inputs;
    }

    private Appointment appointment(String role) {
        return new Appointment(
                "a-" + role,
                role,
                null,
                new Person(sam.objectId(), "Sam"),
                "old@council.example",
                new Person("aad-Dev", "Dev"),
                null,
                List.of(),
                List.of());
    }

    private static Map<String, String> member(Colleague person) {
        return Map.of(
                "id",
                person.id(),
                "aadObjectId",
                person.objectId(),
                "name",
                person.objectId().replaceFirst("aad-(Sam)?", "$1").replaceFirst("^Sam.+", "Sam"));
    }

    private static JsonNode cardOf(Colleague person, String wanted) {
        return requireNonNull(Colleague.card(awaitPost("chat-of-" + person.id(), wanted)));
    }

    private static JsonNode lastCard(Colleague person) {
        return person.received().stream()
                .map(Colleague::card)
                .filter(Objects::nonNull)
                .toList()
                .getLast();
    }
}
