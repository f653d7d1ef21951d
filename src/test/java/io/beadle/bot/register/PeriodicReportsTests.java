package io.beadle.bot.register;

import static io.beadle.register.SomeIncidents.nothing;
import static io.beadle.register.SomeIncidents.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.FindingCards;
import io.beadle.card.TestCards;
import io.beadle.content.Routes;
import io.beadle.content.WorkingHours;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.RoleHolders;
import io.beadle.people.SomePeople;
import io.beadle.people.StoredAppointments;
import io.beadle.register.Lessons;
import io.beadle.register.PublicReport;
import io.beadle.register.SomeIncidents;
import io.beadle.register.Statistics;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The report of a quarter and of the council's year comes by itself. */
class PeriodicReportsTests {
    private static final TestCards CARDS = TestCards.bundled();

    private final AtomicReference<Instant> now = new AtomicReference<>(at("2026-10-01T08:59"));
    private final RecordingConversations teams = new RecordingConversations();
    private final Address channel = teams.met("desk", Address.Scope.CHANNEL);
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Incidents incidents = StoredIncidents.in(mongo).incidents();
    private final Notices notices = StoredNotices.in(mongo);
    private final Desks desks = StoredDesks.in(mongo);
    private final OutboxRelay relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);

    @Test
    void theQuarterIsToldAtTheDeskOnTheFirstWorkingDayAfterOnceByHoweverManyInstances() {
        stored(incidents, 21, "lost-device", "2026-08-05T10:00:00Z", nothing());
        stored(incidents, 3, "near-miss", "2026-09-05T10:00:00Z", nothing());
        stored(incidents, 7, "address-disclosed", "2026-09-05T10:00:00Z", nothing());
        PeriodicReports one = reports();
        assertThat(one.sweep(now.get())).as("before work begins").isZero();
        now.set(at("2026-10-01T09:00"));
        assertThat(one.sweep(now.get()) + reports().sweep(now.get())).isEqualTo(1);
        assertThat(one.sweep(now.get())).isZero();
        assertThat(shownIn("desk"))
                .singleElement()
                .asString()
                .contains("July to September 2026", "title=Reported, value=24", "stretch=2026-07-01/2026-10-01")
                .doesNotContain("value=31", "INC-");
    }

    @Test
    void afterAWeekendAndABankHolidayItIsTheTuesday() {
        // the first of April is Easter Sunday then
        stored(incidents, 6, "lost-device", "2029-03-05T10:00:00Z", nothing());
        assertThat(reports().sweep(at("2029-04-02T12:00"))).as("Easter Monday").isZero();
        assertThat(reports().sweep(at("2029-04-03T09:00")))
                .as("a quarter and the year April to March")
                .isEqualTo(2);
    }

    @Test
    void afterTwoWeeksWithoutBeadleItIsNoNewsAndOfATimeBeforeThereWasOneThereIsNone() {
        assertThat(reports().sweep(at("2026-10-01T09:00")))
                .as("nothing was ever reported")
                .isZero();
        stored(incidents, 6, "lost-device", "2026-08-05T10:00:00Z", nothing());
        assertThat(reports().sweep(at("2026-10-15T09:00"))).isZero();
        assertThat(reports().sweep(at("2026-10-14T09:00"))).isEqualTo(1);
    }

    @Test
    void whomTheRoutesNameIsToldInPersonAndTheDeskIsNot() {
        stored(incidents, 6, "lost-device", "2026-08-05T10:00:00Z", nothing());
        Address chat = teams.metInPerson(SomePeople.named("Mara").id());
        now.set(at("2026-10-01T09:00"));
        PeriodicReports reports = reports(
                List.of("manager"),
                new RoleHolders(
                        CARDS.content().roles(), new StoredAppointments(SomePeople.appointed("manager", "Mara"))));
        assertThat(reports.sweep(now.get())).isEqualTo(1);
        assertThat(reports.sweep(now.get())).isZero();
        assertThat(shownIn(chat.conversation()))
                .singleElement()
                .asString()
                .contains("July to September 2026", "figures.export");
        assertThat(shownIn("desk")).isEmpty();
    }

    @Test
    void whereNobodyIsReachedWhomTheRoutesNameTheDeskIs() {
        stored(incidents, 6, "lost-device", "2026-08-05T10:00:00Z", nothing());
        now.set(at("2026-10-01T09:00"));
        assertThat(reports(List.of("manager"), nobody()).sweep(now.get())).isEqualTo(1);
        assertThat(shownIn("desk")).hasSize(1);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TestCards.LONDON).toInstant();
    }

    private static RoleHolders nobody() {
        return new RoleHolders(CARDS.content().roles(), new StoredAppointments());
    }

    private PeriodicReports reports() {
        return reports(List.of(), nobody());
    }

    private PeriodicReports reports(List<String> roles, RoleHolders holders) {
        return new PeriodicReports(
                new Statistics(
                        incidents,
                        StoredQuestions.in(mongo).asked(),
                        CARDS.content().reportTypes(),
                        new Lessons(CARDS.content().acts()),
                        CARDS.content().duties(),
                        TestCards.LONDON),
                new PublicReport(CARDS.messages()),
                FindingCards.publish(CARDS),
                new Routes(List.of(), List.of(), Map.of(), Routes.Waves.USUAL, roles),
                holders,
                teams,
                notices,
                new WorkingHours(CARDS.content().duties().workingHours(), TestCards.LONDON),
                TestCards.LONDON);
    }

    private List<String> shownIn(String conversation) {
        if (desks.current().isEmpty()) {
            desks.set(new Desk(channel.conversation(), SomeIncidents.PRIYA, now.get()));
        }
        while (TestRelays.deliverDue(relay) > 0) {
            // news may have come meanwhile
        }
        return teams.shownIn(conversation).stream()
                .map(Call::text)
                .filter(text -> text.contains("Information security incidents"))
                .toList();
    }
}
