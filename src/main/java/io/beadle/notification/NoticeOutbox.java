package io.beadle.notification;

import io.beadle.incident.DeskPost;
import io.beadle.incident.Ledger;
import io.beadle.mail.Letter;
import io.beadle.mail.Mail;
import io.beadle.mail.MailRefusedException;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notices that wait to be told: to a desk, or to one person. */
@Component
final class NoticeOutbox {
    /** So that what waits for a desk that nobody has chosen, or for one that takes no more now, does not hide what can be told. */
    private static final int LOOKED_AT = 200;

    private final Notices notices;
    private final DeskChannel desk;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final ChatsInPerson chats;
    private final Mail mail;
    private final InstantSource clock;

    NoticeOutbox(
            Notices notices,
            DeskChannel desk,
            ConversationReferences references,
            Conversations conversations,
            ChatsInPerson chats,
            Mail mail,
            InstantSource clock) {
        this.notices = notices;
        this.desk = desk;
        this.references = references;
        this.conversations = conversations;
        this.chats = chats;
        this.mail = mail;
        this.clock = clock;
    }

    Outbox toDesks() {
        return (now, limit, free) -> due(now, true, limit, free);
    }

    Outbox toPeople() {
        return (now, limit, free) -> due(now, false, limit, free);
    }

    private List<Outbox.Delivery> due(Instant now, boolean toDesk, int limit, Predicate<Place> free) {
        return notices.due(now, toDesk, LOOKED_AT).stream()
                .map(Telling::new)
                .filter(telling -> telling.place().filter(free).isPresent())
                .<Outbox.Delivery>map(telling -> telling)
                .limit(limit)
                .toList();
    }

    /** In the personal chat; where they wrote from, in its thread, if Teams will never let Beadle write there. */
    private void tell(Notice.To.Somebody person, Message message) {
        Optional<Address> met = references.find(person.conversation());
        try {
            Address chat = references
                    .personal(person.member())
                    .or(() -> met.map(address -> conversations.personalChat(address, person.member())))
                    .orElseThrow(() -> new DeliveryException(404, "NoConversationReference"));
            conversations.post(chat, message);
        } catch (DeliveryException e) {
            if (!e.isFinal() || met.isEmpty() || met.get().scope() == Address.Scope.PERSONAL) {
                throw e;
            }
            conversations.post(met.get().thread(person.thread()), message);
        }
    }

    /** False where Teams will never take it: of many nobody is waited for. */
    private boolean tell(Notice.To.OneOfMany person, Message message) {
        try {
            conversations.post(
                    references
                            .personal(person.member())
                            .orElseThrow(() -> new DeliveryException(404, "NoConversationReference")),
                    message);
            return true;
        } catch (DeliveryException e) {
            if (e.isFinal()) {
                return false;
            }
            throw e;
        }
    }

    /** In the personal chat; by e-mail where Teams refuses that, or has failed for as long as a fault may last. */
    private void tell(Notice.To.InPerson person, Message message, Instant since) {
        try {
            conversations.post(chats.of(new Person(person.person(), "")), message);
        } catch (DeliveryException e) {
            boolean hopeless = e.isFinal() || !clock.instant().isBefore(since.plus(Ledger.PATIENCE));
            if (!hopeless || !write(person)) {
                throw e;
            }
        }
    }

    private boolean write(Notice.To.InPerson person) {
        String email = person.email();
        if (email == null || !mail.isConfigured()) {
            return false;
        }
        try {
            mail.send(new Letter(List.of(email), person.subject(), person.letter()));
            return true;
        } catch (MailRefusedException e) {
            return false;
        }
    }

    private final class Telling implements Outbox.Delivery {
        private Notice notice;
        private String claim = "";

        Telling(Notice notice) {
            this.notice = notice;
        }

        /** Of a desk that nobody has chosen there is none. */
        @Override
        public Optional<Place> place() {
            return switch (errand().to()) {
                case Notice.To.TheDesk to -> desk.place(to.desk(), notice.post(), false);
                case Notice.To.Somebody person -> Optional.of(Place.person(person.conversation(), false));
                case Notice.To.OneOfMany person -> Optional.of(Place.person(person.member(), false));
                case Notice.To.InPerson person ->
                    Optional.of(Place.person(chats.placeOf(new Person(person.person(), "")), false));
            };
        }

        @Override
        public boolean claim(String newClaim, Instant now, Duration lease) {
            Optional<Notice> claimed = notices.change(notice.key(), n -> n.claim(newClaim, now, lease))
                    .filter(stored -> stored.isHeldBy(newClaim));
            claimed.ifPresent(stored -> {
                notice = stored;
                claim = newClaim;
            });
            return claimed.isPresent();
        }

        @Override
        public int attempts() {
            return errand().attempts();
        }

        @Override
        public void tell() {
            switch (errand().to()) {
                case Notice.To.TheDesk to -> {
                    DeskPost post = desk.show(to.desk(), notice.post(), errand().message());
                    Optional<Notice> stored = store(post);
                    if (stored.filter(n -> post.equals(n.post())).isEmpty()) {
                        desk.takeBack(post, stored.map(Notice::post).orElse(null), this);
                    }
                }
                case Notice.To.Somebody person -> {
                    NoticeOutbox.this.tell(person, errand().message());
                    store(null);
                }
                case Notice.To.OneOfMany person -> {
                    if (NoticeOutbox.this.tell(person, errand().message())) {
                        store(null);
                    } else {
                        notices.delete(notice.key());
                    }
                }
                case Notice.To.InPerson person -> {
                    NoticeOutbox.this.tell(person, errand().message(), notice.changed());
                    store(null);
                }
            }
        }

        private Optional<Notice> store(@Nullable DeskPost post) {
            long told = notice.revision();
            return notices.change(notice.key(), n -> n.told(claim, told, post, clock.instant()));
        }

        @Override
        public void refused(DeliveryException refusal, Instant next) {
            notices.change(notice.key(), n -> n.retry(claim, next));
        }

        private Notice.Errand errand() {
            return Objects.requireNonNull(notice.errand(), "Nothing waits to be told");
        }

        @Override
        public String toString() {
            return "notice=" + notice.key();
        }
    }
}
