package io.beadle.notification;

import io.beadle.card.PersonAlertText;
import io.beadle.content.Contacts;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Confidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.mail.Letter;
import io.beadle.mail.Mail;
import io.beadle.mail.MailRefusedException;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of an incident for which too few people can be reached (G17): the administrators in person, and the security team's
 * mailbox. Of a restricted one (G10) only the administrators, who do not read which it is or what it is about.
 */
@Component
final class AlarmCourier implements Courier {
    private static final Logger log = LoggerFactory.getLogger(AlarmCourier.class);

    private final Incidents incidents;
    private final AdministratorNotices administrators;
    private final Confidence confidence;
    private final Mail mail;
    private final Contacts contacts;
    private final PersonAlertText text;
    private final InstantSource clock;

    AlarmCourier(
            Incidents incidents,
            AdministratorNotices administrators,
            Confidence confidence,
            Mail mail,
            Contacts contacts,
            PersonAlertText text,
            InstantSource clock) {
        this.incidents = incidents;
        this.administrators = administrators;
        this.confidence = confidence;
        this.mail = mail;
        this.contacts = contacts;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public OutboxMessage.Kind kind() {
        return OutboxMessage.Kind.ALARM;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        return Optional.empty();
    }

    @Override
    public void tell(Claimed claimed) {
        Incident incident = claimed.incident();
        boolean restricted = new CaseFile(incident).isRestricted();
        Instant now = clock.instant();
        int told = administrators.tell(
                "too-few-" + incident.reference(),
                Message.text(restricted ? text.marked(incident, text.tooFewSecret(incident)) : text.tooFew(incident)),
                person -> !confidence.isExcluded(person, incident, now),
                now);
        log.warn("too few people reached incident={} administrators={}", incident.reference(), told);
        String mailbox = contacts.securityTeam().email();
        if (!restricted && mail.isConfigured() && mailbox != null) {
            write(mailbox, incident);
        }
        incidents.change(incident.reference(), i -> i.told(claimed.message(), claimed.claim(), now));
    }

    private void write(String mailbox, Incident incident) {
        try {
            mail.send(new Letter(List.of(mailbox), text.tooFewSubject(incident), text.tooFewLetter(incident)));
        } catch (MailRefusedException e) {
            if (!e.isFinal()) {
                throw new DeliveryException(0, "MailServer");
            }
            log.warn("security team's mailbox refused incident={} code={}", incident.reference(), e.code());
        }
    }
}
