package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.SelfTestCards;
import io.beadle.card.TestCards;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.notification.mongo.StoredSelfTests;
import io.beadle.people.Person;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import io.beadle.selftest.SelfTests;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Beadle finds that something of it does not work, and tells those who can mend it. */
class SelfTestAlarmTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Finding TOKEN = Finding.failed("selftest.token", "selftest.token.none", "AADSTS7000222");
    private static final Finding DESK = Finding.failed("selftest.desk", "selftest.desk.unset");
    private static final Finding SOON =
            Finding.warning("selftest.credential", "selftest.credential.soon", 59L, "26 January 2027");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));
    private final AtomicReference<List<Finding>> found = new AtomicReference<>(List.of());
    private final RecordingConversations teams = new RecordingConversations();
    private final RecordedMail mail = new RecordedMail();
    private final Notices notices;
    private final SelfTestStates states;
    private final OutboxRelay relay;
    private final SelfTestAlarm alarm;

    SelfTestAlarmTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        Incidents incidents = StoredIncidents.in(mongo).incidents();
        notices = StoredNotices.in(mongo);
        states = StoredSelfTests.in(mongo);
        Desks desks = StoredDesks.in(mongo);
        teams.met("security", Scope.CHANNEL);
        desks.set(Desk.of(Desk.MAIN, "security", null, new Person("alex", "Alex"), now.get()));
        relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
        alarm = instance();
    }

    @BeforeEach
    void anAdministratorWhoHasWrittenToBeadle() {
        teams.metInPerson("admin");
        mail.configure();
    }

    @Test
    void theDeskHearsOfAFailureOnceWhenItIsFoundTheSecondTimeInARow() {
        look(TOKEN);
        assertThat(teams.shownIn("security")).isEmpty();
        look(TOKEN);
        look(TOKEN);
        look(TOKEN);

        assertThat(teams.calls()).hasSize(1);
        assertThat(teams.shownIn("security").getFirst().text())
                .contains("something that does not work", "Token", "AADSTS7000222", "Check the secret");
    }

    @Test
    void whatComesAndGoesIsNotTold() {
        look(TOKEN);
        look();
        look(TOKEN);
        look();
        assertThat(teams.calls()).isEmpty();
        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void whatWorksAgainIsToldInTheSamePlaceAndTheNextFailureInANewOne() {
        twice(TOKEN);
        look();
        assertThat(teams.shownIn("security"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.text()).contains("it works again"));

        twice(TOKEN);
        assertThat(teams.shownIn("security")).hasSize(2);
    }

    @Test
    void theMailboxOfTheSecurityTeamHearsOfItTooSinceTeamsMayBeWhatIsBroken() {
        twice(TOKEN);
        assertThat(mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to())
                    .containsExactly(CARDS.content().contacts().securityTeam().email());
            assertThat(letter.text()).contains("Token: Entra gives me no token (AADSTS7000222)");
        });
        look();
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void aMailServerThatRefusesHoldsNothingUp() {
        mail.refuseAll(550);
        twice(TOKEN);
        assertThat(teams.shownIn("security")).hasSize(1);
    }

    @Test
    void theAdministratorsHearWhenTheDeskIsWhatFails() {
        twice(TOKEN);
        assertThat(teams.shownIn("admin")).isEmpty();
        look(TOKEN, DESK);
        look(TOKEN, DESK);
        assertThat(teams.shownIn("admin"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.text()).contains("No channel is chosen"));
    }

    @Test
    void theAdministratorsHearOnceOfWhatWillFailAndTheDeskDoesNot() {
        look(SOON);
        look(SOON);
        look(SOON);
        assertThat(teams.calls()).hasSize(1);
        assertThat(teams.shownIn("admin").getFirst().text()).contains("It expires in 59 days, on 26 January 2027");
    }

    @Test
    void ofTwoInstancesOneTellsAndTheOtherTakesOverWhenItIsGone() {
        SelfTestAlarm other = instance();
        look(TOKEN);
        other.look(now.get());
        look(TOKEN);
        other.look(now.get());
        deliver();
        assertThat(teams.calls()).hasSize(1);

        // the first one is gone; the other has seen it work again
        found.set(List.of());
        pass(Duration.ofMinutes(31));
        other.look(now.get());
        deliver();
        assertThat(teams.shownIn("security").getFirst().text()).contains("it works again");
    }

    private void twice(Finding... findings) {
        look(findings);
        look(findings);
    }

    private void look(Finding... findings) {
        found.set(List.of(findings));
        pass(Duration.ofMinutes(15));
        alarm.look(now.get());
        deliver();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void deliver() {
        while (TestRelays.deliverDue(relay) > 0) {
            pass(Duration.ofSeconds(1));
        }
    }

    private SelfTestAlarm instance() {
        SelfCheck scripted = new SelfCheck() {
            @Override
            public String about() {
                return "selftest.store";
            }

            @Override
            public List<Finding> look(Instant at) {
                return found.get();
            }
        };
        return new SelfTestAlarm(
                SelfTests.of(now::get, scripted),
                states,
                notices,
                TestRelays.administrators(notices, teams),
                SelfTestCards.of(CARDS),
                SelfTests.text(CARDS.messages()),
                mail,
                CARDS.content().contacts(),
                CARDS.messages());
    }
}
