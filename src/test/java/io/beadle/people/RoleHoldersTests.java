package io.beadle.people;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.away;
import static io.beadle.people.SomePeople.in;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.onShift;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.beadle.content.BundledContent;
import io.beadle.content.Roles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RoleHoldersTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");
    private static final Span TODAY = Span.ofDays(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), LONDON);
    private static final Roles ROLES = BundledContent.CONTENT.roles();

    @Test
    void whoWasAppointedHoldsTheRole() {
        RoleHolders holders = holders(appointed("dpo", "Priya"), appointed("siro", "Sam"));
        assertThat(holders.of("dpo", NOW)).containsExactly(new Holder(named("Priya"), "priya@council.example", null));
        assertThat(holders.of("caldicott", NOW)).isEmpty();
        assertThat(holders.rolesOf(named("Sam"), NOW)).containsExactly("siro");
        assertThat(holders.title("siro")).isEqualTo("Senior information risk owner");
    }

    @Test
    void theDeputyStandsInWhileTheHolderIsAway() {
        RoleHolders holders = holders(away(TODAY, withDeputy("Dev", appointed("dpo", "Priya"))));
        assertThat(holders.of("dpo", NOW))
                .containsExactly(new Holder(named("Dev"), "dev@council.example", named("Priya")));
        assertThat(holders.rolesOf(named("Dev"), NOW)).containsExactly("dpo");
        assertThat(holders.of("dpo", TODAY.to())).extracting(Holder::person).containsExactly(named("Priya"));
        assertThat(holders.rolesOf(named("Dev"), TODAY.to())).isEmpty();
    }

    @Test
    void anAddressIsTheOneOfAnyAppointmentBeItAsADeputy() {
        RoleHolders holders = holders(withDeputy("Dev", appointed("dpo", "Priya")), appointed("siro", "Sam"));
        assertThat(holders.emailOf(named("Sam"))).contains("sam@council.example");
        assertThat(holders.emailOf(named("Dev"))).contains("dev@council.example");
        assertThat(holders.emailOf(named("Jo"))).isEmpty();
    }

    @Test
    void whoIsMarkedAsAwayMayStillAct() {
        RoleHolders holders = holders(away(TODAY, withDeputy("Dev", appointed("dpo", "Priya"))));
        assertThat(holders.may(named("Priya"), "clock", false, NOW)).isTrue();
        assertThat(holders.may(named("Dev"), "clock", false, NOW)).isTrue();
    }

    @Test
    void nobodyIsThereWhereTheDeputyIsMissingOrAwayToo() {
        assertThat(holders(away(TODAY, appointed("dpo", "Priya"))).of("dpo", NOW))
                .isEmpty();
        RoleHolders bothAway =
                holders(away(TODAY, withDeputy("Dev", appointed("dpo", "Priya"))), away(TODAY, appointed("hr", "Dev")));
        assertThat(bothAway.of("dpo", NOW)).isEmpty();
    }

    @Test
    void whoIsAwayIsAwayFromEveryRole() {
        RoleHolders holders =
                holders(away(TODAY, appointed("nominated", "Priya")), withDeputy("Dev", appointed("hr", "Priya")));
        assertThat(holders.of("hr", NOW)).extracting(Holder::person).containsExactly(named("Dev"));
    }

    @Test
    void whoHoldsTheRoleAndStandsInForAnotherIsThereOnce() {
        RoleHolders holders =
                holders(away(TODAY, withDeputy("Dev", appointed("nominated", "Priya"))), appointed("nominated", "Dev"));
        assertThat(holders.of("nominated", NOW)).containsExactly(new Holder(named("Dev"), "dev@council.example", null));
    }

    @Test
    void aRotaGoesByShiftsAcrossMidnight() {
        RoleHolders holders = holders(
                onShift(shift("2026-11-20T17:00", "2026-11-21T09:00"), appointed("on-call", "Nia")),
                onShift(shift("2026-11-21T09:00", "2026-11-22T09:00"), appointed("on-call", "Omar")));
        assertThat(onCall(holders, "2026-11-20T16:59")).isEmpty();
        assertThat(onCall(holders, "2026-11-20T23:59")).isEqualTo("Nia");
        assertThat(onCall(holders, "2026-11-21T00:01")).isEqualTo("Nia");
        assertThat(onCall(holders, "2026-11-21T09:00")).isEqualTo("Omar");
        assertThat(holders.rolesOf(named("Nia"), NOW)).isEmpty();
        assertThat(holders.may(named("Omar"), "acknowledge", false, NOW)).isTrue();
    }

    @Test
    void aShiftOverTheNightOnWhichClocksChangeEndsByTheClockOnTheWall() {
        Span longer = shift("2026-10-24T22:00", "2026-10-25T06:00");
        Span shorter = shift("2027-03-27T22:00", "2027-03-28T06:00");
        assertThat(Duration.between(longer.from(), longer.to())).isEqualTo(Duration.ofHours(9));
        assertThat(Duration.between(shorter.from(), shorter.to())).isEqualTo(Duration.ofHours(7));
        RoleHolders holders = holders(
                onShift(longer, appointed("on-call", "Nia")),
                onShift(shift("2026-10-25T06:00", "2026-10-25T14:00"), appointed("on-call", "Omar")));
        assertThat(onCall(holders, "2026-10-25T05:59")).isEqualTo("Nia");
        assertThat(onCall(holders, "2026-10-25T06:00")).isEqualTo("Omar");
    }

    @Test
    void theOnCallOfficersDeputyTakesTheShift() {
        RoleHolders holders = holders(away(TODAY, onShift(TODAY, withDeputy("Dev", appointed("on-call", "Nia")))));
        assertThat(holders.of("on-call", NOW)).extracting(Holder::person).containsExactly(named("Dev"));
    }

    @Test
    void aDepartmentHasItsOwnRepresentatives() {
        RoleHolders holders = holders(
                in("housing", appointed("department-rep", "Hana")),
                in("finance", appointed("department-rep", "Femi")),
                appointed("dpo", "Priya"));
        assertThat(holders.of("department-rep", "housing", NOW))
                .extracting(Holder::person)
                .containsExactly(named("Hana"));
        assertThat(holders.of("department-rep", NOW)).hasSize(2);
        assertThat(holders.of("department-rep", "planning", NOW)).isEmpty();
        assertThat(holders.of("dpo", "housing", NOW)).hasSize(1);
    }

    @Test
    void untilSomebodyIsNominatedWhoeverIsAtTheDeskActs() {
        RoleHolders first = holders(appointed("dpo", "Priya"));
        assertThat(first.may(named("Ann"), "acknowledge", true, NOW)).isTrue();
        assertThat(first.may(named("Ann"), "unrestrict", true, NOW)).isTrue();
        assertThat(first.may(named("Ann"), "clock", true, NOW)).isFalse();
        assertThat(first.may(named("Ann"), "acknowledge", false, NOW)).isFalse();

        RoleHolders then = holders(appointed("nominated", "Nia"));
        assertThat(then.may(named("Ann"), "acknowledge", true, NOW)).isFalse();
        assertThat(then.may(named("Nia"), "acknowledge", false, NOW)).isTrue();
        assertThat(then.whoMay("clock")).isEqualTo("Data protection officer");
    }

    @Test
    void aRoleOrAnActThatThereIsNotIsAMistakeInTheCode() {
        RoleHolders holders = holders();
        assertThatIllegalArgumentException().isThrownBy(() -> holders.of("king", NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> holders.may(named("Ann"), "reign", true, NOW));
    }

    @Test
    void anAppointmentToARoleNoLongerInTheContentGivesNothing() {
        assertThat(holders(appointed("king", "Ann")).rolesOf(named("Ann"), NOW)).isEmpty();
    }

    @Test
    void namesAndAddressesAreNotInLogs() {
        Appointment appointment = withDeputy("Dev", appointed("dpo", "Priya"));
        assertThat(appointment.toString() + new Holder(named("Dev"), "dev@council.example", named("Priya")))
                .doesNotContain("Priya@", "Dev ", "council.example");
    }

    private static String onCall(RoleHolders holders, String local) {
        Instant at = LocalDateTime.parse(local).atZone(LONDON).toInstant();
        return String.join(
                " ",
                holders.of("on-call", at).stream()
                        .map(holder -> holder.person().name())
                        .toList());
    }

    private static Span shift(String from, String to) {
        return Span.ofTimes(LocalDateTime.parse(from), LocalDateTime.parse(to), LONDON);
    }

    private static RoleHolders holders(Appointment... appointments) {
        return new RoleHolders(ROLES, new StoredAppointments(appointments));
    }
}
