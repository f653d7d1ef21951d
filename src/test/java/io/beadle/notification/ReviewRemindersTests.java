package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.RecordingConversations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who is reminded of what, from August 2026 on. */
class ReviewRemindersTests {
    private static final TestCards CARDS = TestCards.bundled();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-08-01T09:00:00Z"));
    private final List<RegisteredPolicy> policies = new ArrayList<>();
    private final RecordingConversations teams = new RecordingConversations();
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Notices notices = StoredNotices.in(mongo);
    private final Desks desks = StoredDesks.in(mongo);
    private final OutboxRelay relay =
            TestRelays.relay(StoredIncidents.in(mongo).incidents(), notices, desks, teams, CARDS, now::get);

    @BeforeEach
    void desk() {
        teams.met("desk", Scope.CHANNEL);
        desks.set(new Desk("desk", new Person("alex", "Alex"), now.get()));
    }

    @Test
    void theDeskIsRemindedSixtyAndThirtyDaysBeforeAndOnTheDayOnceEach() {
        policies.add(policy("Password policy", "passwords.md", LocalDate.of(2026, 10, 15)));
        assertThat(on("2026-08-15")).isEmpty();
        assertThat(on("2026-08-16"))
                .singleElement()
                .asString()
                .contains("Password policy", "15 October 2026", "Jo, jo@aldermere.example");
        assertThat(on("2026-08-16")).isEmpty();
        assertThat(on("2026-09-14")).isEmpty();
        assertThat(on("2026-09-15")).hasSize(1);
        assertThat(on("2026-10-14")).isEmpty();
        assertThat(on("2026-10-15")).hasSize(1);
        assertThat(on("2026-10-31")).isEmpty();
    }

    @Test
    void whatIsOverdueIsToldTogetherEveryMonthUntilItHasANewDate() {
        policies.add(policy("Password policy", "passwords.md", LocalDate.of(2026, 7, 15)));
        policies.add(policy("Parking policy", null, LocalDate.of(2024, 1, 31)));
        assertThat(on("2026-08-02"))
                .singleElement()
                .asString()
                .contains(
                        "2 policies are due for review",
                        "Parking policy",
                        "Overdue: was due for review by 15 July 2026");
        assertThat(on("2026-08-31")).isEmpty();
        assertThat(on("2026-09-01")).hasSize(1);
        policies.clear();
        policies.add(policy("Password policy", "passwords.md", LocalDate.of(2027, 7, 15)));
        assertThat(on("2026-10-01")).isEmpty();
    }

    @Test
    void whoWasAwayOnTheDayIsRemindedLateAndOfTheLastStepOnly() {
        policies.add(policy("Password policy", "passwords.md", LocalDate.of(2026, 8, 10)));
        assertThat(on("2026-08-12")).singleElement().asString().contains("Overdue");
    }

    @Test
    void nobodyIsRemindedAtNight() {
        policies.add(policy("Password policy", "passwords.md", LocalDate.of(2026, 8, 1)));
        now.set(Instant.parse("2026-08-01T06:59:00Z"));
        assertThat(told()).isEmpty();
        now.set(Instant.parse("2026-08-01T07:00:00Z"));
        assertThat(told()).as("8 in the morning in London").hasSize(1);
    }

    @Test
    void aPolicyThatNotEverybodyMayReadIsNotNamedInTheChannel() {
        policies.add(policy("Zebra plan", "secret.md", LocalDate.of(2026, 8, 1)));
        assertThat(on("2026-08-01"))
                .singleElement()
                .asString()
                .contains("A policy that not everybody may read", "Jo")
                .doesNotContain("Zebra", "secret");
    }

    @Test
    void manyInstancesRemindOnce() throws Exception {
        policies.add(policy("Password policy", "passwords.md", LocalDate.of(2026, 8, 1)));
        ReviewReminders reminders = reminders();
        Callable<Void> check = () -> {
            reminders.sweep(now.get());
            return null;
        };
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.invokeAll(List.of(check, check, check, check));
        }
        TestRelays.deliverDue(relay);
        assertThat(teams.shownIn("desk")).hasSize(1);
    }

    /** What the desk is newly shown on that day. */
    private List<String> on(String day) {
        now.set(Instant.parse(day + "T09:00:00Z"));
        return told();
    }

    private List<String> told() {
        int before = teams.shownIn("desk").size();
        reminders().sweep(now.get());
        TestRelays.deliverDue(relay);
        return teams.shownIn("desk").stream()
                .skip(before)
                .map(call -> String.valueOf(call.message()))
                .toList();
    }

    private ReviewReminders reminders() {
        PolicyRegister register = new PolicyRegister() {
            @Override
            public List<RegisteredPolicy> policies() {
                return policies;
            }

            @Override
            public Optional<RegisteredPolicy> ofDocument(String document) {
                return Optional.empty();
            }

            @Override
            public boolean mayRead(String document, @Nullable String asker) {
                return !document.equals("secret.md");
            }
        };
        return new ReviewReminders(register, notices, CARDS.register(), CARDS.messages(), TestCards.LONDON);
    }

    private static RegisteredPolicy policy(String name, @Nullable String document, LocalDate due) {
        return new RegisteredPolicy(name, document, "policy", "Jo", null, null, due, null, "jo@aldermere.example");
    }
}
