package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.DeskCards;
import io.beadle.card.TestCards;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.SomePolicies;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Administrators;
import io.beadle.people.OneTimeCode;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.people.StoredAppointments;
import io.beadle.people.mongo.StoredCode;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A desk at work: the channel "desk", the real stores, a few policies, and a clock that the test moves. */
final class SomeDesk {
    static final TestCards CARDS = TestCards.bundled();
    static final Person ALEX = new Person("alex", "Alex Marsh");
    static final Person PRIYA = new Person("priya", "Priya Nair");

    final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    final RecordingConversations teams = new RecordingConversations();
    final Address channel = teams.met("desk", Scope.CHANNEL);
    final Address tearoom = teams.met("tearoom", Scope.CHANNEL);
    final Address sam = teams.met("sam", Scope.PERSONAL);
    final SomePolicies policies = new SomePolicies();
    final MongoTemplate mongo = SharedStore.newDatabase();
    final AskedQuestions asked;
    final CuratedAnswers curated;
    final Incidents incidents;
    final OneTimeCode code;
    final Notices notices;
    final Desks desks;
    final OutboxRelay relay;
    final StoredAppointments appointments = new StoredAppointments();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final DeskRights rights;
    final Curating curating;
    final EnquiryNotices enquiries;
    final Answering answering;
    final DeskCards cards = DeskCards.of(CARDS);

    SomeDesk() {
        StoredQuestions questions = StoredQuestions.in(mongo);
        asked = questions.asked();
        curated = questions.curated();
        notices = StoredNotices.in(mongo);
        desks = StoredDesks.in(mongo);
        desks.set(new Desk("desk", ALEX, now.get()));
        code = StoredCode.in(mongo);
        incidents = StoredIncidents.in(mongo).incidents();
        relay = TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
        rights = new DeskRights(
                desks, administrators(Set.of("alex")), own(administrators(Set.of("alex"))), CARDS.messages());
        curating = new Curating(curated, rights, policies, policies, cards.curated(), now::get, TestCards.LONDON);
        enquiries = new EnquiryNotices(notices, policies, curated, cards.enquiry(), now::get);
        answering = new Answering(asked, rights, enquiries, curating, CARDS.messages(), CARDS.times(), now::get);
    }

    /** Nobody is named: then everybody is one, as in local mode. */
    Administrators administrators(Set<String> named) {
        return new Administrators(named, named.isEmpty(), code);
    }

    OwnPeople own(Administrators administrators) {
        return new OwnPeople(
                administrators,
                new RoleHolders(CARDS.content().roles(), appointments),
                new HeldAccounts(incidents),
                new DeskMembers(desks, teams, teams, now::get),
                CARDS.messages(),
                now::get,
                meters);
    }

    /** Sam asks; of an event if {@code type} says so. */
    AskedQuestion ask(String key, String text, Outcome outcome, @Nullable String type) {
        AskedQuestion question = AskedQuestion.of(
                key,
                now.get(),
                text,
                text,
                outcome,
                List.of("p-1", "p-2"),
                type,
                new Asker("sam", "Sam Oyelaran", "29:sam", "sam", "sam"),
                "activity-" + key);
        asked.keep(question);
        return question;
    }

    /** Sam asks, and sends it to the desk, where it is posted. */
    AskedQuestion send(String key, String text) {
        ask(key, text, Outcome.NOT_FOUND, null);
        AskedQuestion sent = asked.change(key, question -> question.enquire(text, null, now.get()))
                .orElseThrow();
        enquiries.tell(sent);
        deliver();
        return sent;
    }

    Reply answer(Person by, Address in, String key, Map<String, String> inputs) {
        Reply reply = answering.answer(new CardAction.AnswerEnquiry(key, inputs), turn(by, in));
        deliver();
        return reply;
    }

    static Turn turn(Person person, Address in) {
        return new Turn(person, "29:" + person.id(), in, in.conversation(), "", "card-1");
    }

    void deliver() {
        while (TestRelays.deliverDue(relay) > 0) {
            // news may have come meanwhile
        }
    }

    void after(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** What a conversation shows now, each as its card or text. */
    List<String> shown(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    static String card(Reply reply) {
        return switch (reply) {
            case Reply.Show show -> String.valueOf(show.card().json());
            case Reply.ShowPresser show -> String.valueOf(show.card().json());
            case Reply.Tell tell -> "told: " + tell.text();
        };
    }
}
