package io.beadle.people.mongo;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.away;
import static io.beadle.people.SomePeople.in;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.onShift;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.mongo.SharedStore;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoAppointmentsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");
    private static final Span HOUR = new Span(NOW, NOW.plusSeconds(3600));

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Appointments appointments = new MongoAppointments(mongo, InstantSource.fixed(NOW));

    @Test
    void keepsAllThatAnAppointmentHolds() {
        Appointment full = away(HOUR, onShift(HOUR, in("housing", withDeputy("Dev", appointed("on-call", "Nia")))));
        Appointment bare = appointed("dpo", "Priya");
        assertThat(appointments.add(full)).isTrue();
        assertThat(appointments.add(bare)).isTrue();
        Appointments others = new MongoAppointments(mongo, InstantSource.fixed(NOW));
        assertThat(others.find(full.id())).contains(full);
        assertThat(others.all()).containsExactlyInAnyOrder(full, bare);
    }

    @Test
    void theSameIdIsKeptOnce() {
        assertThat(appointments.add(appointed("dpo", "Priya"))).isTrue();
        assertThat(appointments.add(withDeputy("Dev", appointed("dpo", "Priya"))))
                .isFalse();
        assertThat(appointments.all()).containsExactly(appointed("dpo", "Priya"));
    }

    @Test
    void whatIsNotThereIsNeitherChangedNorRemoved() {
        assertThat(appointments.change("none", a -> withDeputy("Dev", a))).isEmpty();
        assertThat(appointments.remove("none")).isFalse();
        appointments.add(appointed("dpo", "Priya"));
        assertThat(appointments.remove("dpo-Priya")).isTrue();
        assertThat(appointments.all()).isEmpty();
    }

    @Test
    void changesAtTheSameMomentAllCount() throws Exception {
        appointments.add(appointed("on-call", "Nia"));
        List<Callable<Object>> changes = IntStream.range(0, 12)
                .<Callable<Object>>mapToObj(hour -> () -> appointments.change("on-call-Nia", a -> shift(a, hour)))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(changes)
                    .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(20)));
        }
        assertThat(appointments.find("on-call-Nia").orElseThrow().shifts()).hasSize(12);
        assertThat(appointments.find("on-call-Nia").orElseThrow().person()).isEqualTo(named("Nia"));
    }

    private static Appointment shift(Appointment of, int hour) {
        List<Span> shifts = new ArrayList<>(of.shifts());
        shifts.add(new Span(NOW.plusSeconds(3600L * hour), NOW.plusSeconds(3600L * (hour + 1))));
        return of.onShift(shifts);
    }
}
