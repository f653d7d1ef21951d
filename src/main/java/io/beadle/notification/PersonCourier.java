package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.PersonAlertCard;
import io.beadle.incident.Confidence;
import io.beadle.incident.Delivery;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Ledger;
import io.beadle.incident.Ledger.Instead;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Severity;
import io.beadle.mail.Mail;
import io.beadle.mail.MailRefusedException;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the people in the ledger: in their chat with Beadle, else by e-mail, else their deputy. What became of it is stored in
 * the same write as what is done instead. A fault that does not pass is tried again, and after {@link Ledger#PATIENCE} the next
 * way is taken as well.
 */
@Component
final class PersonCourier implements Courier {
    static final String TEAMS = "teams";
    static final String EMAIL = "email";
    private static final String HELD = "AccountHeld";
    private static final Logger log = LoggerFactory.getLogger(PersonCourier.class);

    private final Incidents incidents;
    private final ChatsInPerson chats;
    private final Conversations conversations;
    private final Mail mail;
    private final Confidence confidence;
    private final PersonAlertCard card;
    private final PersonLetters letters;
    private final CardsInPerson standing;
    private final InstantSource clock;

    PersonCourier(
            Incidents incidents,
            ChatsInPerson chats,
            Conversations conversations,
            Mail mail,
            Confidence confidence,
            PersonAlertCard card,
            PersonLetters letters,
            CardsInPerson standing,
            InstantSource clock) {
        this.incidents = incidents;
        this.chats = chats;
        this.conversations = conversations;
        this.mail = mail;
        this.confidence = confidence;
        this.card = card;
        this.letters = letters;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public OutboxMessage.Kind kind() {
        return OutboxMessage.Kind.PERSON;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        return new Ledger(incident)
                .line(message)
                .filter(line -> !line.isEmail())
                .flatMap(line -> Optional.ofNullable(line.to()))
                .map(to -> Place.person(chats.placeOf(to), incident.severity() == Severity.HIGH));
    }

    @Override
    public void tell(Claimed claimed) {
        Optional<Delivery> line = new Ledger(claimed.incident()).line(claimed.message());
        Person to = line.map(Delivery::to).orElse(null);
        if (line.isEmpty() || to == null) {
            store(claimed, i -> i.told(claimed.message(), claimed.claim(), clock.instant()));
        } else if (line.get().isEmail()) {
            write(claimed, line.get(), to);
        } else {
            post(claimed, line.get(), to);
        }
    }

    private void post(Claimed claimed, Delivery line, Person to) {
        boolean held = incidents.isHeld(to);
        Optional<Instead> deputy = held ? deputy(claimed.incident(), line) : Optional.empty();
        if (deputy.isPresent()) {
            block(claimed, HELD, deputy.get());
            return;
        }
        Address chat;
        String activity;
        try {
            chat = chats.of(to);
            Card shown = card.of(claimed.incident(), line, to, held, clock.instant());
            activity = conversations.post(chat, Message.card(shown.json(), shown.summary()));
        } catch (DeliveryException e) {
            if (!e.isFinal()) {
                throw e;
            }
            log.warn("person not reached {} role={} status={} code={}", claimed, line.role(), e.status(), e.code());
            block(claimed, reason(e), instead(claimed.incident(), line));
            return;
        }
        CardInPerson stands = new CardInPerson(
                claimed.incident().reference(),
                line.key(),
                new DeskPost(chat.conversation(), activity),
                CardInPerson.Shows.of(claimed.incident()));
        if (!held) {
            standing.save(stands);
        }
        if (!sent(claimed, TEAMS)) {
            takeBack(claimed, chat, activity);
        } else if (!held) {
            catchUp(claimed, stands);
        }
    }

    /** What became of the incident while the card was on its way is shown on it too. */
    private void catchUp(Claimed claimed, CardInPerson stands) {
        String reference = claimed.incident().reference();
        if (incidents
                .find(reference)
                .filter(now -> CardInPerson.Shows.of(now) != stands.shows())
                .isPresent()) {
            incidents.change(reference, i -> new Ledger(i).renewCards(clock.instant()));
        }
    }

    private void write(Claimed claimed, Delivery line, Person to) {
        try {
            mail.send(letters.of(claimed.incident(), line, incidents.isHeld(to)));
        } catch (MailRefusedException e) {
            if (!e.isFinal()) {
                throw new DeliveryException(0, reason(e));
            }
            log.warn("person not written to {} role={} code={}", claimed, line.role(), e.code());
            block(claimed, reason(e), instead(claimed.incident(), line));
            return;
        }
        sent(claimed, EMAIL);
    }

    /** False when the claim was void by then. */
    private boolean sent(Claimed claimed, String means) {
        AtomicBoolean held = new AtomicBoolean();
        store(claimed, i -> {
            held.set(i.holds(claimed.message(), claimed.claim()));
            return new Ledger(i).sent(claimed.message(), claimed.claim(), means, clock.instant());
        });
        return held.get();
    }

    private void takeBack(Claimed claimed, Address chat, String activity) {
        log.warn("outbox delivered late, after another relay {}", claimed);
        try {
            conversations.delete(chat, activity);
        } catch (DeliveryException e) {
            log.warn("outbox second card not taken back {} status={} code={}", claimed, e.status(), e.code());
        }
    }

    private void block(Claimed claimed, String reason, Instead instead) {
        store(
                claimed,
                i -> new Ledger(i).refused(claimed.message(), claimed.claim(), reason, instead, clock.instant()));
    }

    @Override
    public Incident refused(Incident incident, Claimed claimed, DeliveryException refusal, Instant next) {
        Ledger ledger = new Ledger(incident);
        Instant now = clock.instant();
        Instead meanwhile = ledger.line(claimed.message())
                .filter(line -> !now.isBefore(line.at().plus(Ledger.PATIENCE)))
                .map(line -> instead(incident, line))
                .orElse(new Instead.Nothing());
        return ledger.delayed(claimed.message(), claimed.claim(), reason(refusal), next, meanwhile, now);
    }

    /** The next way to reach them, or somebody in their place. */
    private Instead instead(Incident incident, Delivery line) {
        if (!line.isEmail() && line.email() != null && mail.isConfigured()) {
            Optional<Delivery> written = new Ledger(incident).email(line);
            if (written.filter(email -> email.state() == Delivery.State.BLOCKED).isEmpty()) {
                return new Instead.Email();
            }
        }
        return deputy(incident, line).orElse(new Instead.Nothing());
    }

    private Optional<Instead> deputy(Incident incident, Delivery line) {
        return confidence.deputy(line, incident, clock.instant()).map(Instead.Deputy::new);
    }

    private Optional<Incident> store(Claimed claimed, UnaryOperator<Incident> change) {
        return incidents.change(claimed.incident().reference(), change);
    }

    private static String reason(DeliveryException e) {
        return e.code().isEmpty() ? "HTTP " + e.status() : e.code();
    }

    private static String reason(MailRefusedException e) {
        return e.code() == 0 ? "MailServer" : "SMTP " + e.code();
    }
}
