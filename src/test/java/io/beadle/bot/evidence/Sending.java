package io.beadle.bot.evidence;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.EvidenceCards;
import io.beadle.card.TestCards;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.WaitingFiles;
import io.beadle.incident.mongo.StoredEvidence;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desks;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Downloads;
import io.beadle.teams.LocalDownloads;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.SentFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.unit.DataSize;

/** Pat, who sends files, the real stores, and a clock that the test moves. */
final class Sending {
    static final Person PAT = new Person("pat", "Pat Sender");
    static final TestCards CARDS = TestCards.bundled();
    static final EvidenceSettings SETTINGS =
            new EvidenceSettings(List.of("sharepoint.com"), DataSize.ofKilobytes(64), Duration.ofSeconds(20), Set.of());

    final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    final MongoTemplate mongo = SharedStore.newDatabase();
    final RecordingConversations teams = new RecordingConversations();
    final Address chat = teams.met("29:pat", Scope.PERSONAL);
    final Incidents incidents;
    final Drafts drafts;
    final EvidenceFiles files;
    final WaitingFiles waiting;
    final Notices notices = StoredNotices.in(mongo);
    final OutboxRelay relay;
    final Upkeep upkeep;

    Sending() {
        StoredIncidents stored = StoredIncidents.in(mongo);
        incidents = stored.incidents();
        drafts = stored.drafts();
        StoredEvidence evidence = StoredEvidence.in(mongo, incidents);
        files = evidence.files();
        waiting = evidence.waiting();
        Desks desks = StoredDesks.in(mongo);
        relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
        upkeep = new Upkeep(
                waiting, files, drafts, incidents, CARDS.content().retention(), StoredAudit.deletions(mongo), now::get);
    }

    /** Each time a queue of its own, as another instance or a restarted one has it. */
    FileQueue queue() {
        return queue(LocalDownloads.create(), SETTINGS);
    }

    FileQueue queue(Downloads downloads, EvidenceSettings settings) {
        Fetching fetching = new Fetching(
                waiting, files, downloads, teams, new FileRules(settings), news(settings), upkeep, settings, now::get);
        return new FileQueue(waiting, fetching, upkeep, now::get);
    }

    private SenderNews news(EvidenceSettings settings) {
        return new SenderNews(notices, incidents, CARDS.messages(), CARDS.phrases(), settings, now::get);
    }

    Collecting collecting() {
        return new Collecting(
                waiting,
                new ReportsOfSender(drafts, incidents),
                new FileRules(SETTINGS),
                queue(),
                news(SETTINGS),
                EvidenceCards.of(CARDS),
                CARDS.messages(),
                CARDS.phrases(),
                now::get);
    }

    Draft draft() {
        return drafts.begin(Draft.begin("draft-1", PAT, "lost-device", Map.of(), now.get()));
    }

    /** A report of that person's that was sent. */
    Incident report(String draft, Person reporter) {
        return incidents.report(
                draft,
                2026,
                reference -> SomeIncidents.lostPhone(
                        reference, draft, reporter, now.updateAndGet(instant -> instant.plusMillis(1))));
    }

    /** What Pat is shown on sending these with that text. */
    List<String> sends(String text, SentFile... sent) {
        List<String> shown = new ArrayList<>();
        collecting().sent(List.of(sent), turn(text, chat), message -> {
            shown.add(
                    message.card() == null
                            ? String.valueOf(message.text())
                            : message.card().toString());
            return "card-1";
        });
        return shown;
    }

    Turn turn(String text, Address in) {
        return new Turn(PAT, "29:pat", in, in.conversation(), text, text.isEmpty() ? "card-1" : null);
    }

    /** Everything that is due is done, and whoever waits is told. */
    void work() {
        FileQueue queue = queue();
        work(queue);
    }

    void work(FileQueue queue) {
        while (queue.beginDue() > 0) {
            if (!queue.awaitFetches(Duration.ofSeconds(20))) {
                throw new AssertionError("A fetch does not end");
            }
        }
        upkeep.look();
        while (TestRelays.deliverDue(relay) > 0) {
            // until nothing is left to tell
        }
    }

    /** What Pat was told after the turn, in order. */
    List<String> told() {
        return teams.shownIn("chat-29:pat").stream().map(Call::text).toList();
    }

    static SentFile file(String name, String url) {
        return new SentFile(name, name.substring(name.lastIndexOf('.') + 1), url, false);
    }

    static String shown(@Nullable Reply reply) {
        return reply instanceof Reply.Show show ? show.card().json().toString() : String.valueOf(reply);
    }
}
