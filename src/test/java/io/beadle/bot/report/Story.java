package io.beadle.bot.report;

import io.beadle.bot.report.words.SaidInWords;
import io.beadle.bot.turn.CardUpdates;
import io.beadle.card.Card;
import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incidents;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.notification.Desks;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.people.Person;
import io.beadle.teams.RecordingConversations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A reporter, the store and the dialogue, with a clock that stands at 14:17 on a Saturday until it is moved. */
final class Story {
    static final Person PAT = new Person("pat", "Pat Reporter");
    static final TestCards CARDS = TestCards.bundled();

    /** What Pat answers on each step of a lost device's report. */
    static final List<Map<String, String>> ANSWERS = List.of(
            Map.of(
                    "danger", "no",
                    "what", "phone",
                    "where", "The 08:12 train",
                    "happened-date", "2026-11-21",
                    "happened-time", "08:12"),
            Map.of(
                    "personal-data", "yes",
                    "locked", "encrypted",
                    "how", "lost",
                    "noticed-date", "2026-11-21",
                    "noticed-time", "09:00"),
            Map.of(
                    "people", "tens",
                    "categories", "health,money",
                    "where-now", "On the train",
                    "system", "E-mail",
                    "asset-tag", "not known"),
            Map.of("circumstances", "I left it on the seat.", "contact", "01632 960123"));

    static final ReporterChat CHAT = new ReporterChat("29:pat", "chat-of-pat");

    final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    final RecordingConversations teams = new RecordingConversations();
    final CardUpdates updates = new CardUpdates(teams);
    final Incidents incidents;
    final Drafts drafts;
    final Desks desks;
    final ReportType lost = CARDS.type("lost-device");

    Story(MongoTemplate mongo) {
        StoredIncidents stored = StoredIncidents.in(mongo);
        incidents = stored.incidents();
        drafts = stored.drafts();
        desks = StoredDesks.in(mongo);
        updates.start();
    }

    /** A dialogue of its own, as another instance or a restarted one has it. */
    ReportDialogue dialogue() {
        return dialogue(drafts);
    }

    ReportDialogue dialogue(Drafts through) {
        AnswerRules rules = new AnswerRules(CARDS.messages(), TestCards.LONDON);
        return new ReportDialogue(
                through,
                incidents,
                CARDS.types(),
                new Reports(rules, CARDS.times(), CARDS.messages()),
                rules,
                CARDS.report(),
                CARDS.simple(),
                CARDS.offer(),
                desks,
                TestRelays.relay(incidents, desks, teams, CARDS, now::get),
                now::get,
                TestCards.LONDON,
                CARDS.content().duties());
    }

    /** Pat's reports once they are sent. */
    OwnReports ownReports() {
        AnswerRules rules = new AnswerRules(CARDS.messages(), TestCards.LONDON);
        return new OwnReports(
                incidents,
                CARDS.types(),
                CARDS.content().duties(),
                new LaterAnswers(rules, new Reports(rules, CARDS.times(), CARDS.messages()), CARDS.messages()),
                CARDS.myReport(),
                TestRelays.relay(incidents, desks, teams, CARDS, now::get),
                CARDS.messages(),
                now::get);
    }

    Reporting reporting() {
        return new Reporting(
                dialogue(),
                CARDS.types(),
                incidents,
                teams,
                teams,
                updates,
                CARDS.simple(),
                CARDS.mine(),
                CARDS.messages(),
                CARDS.phrases(),
                new SaidInWords(CARDS.types(), now::get, TestCards.LONDON),
                now::get);
    }

    /** Waits until every card shows what it was told to show. */
    void settle() {
        updates.stop();
        updates.start();
    }

    /** Pat's draft with the first steps answered. */
    Draft answered(int steps) {
        ReportDialogue dialogue = dialogue();
        Draft draft = dialogue.begin(PAT, lost, Map.of());
        for (int step = 0; step < steps; step++) {
            dialogue.next(PAT, draft.id(), step, ANSWERS.get(step));
        }
        return drafts.find(draft.id()).orElseThrow();
    }

    static String text(Card card) {
        return card.summary() + card.json();
    }
}
