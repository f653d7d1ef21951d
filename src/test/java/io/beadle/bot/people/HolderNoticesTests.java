package io.beadle.bot.people;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mail.Letter;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Appointment;
import io.beadle.people.Proposal;
import io.beadle.people.ProposedChange;
import io.beadle.people.StoredAppointments;
import io.beadle.teams.RecordingConversations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Everybody here has an e-mail address and no chat with Beadle, so that what they are told is in a letter. */
class HolderNoticesTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Appointment DPO = withDeputy("Dee", appointed("dpo", "Priya"));

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final RecordedMail mail = new RecordedMail();
    private final Notices notices = StoredNotices.in(mongo);
    private final OutboxRelay relay = TestRelays.relay(
            StoredIncidents.in(mongo).incidents(),
            notices,
            StoredDesks.in(mongo),
            new RecordingConversations(),
            CARDS,
            new StoredAppointments(),
            mail,
            () -> TestCards.SATURDAY);
    private final HolderNotices holders = new HolderNotices(notices, TestCards.appointmentNews(CARDS));

    @Test
    void whoIsAppointedReadsWhatTheRoleMeansAndWhoConsented() {
        tell(new ProposedChange.Appoint(DPO));
        Letter priya = mail.letters().stream()
                .filter(letter -> letter.to().contains("priya@council.example"))
                .findFirst()
                .orElseThrow();
        assertThat(priya.text())
                .contains(
                        "You were appointed as: Data protection officer",
                        "Proposed by Jo, and consented to by Alex",
                        "keep the breach register",
                        "- Decide on telling the Information Commissioner",
                        "deputy: Dee",
                        "I am away",
                        "add the app Beadle there")
                .doesNotContain("dee@council.example");
        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "priya You are now: Data protection officer",
                        "dee You are now a deputy: Data protection officer");
    }

    @Test
    void whatIsCarriedOutTwiceIsToldOnce() {
        tell(new ProposedChange.Appoint(DPO));
        tell(new ProposedChange.Appoint(DPO));
        assertThat(subjects()).hasSize(2);
    }

    @Test
    void whoseAppointmentEndsIsToldAndSoIsTheDeputy() {
        tell(new ProposedChange.Dismiss(DPO));
        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "priya You are no longer: Data protection officer",
                        "dee You are no longer a deputy: Data protection officer");
        assertThat(mail.letters())
                .allSatisfy(letter -> assertThat(letter.text())
                        .contains("stays confidential")
                        .doesNotContain("What falls to this role"));
    }

    @Test
    void whereAnotherTakesThePlaceBothAreTold() {
        tell(new ProposedChange.Amend(DPO, withDeputy("Dee", appointed("dpo", "Nia"))));
        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "priya You are no longer: Data protection officer",
                        "nia You are now: Data protection officer",
                        "dee You are now a deputy: Data protection officer");
        assertThat(mail.letters())
                .anySatisfy(letter -> assertThat(letter.text()).contains("You stand in for Nia"));
    }

    @Test
    void anotherDeputyIsToldAndTheOneBeforeToo() {
        tell(new ProposedChange.Amend(DPO, withDeputy("Dev", DPO)));
        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "priya Your appointment was changed: Data protection officer",
                        "dee You are no longer a deputy: Data protection officer",
                        "dev You are now a deputy: Data protection officer");
    }

    @Test
    void aDeputyWhoStaysReadsNothingOfWhatChangedBesides() {
        tell(new ProposedChange.Amend(DPO, DPO.absent(List.of())));
        assertThat(subjects()).containsExactly("priya Your appointment was changed: Data protection officer");
    }

    private void tell(ProposedChange.OfRoles change) {
        mail.configure();
        Proposal agreed = new Proposal(
                "p1",
                1,
                named("Jo"),
                TestCards.SATURDAY,
                change,
                Proposal.State.AGREED,
                named("Alex"),
                TestCards.SATURDAY);
        holders.tell(agreed, change, TestCards.SATURDAY);
        while (TestRelays.deliverDue(relay) > 0) {
            // until nothing is due
        }
    }

    private List<String> subjects() {
        return mail.letters().stream()
                .map(letter -> letter.to().getFirst().replace("@council.example", " ") + letter.subject())
                .toList();
    }
}
