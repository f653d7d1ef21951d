package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.people.Person;
import io.beadle.people.SomePeople;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff's questions are answered by the council's own people. */
class OwnPeopleTests {
    private static final Person GUS = new Person("gus", "Gus");
    private static final Person OTTO = new Person("otto", "Otto");
    private static final Map<String, String> YES = Map.of("answer", "Yes, you may.");
    private static final String OUTSIDER = "as a guest or from another organisation";

    private final SomeDesk desk = new SomeDesk();

    @BeforeEach
    void twoHaveComeIntoTheChannelFromElsewhere() {
        desk.teams.roster(
                "desk",
                new Member("29:priya", "priya", "Priya Nair", "TENANT", false),
                new Member("29:gus", "gus", "Gus", "tenant", true),
                new Member("29:otto", "otto", "Otto", "elsewhere", false));
        desk.send("1", "Who feeds the herons?");
    }

    @Test
    void aGuestAndAnotherOrganisationsMemberAnswerNobody() {
        for (Person outsider : List.of(GUS, OTTO)) {
            assertThat(SomeDesk.card(desk.answer(outsider, desk.channel, "1", YES)))
                    .contains("told: ", OUTSIDER, "ask the team to have you given a role");
        }
        assertThat(desk.asked.find("1").orElseThrow().isOpen()).isTrue();
        assertThat(desk.shown("sam")).isEmpty();
        assertThat(refused("outsider")).isEqualTo(2);
        assertThat(desk.answer(SomeDesk.PRIYA, desk.channel, "1", YES)).isInstanceOf(Reply.ShowPresser.class);
    }

    @Test
    void aRoleThatTheyWereGivenCountsAlsoWhereTeamsDoesNotSay() {
        desk.appointments.add(SomePeople.appointed("legal", "Gus"));
        desk.teams.roster(new DeliveryException(403, RecordingConversations.REFUSED));
        assertThat(desk.answer(GUS, desk.channel, "1", YES)).isInstanceOf(Reply.ShowPresser.class);
        assertThat(refused("unsure")).isZero();
    }

    @Test
    void whereTeamsDoesNotSayNobodyElseIsTakenForTheCouncilsOwn() {
        desk.teams.roster(new DeliveryException(503, ""));
        assertThat(SomeDesk.card(desk.answer(SomeDesk.PRIYA, desk.channel, "1", YES)))
                .contains("I cannot rule out guests", "try again in a minute");
        assertThat(desk.asked.find("1").orElseThrow().isOpen()).isTrue();
        assertThat(refused("unsure")).isOne();
        assertThat(desk.answer(SomeDesk.ALEX, desk.channel, "1", YES))
                .as("an administrator")
                .isInstanceOf(Reply.ShowPresser.class);
    }

    @Test
    void inLocalModeWhereEverybodyMayAppointNobodyHasARoleByThat() {
        OwnPeople local = desk.own(desk.administrators(Set.of()));
        assertThat(local.refusal(SomeDesk.turn(GUS, desk.channel)).orElseThrow())
                .contains(OUTSIDER);
        assertThat(local.refusal(SomeDesk.turn(GUS, desk.sam)))
                .as("alone with Beadle")
                .isEmpty();
    }

    private double refused(String reason) {
        return desk.meters.counter(OwnPeople.COUNTER, "reason", reason).count();
    }
}
