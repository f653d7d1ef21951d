package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A desk's channel, or its team, goes away; or Teams lets Beadle no longer write there. */
class DeskLossesTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Person ALEX = new Person("alex", "Alex Marsh");

    private final AtomicReference<Instant> now = new AtomicReference<>(SomeIncidents.NOON.plusSeconds(1));
    private final RecordingConversations teams = new RecordingConversations();
    private final Incidents incidents;
    private final Notices notices;
    private final Desks desks;
    private final OutboxRelay relay;
    private final DeskLosses losses;
    private final DeskChannel channel;

    DeskLossesTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        incidents = StoredIncidents.in(mongo).incidents();
        notices = StoredNotices.in(mongo);
        desks = StoredDesks.in(mongo);
        relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
        losses = TestRelays.losses(notices, desks, teams, CARDS, now::get);
        channel = new DeskChannel(desks, teams, teams, losses);
    }

    @BeforeEach
    void anAdministratorWhoHasWrittenToBeadle() {
        teams.save(new Address(
                "admins-chat", Scope.PERSONAL, "https://teams.example", "28:beadle", "t", "29:admin", "admin", null));
    }

    @Test
    void aDeskThatWasDeletedIsTheHealthsAndAlertsWaitForAnother() {
        desk("main", "security", null);
        teams.delete("security");
        losses.gone("security");
        String reference = report();
        deliver();
        assertThat(shown("security")).isEmpty();
        Health health = health();
        assertThat(health.getStatus()).isEqualTo(OutboxHealthIndicator.DEGRADED);
        assertThat(health.getDetails())
                .containsEntry("desks", 0)
                .containsEntry("lost", List.of("main"))
                .containsEntry("waiting", 1L);

        desk("main", "other", null);
        deliver();
        assertThat(shown("other")).singleElement().asString().contains(reference);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("lost", List.of());
    }

    @Test
    void aTeamTakesItsChannelsWithIt() {
        desk("main", "security", "team-1");
        desk("low", "other", "team-2");
        losses.gone("team-2");
        assertThat(desks.find("low").orElseThrow().isLost()).isTrue();
        assertThat(desks.current()).isPresent();
        losses.gone("team-1");
        assertThat(desks.current()).isEmpty();
    }

    @Test
    void theAdministratorsAreToldOnceHoweverOftenItIsLost() {
        desk("main", "security", null);
        losses.gone("security");
        losses.gone("security");
        deliver();
        assertThat(shown("admins-chat"))
                .singleElement()
                .asString()
                .contains("\"Security desk\"", "nobody is alerted there", "\"@Beadle desk\"");
        assertThat(losses.sweep(now.get())).isOne();
        losses.gone("security");
        deliver();
        assertThat(shown("admins-chat")).hasSize(1);

        desk("main", "other", null);
        losses.gone("other");
        deliver();
        assertThat(shown("admins-chat")).as("another desk, lost for itself").hasSize(2);
    }

    @Test
    void anAdministratorWhoNeverWroteHoldsNothingUp() {
        teams.delete("admins-chat");
        desk("main", "security", null);
        losses.gone("security");
        deliver();
        assertThat(desks.current()).isEmpty();
        assertThat(teams.calls()).isEmpty();
    }

    @Test
    void aConversationThatIsNoDeskIsNoLoss() {
        desk("main", "security", null);
        losses.gone("tearoom");
        assertThat(desks.current()).isPresent();
    }

    @Test
    void whatIsForALostDeskGoesToTheMainOne() {
        desk("main", "security", null);
        assertThat(channel.isSet("low")).isTrue();
        assertThat(post("low").conversation()).as("no channel chosen").isEqualTo("security");
        desk("low", "phishing", null);
        DeskPost standing = post("low");
        assertThat(standing.conversation()).isEqualTo("phishing");

        losses.gone("phishing");
        assertThat(post("low").conversation()).isEqualTo("security");
        deliver();
        assertThat(shown("admins-chat"))
                .singleElement()
                .asString()
                .contains("\"Low severity\"", "go to the main channel", "\"@Beadle desk low\"");
    }

    @Test
    void aPostThatIsRefusedForGoodLosesTheDeskAndGoesToTheMainOneAtOnce() {
        desk("main", "security", null);
        desk("low", "phishing", null);
        DeskPost standing = post("low");
        for (int status : List.of(403, 404)) {
            desk("low", "phishing", null);
            refuseIn("phishing", status);
            assertThat(channel.show("low", standing, Message.text("news")).conversation())
                    .isEqualTo("security");
            assertThat(desks.find("low").orElseThrow().isLost()).isTrue();
        }
        assertThat(health().getDetails()).containsEntry("lost", List.of("low")).containsEntry("desks", 1);
        assertThat(health().getStatus()).isEqualTo(OutboxHealthIndicator.DEGRADED);
    }

    @Test
    void aPostThatIsRefusedForNowLosesNothing() {
        desk("main", "security", null);
        report();
        teams.refuseAll(503);
        deliver();
        assertThat(desks.current()).isPresent();
        teams.refuseAll(413);
        now.updateAndGet(instant -> instant.plusSeconds(60));
        deliver();
        assertThat(desks.current()).isPresent();
    }

    @Test
    void aMainDeskThatLetsBeadleInAgainIsRegainedByItself() {
        desk("main", "security", null);
        String reference = report();
        refuseIn("security", 403);
        teams.roster(new DeliveryException(403, RecordingConversations.REFUSED));
        deliver();
        assertThat(desks.current()).isEmpty();
        assertThat(losses.sweep(now.get())).isZero();

        teams.allowAll();
        teams.roster((DeliveryException) null);
        assertThat(losses.sweep(now.get())).isOne();
        now.updateAndGet(instant -> instant.plusSeconds(60));
        deliver();
        assertThat(shown("security")).singleElement().asString().contains(reference);
        assertThat(losses.sweep(now.get())).isZero();
    }

    @Test
    void aDeskWhoseAddressIsGoneIsNotAskedFor() {
        desk("main", "security", null);
        teams.delete("security");
        losses.gone("security");
        assertThat(losses.sweep(now.get())).isZero();
    }

    @Test
    void aDeskThatTheContentNoLongerNamesIsNobodysLoss() {
        desk("main", "security", null);
        desk("high", "spare", null);
        losses.gone("spare");
        deliver();
        assertThat(shown("admins-chat")).isEmpty();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    private void desk(String id, String conversation, @Nullable String team) {
        teams.met(conversation, Scope.CHANNEL);
        now.updateAndGet(instant -> instant.plusMillis(1));
        desks.set(Desk.of(id, conversation, team, ALEX, now.get()));
    }

    private void refuseIn(String conversation, int status) {
        teams.on(call -> call.conversation().equals(conversation)
                ? Optional.of(new DeliveryException(status, RecordingConversations.REFUSED))
                : Optional.empty());
    }

    private DeskPost post(String desk) {
        return channel.show(desk, null, Message.text("alert"));
    }

    private String report() {
        return incidents
                .report("draft-" + now.get(), 2026, SomeIncidents::lostPhone)
                .reference();
    }

    private void deliver() {
        while (TestRelays.deliverDue(relay) > 0) {
            // what was put meanwhile
        }
    }

    private Health health() {
        return new OutboxHealthIndicator(
                        incidents, notices, desks, CARDS.content().routes(), now::get)
                .health();
    }

    private List<String> shown(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }
}
