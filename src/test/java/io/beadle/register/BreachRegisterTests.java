package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.DPO;
import static io.beadle.register.SomeBreaches.REPORTED;
import static io.beadle.register.SomeBreaches.REPORTER;
import static io.beadle.register.SomeBreaches.SIRO;
import static io.beadle.register.SomeBreaches.lostLaptop;
import static io.beadle.register.SomeBreaches.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which incidents are entries, who sees them, and what of them is exported. */
class BreachRegisterTests {
    private static final Person DEPUTY = new Person("deputy-dpo", "Dee Puty");
    private static final Instant NOW = REPORTED.plus(Duration.ofDays(10));

    private final Incidents incidents =
            StoredIncidents.in(SharedStore.newDatabase()).incidents();
    private final BreachRegister register = new BreachRegister(
            incidents,
            new RoleHolders(
                    CONTENT.roles(),
                    new Appointed(List.of(appointment("dpo", DPO), appointment("dpo-deputy", DEPUTY)))));
    private final RegisterTable table = new RegisterTable(CONTENT.messages(), CONTENT.duties(), TestCards.LONDON);

    @Test
    void everyIncidentThatIsOrMayBeABreachIsAnEntryNotifiedOrNot() {
        String reported = stored(i -> i);
        String unsure = stored("unsure", i -> i);
        String none = stored("no", i -> i);
        String found = stored("no", i -> SomeBreaches.assessed(i, REPORTED));
        String looked =
                stored(i -> with(i, "looked", DPO, REPORTED, Map.of("breach", "no", "why", "A work number only")));
        String nearMiss = stored(
                i -> with(i, "classify", DPO, REPORTED, Map.of("kind", "near-miss", "why", "It came back unopened")));
        String notNotified = stored(i -> with(
                i,
                "decide",
                SIRO,
                REPORTED,
                Map.of("decision", "not-notified", "reasons", "Encrypted", "delegation", "siro")));
        String drill = stored(Incident::drill);

        assertThat(references(DPO))
                .contains(reported, unsure, found, notNotified)
                .doesNotContain(none, looked, nearMiss, drill);
    }

    @Test
    void aRestrictedOneIsThereForTheDpoAloneAndNotIfItIsAboutThem() {
        String restricted = stored(i -> with(i, "restrict", DPO, REPORTED, Map.of("reason", "About a colleague")));
        String about =
                stored(i -> with(i, "restrict", SIRO, REPORTED, Map.of("reason", "About the DPO", "excluded", "dpo")));
        assertThat(references(DPO)).contains(restricted).doesNotContain(about);
        assertThat(references(DEPUTY)).doesNotContain(restricted, about);
        assertThat(register.unrestricted())
                .extracting(breach -> breach.incident().reference())
                .doesNotContain(restricted, about);
    }

    @Test
    void theHoursOfAnUndecidedOneRunOut() {
        Breach breach = Breach.of(lostLaptop("INC-2026-0042")).orElseThrow();
        Instant limit = breach.assessment().clock().limit();
        assertThat(breach.isClockOpen()).isTrue();
        assertThat(breach.isOverdue(limit)).isFalse();
        assertThat(breach.isOverdue(limit.plusMillis(1))).isTrue();
    }

    @Test
    void theTableHasACellForEverythingThatIsDocumented() {
        Incident late = with(
                SomeBreaches.assessed(lostLaptop("INC-2026-0042"), REPORTED),
                "decide",
                SIRO,
                REPORTED,
                Map.of(
                        "decision", "notified",
                        "notified", NOW.toString(),
                        "reference", "IC-99",
                        "reasons", "A risk is likely",
                        "delegation", "delegated"));
        Table made = table.of(
                List.of(
                        Breach.of(lostLaptop("INC-2026-0041")).orElseThrow(),
                        Breach.of(late).orElseThrow()),
                NOW);
        assertThat(cell(made, 0, "72 hours")).isEqualTo("Over, not decided");
        assertThat(cell(made, 0, "Missing")).contains("Nature of the breach", "Decision on telling the Commissioner");
        assertThat(cell(made, 1, "72 hours")).isEqualTo("Told late");
        assertThat(cell(made, 1, "Reference")).isEqualTo("INC-2026-0042");
        assertThat(cell(made, 1, "People affected, about")).isEqualTo("412");
        assertThat(cell(made, 1, "Counts from")).isEqualTo("2026-11-21 14:17");
        assertThat(cell(made, 1, "Missing")).contains("Reason for the delay");
        assertThat(made.rows().toString()).doesNotContain("Rowan", "Heliotrope");
    }

    private static String cell(Table table, int row, String column) {
        List<String> columns = table.columns().stream().map(Table.Column::title).toList();
        return table.rows().get(row).get(columns.indexOf(column));
    }

    private List<String> references(Person reader) {
        return register.seenBy(reader, NOW).stream()
                .map(breach -> breach.incident().reference())
                .toList();
    }

    private String stored(UnaryOperator<Incident> change) {
        return stored("yes", change);
    }

    private String stored(String personalData, UnaryOperator<Incident> change) {
        String draft = "draft-" + java.util.UUID.randomUUID();
        Function<String, Incident> made =
                reference -> change.apply(lostLaptop(reference, draft, REPORTER, personalData, REPORTED));
        return incidents.report(draft, 2026, made).reference();
    }

    private static Appointment appointment(String role, Person person) {
        return new Appointment(role, role, null, person, null, null, null, List.of(), List.of());
    }

    private record Appointed(List<Appointment> all) implements Appointments {
        @Override
        public Optional<Appointment> find(String id) {
            return all.stream().filter(a -> a.id().equals(id)).findFirst();
        }

        @Override
        public boolean add(Appointment appointment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Appointment> change(String id, UnaryOperator<Appointment> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
