package io.beadle.people;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.away;
import static io.beadle.people.SomePeople.in;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppointingTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");
    private static final Span PAST = new Span(NOW.minusSeconds(60), NOW);
    private static final Span AHEAD = new Span(NOW, NOW.plusSeconds(60));

    private final Appointments appointments = new StoredAppointments();
    private final Appointing appointing = new Appointing(BundledContent.CONTENT.roles(), appointments);

    @Test
    void makesEachChangeOnceHoweverOftenItIsCarriedOut() {
        Appointment priya = appointed("dpo", "Priya");
        Appointment covered = withDeputy("Dev", priya);
        for (ProposedChange.OfRoles change : List.of(
                new ProposedChange.Appoint(priya),
                new ProposedChange.Amend(priya, covered),
                new ProposedChange.Dismiss(covered))) {
            assertThat(appointing.carryOut(change)).isTrue();
            List<Appointment> after = appointments.all();
            assertThat(appointing.carryOut(change)).isTrue();
            assertThat(appointments.all()).isEqualTo(after);
        }
        assertThat(appointments.all()).isEmpty();
    }

    @Test
    void aRoleThatOnePersonHoldsIsNotGivenToASecond() {
        appointments.add(appointed("dpo", "Priya"));
        assertThat(appointing.carryOut(new ProposedChange.Appoint(appointed("dpo", "Sam"))))
                .isFalse();
        assertThat(appointing.soleHolder("dpo", null)).contains(appointed("dpo", "Priya"));
        assertThat(appointing.soleHolder("nominated", null)).isEmpty();
        assertThat(appointing.carryOut(new ProposedChange.Appoint(appointed("siro", "Sam"))))
                .isTrue();
    }

    @Test
    void nobodyHoldsTheSameRoleTwiceButForAnotherDepartment() {
        appointments.add(in("housing", appointed("department-rep", "Hana")));
        Appointment again = new Appointment(
                "second", "department-rep", "housing", named("Hana"), null, null, null, List.of(), List.of());
        assertThat(appointing.isPossible(again)).isFalse();
        assertThat(appointing.isPossible(in("finance", again))).isTrue();
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        Appointment priya = appointed("dpo", "Priya");
        appointments.add(away(AHEAD, priya));
        assertThat(appointing.carryOut(new ProposedChange.Amend(priya, withDeputy("Dev", priya))))
                .isFalse();
        assertThat(appointments.all()).containsExactly(away(AHEAD, priya));
    }

    @Test
    void whoIsAwayIsSoInEveryRoleAndWhatIsOverStays() {
        appointments.add(away(PAST, appointed("dpo", "Priya")));
        appointments.add(appointed("hr", "Priya"));
        appointments.add(appointed("siro", "Sam"));
        appointing.absent(named("Priya"), List.of(AHEAD), NOW);
        assertThat(appointments.all())
                .extracting(Appointment::absences)
                .containsExactly(List.of(PAST, AHEAD), List.of(AHEAD), List.of());
        appointing.absent(named("Priya"), List.of(), NOW);
        assertThat(appointments.all())
                .extracting(Appointment::absences)
                .containsExactly(List.of(PAST), List.of(), List.of());
    }
}
