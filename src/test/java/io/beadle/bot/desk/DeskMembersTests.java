package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.beadle.bot.turn.Turn;
import io.beadle.people.Person;
import io.beadle.teams.Conversations;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskMembersTests {
    private static final Member PRIYA = new Member("29:priya", "priya", "Priya Nair", "tenant", false);
    private static final Member GUS = new Member("29:gus", "gus", "Gus", "tenant", true);

    private final DeliveryException away = new DeliveryException(503, "");
    private final SomeDesk desk = new SomeDesk();
    private final DeskMembers members = new DeskMembers(desk.desks, desk.teams, desk.teams, desk.now::get);
    private final Turn priya = SomeDesk.turn(SomeDesk.PRIYA, desk.channel);
    private final Turn gus = SomeDesk.turn(new Person("gus", "Gus"), desk.channel);
    private final Turn nobody = SomeDesk.turn(new Person("nia", "Nia"), desk.channel);

    @BeforeEach
    void priyaAndAGuestAreInTheChannel() {
        desk.teams.roster("desk", PRIYA, GUS);
    }

    @Test
    void whoWasFoundThereIsBelievedForAMinuteAlsoWhileTeamsIsAway() {
        assertThat(members.has(priya, null)).isTrue();
        desk.teams.roster(away);
        later(Duration.ofSeconds(59));
        assertThat(members.has(priya, null)).isTrue();
        assertThat(members.isOutsider(priya)).isFalse();

        later(Duration.ofSeconds(1));
        assertThatThrownBy(() -> members.has(priya, null)).isSameAs(away);
        assertThatThrownBy(() -> members.isOutsider(priya)).isSameAs(away);
    }

    @Test
    void whoWasNotFoundIsLookedForAgainAtOnce() {
        assertThat(members.has(gus, null)).isFalse();
        assertThat(members.isOutsider(gus)).isTrue();
        assertThat(members.has(nobody, null)).isFalse();
        assertThat(members.isOutsider(nobody))
                .as("whoever is there, and not listed")
                .isFalse();
        assertThat(members.has(nobody, null)).as("by that alone").isFalse();

        desk.teams.roster("desk", PRIYA, GUS, new Member("29:nia", "nia", "Nia", "tenant", false));
        assertThat(members.has(nobody, null)).isTrue();
    }

    @Test
    void whoeverAcknowledgesDoesNotWaitForTeamsAndACaseDoes() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        Conversations late = mock(Conversations.class);
        when(late.members(any())).thenAnswer(asked -> {
            said.await();
            return List.of(PRIYA, GUS);
        });
        DeskMembers impatient = new DeskMembers(desk.desks, desk.teams, late, desk.now::get, Duration.ofMillis(20));

        CompletableFuture<Boolean> ofTheCase =
                CompletableFuture.supplyAsync(() -> impatient.isKnownOutsider(gus, false), Thread::startVirtualThread);
        assertThat(impatient.isKnownOutsider(gus, true)).as("not known yet").isFalse();
        said.countDown();
        assertThat(ofTheCase.join()).as("a case waits").isTrue();
        DeskMembers patient = new DeskMembers(desk.desks, desk.teams, desk.teams, desk.now::get, Duration.ofMinutes(1));
        assertThat(patient.isKnownOutsider(gus, true)).isTrue();
        assertThat(patient.isKnownOutsider(priya, true)).isFalse();
        desk.teams.roster(away);
        assertThat(patient.isKnownOutsider(gus, true)).as("Teams does not say").isFalse();
    }

    private void later(Duration time) {
        desk.now.updateAndGet(now -> now.plus(time));
    }
}
