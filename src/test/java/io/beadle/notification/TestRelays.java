package io.beadle.notification;

import io.beadle.card.PersonCards;
import io.beadle.card.TestCards;
import io.beadle.content.BundledContent;
import io.beadle.incident.Confidence;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.Recipients;
import io.beadle.incident.RoleRecipients;
import io.beadle.mail.Mail;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredCards;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Administrators;
import io.beadle.people.Appointments;
import io.beadle.people.RoleHolders;
import io.beadle.people.StoredAppointments;
import io.beadle.people.mongo.StoredCode;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.Throttles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Relays that a test drives by hand. */
public final class TestRelays {
    private TestRelays() {}

    /** Where nobody holds a role and there is no mail server. */
    public static OutboxRelay relay(
            Incidents incidents,
            Notices notices,
            Desks desks,
            RecordingConversations teams,
            TestCards cards,
            InstantSource clock) {
        return relay(incidents, notices, desks, teams, cards, new StoredAppointments(), new RecordedMail(), clock);
    }

    /** One that hears nothing of what is put into the outboxes, and need not wait for Teams' limits. */
    public static OutboxRelay relay(
            Incidents incidents,
            Notices notices,
            Desks desks,
            RecordingConversations teams,
            TestCards cards,
            Appointments appointments,
            Mail mail,
            InstantSource clock) {
        OutboxNumber number = StoredNotices.number(SharedStore.newDatabase());
        return relay(
                incidents,
                notices,
                desks,
                teams,
                cards,
                appointments,
                mail,
                Unhurried.pace(new Throttles()),
                new OutboxBell(),
                number,
                clock);
    }

    static OutboxRelay relay(
            Incidents incidents,
            Notices notices,
            Desks desks,
            RecordingConversations teams,
            TestCards cards,
            Appointments appointments,
            Mail mail,
            Pace pace,
            OutboxBell bell,
            OutboxNumber number,
            InstantSource clock) {
        Confidence confidence = confidence(cards, appointments);
        PersonCards people = PersonCards.of(cards, confidence);
        CardsInPerson standing = StoredCards.in(SharedStore.newDatabase());
        DeskChannel desk = new DeskChannel(desks, teams, teams, losses(notices, desks, teams, cards, clock));
        return new OutboxRelay(
                incidents,
                new ClearingCourier(incidents, desk, people.cleared(), clock),
                new DeskCourier(incidents, desk, cards.alert(), clock),
                new PersonCourier(
                        incidents,
                        new ChatsInPerson(teams, teams, desks),
                        teams,
                        mail,
                        confidence,
                        people.alert(),
                        new PersonLetters(people.text()),
                        standing,
                        clock),
                new CardsInPersonCourier(
                        incidents, standing, teams, teams, confidence, people.alert(), people.cleared(), clock),
                new EverybodyCourier(incidents, teams, notices, confidence, people.warning(), clock),
                new AlarmCourier(
                        incidents,
                        administrators(notices, teams),
                        confidence,
                        mail,
                        cards.content().contacts(),
                        people.text(),
                        clock),
                new ReporterCourier(incidents, teams, teams, cards.news(), clock),
                new NoticeOutbox(notices, desk, teams, teams, new ChatsInPerson(teams, teams, desks), mail, clock),
                desk,
                pace,
                new OutboxMeters(new SimpleMeterRegistry(), incidents, notices, desks),
                bell,
                new OutboxWatch(bell, number),
                clock);
    }

    public static Confidence confidence(TestCards cards, Appointments appointments) {
        return new Confidence(
                new RoleHolders(cards.content().roles(), appointments),
                cards.content().roles(),
                cards.content().routes(),
                cards.content().assets(),
                cards.content().acts(),
                recipients(cards, appointments));
    }

    /** Whoever was appointed. */
    public static Recipients recipients(TestCards cards, Appointments appointments) {
        return new RoleRecipients(new RoleHolders(cards.content().roles(), appointments));
    }

    static DeskLosses losses(
            Notices notices, Desks desks, RecordingConversations teams, TestCards cards, InstantSource clock) {
        return new DeskLosses(
                desks,
                teams,
                teams,
                administrators(notices, teams),
                cards.content().routes(),
                cards.messages(),
                clock);
    }

    /** One, whose id is "admin". */
    static AdministratorNotices administrators(Notices notices, RecordingConversations teams) {
        return new AdministratorNotices(
                new Administrators(Set.of("admin"), false, StoredCode.in(SharedStore.newDatabase())), teams, notices);
    }

    /** What the expiry of notices does at that time. */
    public static void expire(MongoTemplate mongo, Instant now) {
        new NoticeExpiry(
                        StoredNotices.in(mongo),
                        StoredDesks.in(mongo),
                        BundledContent.CONTENT.retention(),
                        StoredAudit.deletions(mongo))
                .sweep(now);
    }

    /** One round, as the relay's own thread does it, and the end of its deliveries; how many were begun. */
    public static int deliverDue(OutboxRelay relay) {
        int begun = relay.beginDue();
        if (!relay.awaitDeliveries(Duration.ofSeconds(10))) {
            throw new AssertionError("A delivery does not end");
        }
        return begun;
    }
}
