package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.Roles;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.people.SomePeople;
import io.beadle.people.Span;
import io.beadle.people.StoredAppointments;
import io.beadle.selftest.Finding;
import io.beadle.selftest.Finding.State;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether alerts would arrive, found without writing to anybody. */
class SelfChecksTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final RecordingConversations teams = new RecordingConversations();
    private final Desks desks = StoredDesks.in(SharedStore.newDatabase());

    @Test
    void aDeskThatNobodyChoseFails() {
        assertThat(desk()).containsExactly(Finding.failed("selftest.desk", "selftest.desk.unset"));
    }

    @Test
    void eachDeskIsLookedAtAndNobodyThereNotices() {
        choose("main", "security");
        choose("low", "other");
        both("security");
        both("other");

        assertThat(desk()).extracting(Finding::text).containsExactly("selftest.desk.good", "selftest.desk.good");
        assertThat(teams.calls()).isEmpty();
    }

    @Test
    void aChannelWithOneMemberIsNoDesk() {
        choose("main", "security");
        assertThat(desk().getFirst().text()).isEqualTo("selftest.desk.lonely");
    }

    @Test
    void aChannelThatIsGoneSaysHowToChooseAnother() {
        choose("low", "other");
        choose("main", "security");
        both("security");
        teams.delete("other");

        assertThat(desk())
                .filteredOn(Finding::isFailed)
                .singleElement()
                .satisfies(found -> assertThat(found.arguments()).contains("desk low"));
    }

    @Test
    void teamsThatDoesNotAnswerIsNoLostDesk() {
        choose("main", "security");
        teams.roster(new DeliveryException(503, "ServiceUnavailable"));
        assertThat(desk().getFirst())
                .isEqualTo(Finding.failed("selftest.desk", "selftest.desk.silent", title(), "503 ServiceUnavailable"));
        teams.roster(new DeliveryException(403, "BotNotInConversationRoster"));
        assertThat(desk().getFirst().text()).isEqualTo("selftest.desk.lost");
    }

    @Test
    void onTheFirstDayNobodyIsAppointed() {
        assertThat(roles()).extracting(Finding::text).containsExactly("selftest.roles.none", "selftest.people.good");
    }

    @Test
    void oneNominatedPersonCannotBeTwo() {
        assertThat(texts(SomePeople.appointed(Roles.NOMINATED, "Priya"))).contains("selftest.roles.one");
        assertThat(texts(
                        SomePeople.appointed(Roles.NOMINATED, "Priya"),
                        SomePeople.away(
                                new Span(NOW.minusSeconds(60), NOW.plusSeconds(60)),
                                SomePeople.appointed(Roles.NOMINATED, "Dafydd"))))
                .contains("selftest.roles.away");
    }

    @Test
    void rolesThatTheContentDemandsAreNamedByTheirTitles() {
        Finding found = roles(
                        SomePeople.appointed(Roles.NOMINATED, "Priya"),
                        SomePeople.appointed(Roles.NOMINATED, "Dafydd"),
                        SomePeople.appointed("dpo", "Sam"))
                .stream()
                .filter(finding -> finding.text().equals("selftest.roles.empty"))
                .findFirst()
                .orElseThrow();

        assertThat(found.state()).isEqualTo(State.WARNING);
        assertThat(found.arguments().getFirst().toString())
                .contains("Senior information risk owner")
                .doesNotContain("Data protection officer,", "Nominated person", "Sam");
    }

    @Test
    void whoeverIsInRolesIsLookedForByChatDeskAndAddress() {
        Appointment[] three = {
            SomePeople.appointed(Roles.NOMINATED, "Priya"),
            SomePeople.appointed(Roles.NOMINATED, "Dafydd"),
            SomePeople.appointed("dpo", "Sam")
        };
        assertThat(people(false, three).text()).isEqualTo("selftest.people.none");

        teams.metInPerson("priya");
        choose("main", "security");
        teams.roster("security", new Member("29:d", "dafydd", "Dafydd"), new Member("29:x", "x", "X"));
        Finding some = people(false, three);
        assertThat(some.text()).isEqualTo("selftest.people.some");
        assertThat(some.arguments()).containsExactly(1, 3L, "Data protection officer");

        assertThat(people(true, three).text()).isEqualTo("selftest.people.good");
        assertThat(teams.calls()).isEmpty();
    }

    private void choose(String desk, String channel) {
        teams.met(channel, Scope.CHANNEL);
        desks.set(Desk.of(desk, channel, null, new Person("alex", "Alex"), NOW));
    }

    private void both(String channel) {
        teams.roster(channel, new Member("29:a", "a", "A"), new Member("29:b", "b", "B"));
    }

    private static String title() {
        return CARDS.content().routes().desk(Desk.MAIN).orElseThrow().title();
    }

    private List<Finding> desk() {
        return new DeskCheck(desks, teams, teams, CARDS.content().routes()).look(NOW);
    }

    private List<String> texts(Appointment... appointments) {
        return roles(appointments).stream().map(Finding::text).toList();
    }

    private Finding people(boolean mail, Appointment... appointments) {
        return look(mail, appointments).getLast();
    }

    private List<Finding> roles(Appointment... appointments) {
        return look(false, appointments);
    }

    private List<Finding> look(boolean mail, Appointment... appointments) {
        RecordedMail server = new RecordedMail();
        if (mail) {
            server.configure();
        }
        return new RolesCheck(
                        CARDS.content().roles(),
                        CARDS.content().duties(),
                        CARDS.content().routes(),
                        new RoleHolders(CARDS.content().roles(), new StoredAppointments(appointments)),
                        teams,
                        teams,
                        desks,
                        server)
                .look(NOW);
    }
}
