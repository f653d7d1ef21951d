package io.beadle.bot.report;

import io.beadle.bot.report.words.SaidInWords;
import io.beadle.bot.turn.CardUpdates;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.notification.Desks;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
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
    final MongoTemplate mongo;
    final StoredIncidents stored;
    final Incidents incidents;
    final Drafts drafts;
    final Desks desks;
    final Notices notices;
    final OutboxRelay relay;
    final ReportType lost = CARDS.type("lost-device");

    Story(MongoTemplate mongo) {
        this.mongo = mongo;
        stored = StoredIncidents.in(mongo);
        incidents = stored.incidents();
        drafts = stored.drafts();
        desks = StoredDesks.in(mongo);
        notices = StoredNotices.in(mongo);
        relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
        updates.start();
    }

    /** A dialogue of its own, as another instance or a restarted one has it. */
    ReportDialogue dialogue() {
        return dialogue(drafts);
    }

    ReportDialogue dialogue(Drafts through) {
        OpenDrafts open = open(through);
        return new ReportDialogue(
                open, sending(open), reports(), rules(), CARDS.report(), CARDS.simple(), CARDS.offer(), now::get);
    }

    OpenDrafts open() {
        return open(drafts);
    }

    private OpenDrafts open(Drafts through) {
        return new OpenDrafts(through, incidents, notices, CARDS.types(), now::get);
    }

    Sending sending(OpenDrafts open) {
        return new Sending(
                open,
                incidents,
                CARDS.types(),
                reports(),
                rules(),
                new Signing(stored.sealed(), stored.hash(), CARDS.types(), CARDS.messages()),
                CARDS.report(),
                desks,
                now::get,
                TestCards.LONDON,
                SomeObligations.of(CARDS.content()));
    }

    /** Pat's reports once they are sent. */
    OwnReports ownReports() {
        return new OwnReports(
                new OwnWords(incidents),
                new FollowUps(incidents, stored.guesses(), stored.hash(), now::get),
                CARDS.types(),
                CARDS.content().duties(),
                new LaterAnswers(rules(), reports(), CARDS.messages()),
                CARDS.myReport(),
                CARDS.messages(),
                now::get);
    }

    DraftReminders reminders() {
        return new DraftReminders(
                open(),
                drafts,
                incidents,
                notices,
                CARDS.types(),
                CARDS.simple(),
                CARDS.phrases(),
                CARDS.times(),
                CARDS.content().retention(),
                StoredAudit.deletions(mongo),
                TestCards.LONDON);
    }

    InWords inWords() {
        SaidInWords told = new SaidInWords(CARDS.types(), now::get, TestCards.LONDON);
        return new InWords(
                open(),
                sending(open()),
                CARDS.types(),
                rules(),
                new SpokenAnswers(told),
                told,
                new Intents(CARDS.types()),
                new WordsText(CARDS.types(), reports(), CARDS.messages(), CARDS.phrases()),
                CARDS.report(),
                CARDS.simple(),
                teams,
                updates,
                CARDS.messages(),
                now::get);
    }

    MissingInWords missingInWords() {
        return new MissingInWords(
                stored.facts(),
                incidents,
                new OwnWords(incidents),
                CARDS.types(),
                new LaterAnswers(rules(), reports(), CARDS.messages()),
                new SpokenAnswers(new SaidInWords(CARDS.types(), now::get, TestCards.LONDON)),
                new WordsText(CARDS.types(), reports(), CARDS.messages(), CARDS.phrases()),
                new Intents(CARDS.types()),
                CARDS.messages(),
                now::get);
    }

    MoreInWords moreInWords() {
        return new MoreInWords(
                new OwnWords(incidents),
                new LaterAnswers(rules(), reports(), CARDS.messages()),
                CARDS.messages(),
                CARDS.phrases(),
                now::get);
    }

    static Moments moments() {
        return new Moments(CARDS.messages(), CARDS.times(), TestCards.LONDON);
    }

    static AnswerRules rules() {
        return new AnswerRules(CARDS.messages(), moments(), TestCards.LONDON);
    }

    static Reports reports() {
        return new Reports(rules(), moments(), CARDS.messages());
    }

    Reporting reporting() {
        return new Reporting(
                open(),
                dialogue(),
                CARDS.types(),
                incidents,
                new PersonalChats(teams, CARDS.messages(), CARDS.phrases()),
                teams,
                updates,
                CARDS.simple(),
                CARDS.mine(),
                CARDS.messages(),
                new SaidInWords(CARDS.types(), now::get, TestCards.LONDON),
                new OnBehalf(CARDS.onBehalf(), rules(), CARDS.messages(), now::get),
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
        Draft draft = open().begin(PAT, lost, Map.of());
        open().shown(draft, new Draft.Place(CHAT.conversation(), CHAT.member(), ""));
        for (int step = 0; step < steps; step++) {
            dialogue.next(PAT, draft.id(), step, ANSWERS.get(step));
        }
        return drafts.find(draft.id()).orElseThrow();
    }

    /** Pat's report, about which an officer recorded that text. */
    Incident reportedWith(String act, String text) {
        Incident incident = sending(open()).send(answered(ANSWERS.size()), lost);
        Act done = new Act(
                act, act, now.get(), new Person("alex", "Alex"), List.of(new Answer("text", "", text, text, false)));
        return new Acting(CARDS.content().acts().find(act).orElseThrow()).on(incident, done);
    }

    /** Pat's report of a lost device, sent with two answers: the rest is missing. */
    Incident sentEarly() {
        List<Answer> answers = List.of(
                new Answer("danger", "Danger?", "no", "No", true),
                new Answer("personal-data", "Personal data?", "no", "No", true));
        Report report = new Report("lost-device", "Lost", PAT, null, null, now.get(), answers);
        return incidents.report(
                "early",
                2026,
                r -> Incident.reported(r, "early", report, Severity.MEDIUM, Duration.ofHours(1))
                        .toldTo(CHAT)
                        .lacking(LaterAnswers.missing(lost, report.values())));
    }

    /** What is answered to a message of Pat's; empty where it was not taken. */
    static List<String> taken(BiPredicate<Turn, Chat> feature, String text, Address in) {
        List<String> replies = new ArrayList<>();
        boolean taken = feature.test(new Turn(PAT, "29:pat", in, in.conversation(), text, null), message -> {
            replies.add(String.valueOf(message.text()));
            return "";
        });
        if (taken == replies.isEmpty()) {
            throw new AssertionError("taken " + taken + " and answered " + replies);
        }
        return replies;
    }

    static String text(Card card) {
        return card.summary() + card.json();
    }
}
