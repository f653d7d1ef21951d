package io.beadle.notification;

import static io.beadle.people.SomePeople.appointed;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Severity;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredPaces;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Throttles;
import io.beadle.teams.Throttling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaceTests {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration TENTH = Duration.ofMillis(100);

    private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    private final List<Instant> sent = new ArrayList<>();

    static Stream<Paces> paces() {
        return Stream.of(new OwnPaces(), StoredPaces.in(SharedStore.newDatabase()));
    }

    @ParameterizedTest
    @MethodSource("paces")
    void whoeverSendsAllTheyMayPassesNoLimitInAnyStretch(Paces paces) {
        while (now.get().isBefore(NINE.plus(Duration.ofMinutes(3)))) {
            if (paces.take("desk", Place.TAKEN, now.get())) {
                sent.add(now.get());
            } else {
                now.updateAndGet(at -> at.plus(TENTH));
            }
        }
        assertThat(Windows.passed(sent)).isEmpty();
        assertThat(sent).as("and not much less than is allowed").hasSizeBetween(300, 420);
        assertThat(paces.take("another desk", Place.TAKEN, now.get())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("paces")
    void anHourTakesEighteenHundredAndForgetsThem(Paces paces) {
        IntStream.range(0, 1_800)
                .forEach(i -> assertThat(paces.take("desk", Place.TAKEN, NINE.plusMillis(i * 1_900L)))
                        .isTrue());
        Instant end = NINE.plusMillis(1_800 * 1_900L);
        assertThat(paces.take("desk", Place.TAKEN, end)).isFalse();
        assertThat(paces.take("desk", Place.TAKEN, NINE.plus(Paces.LONGEST))).isTrue();
    }

    @Test
    void whatIsNotUrgentLeavesRoomForWhatIs() {
        Pace pace = pace(new OwnPaces());
        Place low = Place.channel("desk", false);
        while (pace.isFree(low)) {
            assertThat(pace.take(low)).isTrue();
        }
        assertThat(pace.take(low)).isFalse();
        assertThat(pace.take(Place.channel("desk", true))).isTrue();
        assertThat(pace.take(Place.channel("desk", true))).isTrue();
    }

    @Test
    void allConversationsTogetherAreNotSentMoreThanTheTenantTakes() {
        Pace pace = pace(new OwnPaces());
        long taken = IntStream.range(0, 100)
                .filter(i -> pace.take(Place.person("chat-" + i, true)))
                .count();
        assertThat(taken).isEqualTo(20);
        assertThat(pace.hasRoom(true)).isFalse();
        assertThat(pace.take(Place.people())).isFalse();
        now.updateAndGet(at -> at.plusSeconds(1));
        assertThat(pace.hasRoom(false)).isTrue();
        assertThat(pace.take(Place.people())).isTrue();
    }

    @Test
    void aClockThatIsSetBackHoldsUpNothing() {
        Pace pace = pace(new OwnPaces());
        while (pace.isFree(Place.channel("desk", true))) {
            pace.take(Place.channel("desk", true));
        }
        now.updateAndGet(at -> at.minus(Duration.ofDays(400)));
        assertThat(pace.take(Place.channel("desk", true))).isTrue();
    }

    @Test
    void severalRelaysOnOneStoreTogetherKeepTheLimitsAndTellTheSeverestFirst() {
        Council council = new Council();
        council.teams.met("low", Scope.CHANNEL);
        council.relay.stop();
        for (int i = 0; i < 40; i++) {
            reported(council, i < 30 ? Severity.MEDIUM : Severity.HIGH);
        }
        Paces shared = StoredPaces.in(SharedStore.newDatabase());
        List<String> posted = new ArrayList<>();
        council.teams.on(call -> {
            if (call.conversation().equals("desk")) {
                sent.add(now.get());
                posted.add(call.text());
            }
            return Optional.empty();
        });
        List<OutboxRelay> relays =
                Stream.generate(() -> council.paced(pace(shared))).limit(3).toList();
        while (posted.size() < 40) {
            assertThat(now.get()).isBefore(NINE.plus(Duration.ofMinutes(2)));
            relays.forEach(TestRelays::deliverDue);
            now.updateAndGet(at -> at.plus(TENTH));
        }
        assertThat(Windows.passed(sent)).isEmpty();
        assertThat(posted.subList(0, 10)).allMatch(card -> card.contains("High"));
        assertThat(posted.subList(10, 40)).noneMatch(card -> card.contains("High"));
    }

    @Test
    void whatComesInBetweenIsToldBeforeWhatWaits() {
        Council council = new Council();
        for (int i = 0; i < 30; i++) {
            reported(council, Severity.MEDIUM);
        }
        OutboxRelay relay = council.paced(pace(new OwnPaces()));
        TestRelays.deliverDue(relay);
        assertThat(council.told("desk")).isNotEmpty().hasSizeLessThan(8);
        String laptop = reported(council, Severity.HIGH);
        TestRelays.deliverDue(relay);
        assertThat(council.told("desk").getLast()).contains(laptop);
    }

    @Test
    void whatTeamsAsksToLeaveAloneIsLeftAloneWhateverIsToBeToldThere() {
        Council council = new Council();
        Throttles throttles = new Throttles();
        OutboxRelay relay = council.paced(new Pace(new OwnPaces(), new OwnPaces(), throttles, now::get));
        Throttling.hold(throttles, "desk;messageid=1", NINE.plusSeconds(12));
        reported(council, Severity.HIGH);
        assertThat(TestRelays.deliverDue(relay)).isZero();
        now.updateAndGet(at -> at.plusSeconds(12));
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
    }

    @Test
    void whoeverIsLeftAloneHoldsUpNobodyElseOfTheSameIncident() {
        Council council = new Council(appointed("nominated", "Ann"), appointed("nominated", "Bob"));
        Throttles throttles = new Throttles();
        OutboxRelay relay = council.paced(new Pace(new OwnPaces(), new OwnPaces(), throttles, now::get));
        Throttling.hold(throttles, "ann", NINE.plusSeconds(12));
        reported(council, Severity.HIGH);
        deliverAll(relay);
        assertThat(council.told("bob")).hasSize(1);
        assertThat(council.told("ann")).isEmpty();
        now.updateAndGet(at -> at.plusSeconds(12));
        deliverAll(relay);
        assertThat(council.told("ann")).hasSize(1);
        assertThat(council.told("bob")).hasSize(1);
    }

    private static void deliverAll(OutboxRelay relay) {
        while (TestRelays.deliverDue(relay) > 0) {
            // until nothing is due
        }
    }

    private Pace pace(Paces shared) {
        return new Pace(shared, new OwnPaces(), new Throttles(), now::get);
    }

    private static String reported(Council council, Severity severity) {
        return council.stored("lost-device", severity).reference();
    }
}
