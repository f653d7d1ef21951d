package io.beadle.notification;

import io.beadle.card.TestCards;
import io.beadle.card.WaveCards;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.Recipients;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.Waves;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.incident.mongo.StoredWaves;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.StoredAppointments;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A council on the bundled content: people in roles, a desk, a relay and a clock that a test drives by hand. */
final class Council {
    static final TestCards CARDS = TestCards.bundled();
    static final Person PAT = new Person("pat", "Pat Reporter");

    /** A Monday in London: 10:00. */
    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
    final RecordingConversations teams = new RecordingConversations();
    final RecordedMail mail = new RecordedMail();
    final StoredAppointments appointments;
    final Obligations obligations;
    final Incidents incidents;
    final Notices notices;
    final Desks desks;
    final OutboxRelay relay;
    final DutyClock clock;

    final Waves waves;
    final WaveWatch watch;

    /** Where every report is alerted by itself. */
    Council(Appointment... appointed) {
        this(false, appointed);
    }

    /** Where further reports of a kind become a wave, as in the application. */
    static Council withWaves(Appointment... appointed) {
        return new Council(true, appointed);
    }

    private Council(boolean grouping, Appointment... appointed) {
        MongoTemplate mongo = SharedStore.newDatabase();
        appointments = new StoredAppointments(appointed);
        obligations = SomeObligations.of(CARDS.content(), TestRelays.recipients(CARDS, appointments));
        incidents = (grouping
                        ? StoredIncidents.grouping(
                                mongo, obligations, CARDS.content().routes().waves(), now::get)
                        : StoredIncidents.dutiful(mongo, obligations, now::get))
                .incidents();
        waves = StoredWaves.in(mongo);
        notices = StoredNotices.in(mongo);
        desks = StoredDesks.in(mongo);
        desk(Desk.MAIN, "desk");
        teams.roster("desk");
        Arrays.stream(appointed)
                .forEach(appointment -> teams.metInPerson(appointment.person().id()));
        relay = relay();
        clock = clock();
        watch = watch();
    }

    Recipients recipients() {
        return TestRelays.recipients(CARDS, appointments);
    }

    OutboxRelay relay() {
        return TestRelays.relay(incidents, notices, desks, teams, CARDS, appointments, mail, now::get);
    }

    /** A relay of another instance on the same store, which goes by Teams' limits. */
    OutboxRelay paced(Pace pace) {
        return TestRelays.relay(
                incidents,
                notices,
                desks,
                teams,
                CARDS,
                appointments,
                mail,
                pace,
                new OutboxBell(),
                StoredNotices.number(SharedStore.newDatabase()),
                now::get);
    }

    WaveWatch watch() {
        return new WaveWatch(
                waves, incidents, notices, WaveCards.of(CARDS), CARDS.content().routes());
    }

    DutyClock clock() {
        return new DutyClock(incidents, obligations);
    }

    void desk(String id, String conversation) {
        teams.met(conversation, Scope.CHANNEL);
        desks.set(Desk.of(id, conversation, null, PAT, now.get()));
    }

    /** Refuses what is written to one conversation. */
    void refuse(String conversation, int status, String code) {
        teams.on(call -> call.conversation().equals(conversation)
                ? Optional.of(new DeliveryException(status, code))
                : Optional.empty());
    }

    /** A work phone is missing, and nothing of anybody else on it. */
    String report(Severity severity) {
        return report("lost-device", severity, Set.of());
    }

    String report(String type, Severity severity, Set<String> flags, Answer... more) {
        String reference = stored(type, severity, flags, more).reference();
        deliver();
        return reference;
    }

    /** A report of which nothing was told yet. */
    Incident stored(String type, Severity severity) {
        return stored(type, severity, Set.of());
    }

    /** One of low severity that was noticed before it was reported. */
    String noticed(String type, Instant noticed, Answer... more) {
        return stored(type, Severity.LOW, Set.of(), noticed, more).reference();
    }

    Incident stored(String type, Severity severity, Set<String> flags, Answer... more) {
        return stored(type, severity, flags, null, more);
    }

    private Incident stored(
            String type, Severity severity, Set<String> flags, @Nullable Instant noticed, Answer... more) {
        String draft = UUID.randomUUID().toString();
        Report report = new Report(
                type,
                CARDS.type(type).title(),
                PAT,
                null,
                noticed,
                now.get(),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        new Answer("what", "What is missing?", "phone", "Work phone", true),
                                        new Answer("where", "Where?", "ZANZIBAR", "ZANZIBAR", false)),
                                Arrays.stream(more))
                        .toList());
        return incidents.report(
                draft,
                2026,
                r -> Incident.reported(r, draft, report, severity, Duration.ofMinutes(15))
                        .flagged(flags));
    }

    static Answer answered(String question, String value) {
        return new Answer(question, question, value, value, false);
    }

    /** The act is done as the desk does it. */
    void act(String reference, String act, Map<String, String> fields) {
        change(reference, act, fields);
        deliver();
    }

    /** The same, before anything of it is told. */
    void change(String reference, String act, Map<String, String> fields) {
        List<Answer> answers = fields.entrySet().stream()
                .map(field -> answered(field.getKey(), field.getValue()))
                .toList();
        Act done = new Act(UUID.randomUUID().toString(), act, now.get(), PAT, answers);
        incidents.change(
                reference,
                incident -> new io.beadle.incident.Acting(
                                CARDS.content().acts().find(act).orElseThrow())
                        .on(incident, done));
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        clock.sweep(now.get());
        watch.sweep(now.get());
        deliver();
    }

    void deliver() {
        while (TestRelays.deliverDue(relay) > 0) {
            // until nothing is due
        }
    }

    List<String> told(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    Incident incident(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    /** The ledger of one person, such as "manager SENT teams". */
    List<String> ledger(String reference, String person) {
        return incident(reference).ledger().stream()
                .filter(line -> line.to() != null && line.to().id().equals(person))
                .map(Council::inShort)
                .toList();
    }

    private static String inShort(Delivery line) {
        return line.role() + " " + line.state() + (line.reason() == null ? "" : " " + line.reason());
    }
}
