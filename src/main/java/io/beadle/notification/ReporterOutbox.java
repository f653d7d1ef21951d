package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.NewsCard;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.News;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.OutboxMessage.Kind;
import io.beadle.incident.ReporterChat;
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
import org.springframework.stereotype.Component;

/**
 * What reporters are told of their reports, in their personal chat and nowhere else (G11). Where Teams will not let them be
 * written to, the desk's card says so once, and it is tried again all the same.
 */
@Component
final class ReporterOutbox implements Outbox {
    private final Incidents incidents;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final NewsCard card;
    private final InstantSource clock;

    ReporterOutbox(
            Incidents incidents,
            ConversationReferences references,
            Conversations conversations,
            NewsCard card,
            InstantSource clock) {
        this.incidents = incidents;
        this.references = references;
        this.conversations = conversations;
        this.card = card;
        this.clock = clock;
    }

    @Override
    public List<Outbox.Delivery> due(Instant now, int limit) {
        return incidents.outboxDue(Kind.REPORTER, now, limit).stream()
                .flatMap(incident -> incident.nextMessage(Kind.REPORTER, now).stream()
                        .map(message -> (Outbox.Delivery) new Telling(incident, message)))
                .toList();
    }

    private Address chat(ReporterChat chat) {
        return references
                .personal(chat.member())
                .or(() -> references
                        .find(chat.conversation())
                        .map(met -> met.scope() == Address.Scope.PERSONAL
                                ? met
                                : conversations.personalChat(met, chat.member())))
                .orElseThrow(() -> new DeliveryException(404, "NoConversationReference"));
    }

    private final class Telling implements Outbox.Delivery {
        private final OutboxMessage message;
        private Incident incident;
        private String claim = "";

        Telling(Incident incident, OutboxMessage message) {
            this.incident = incident;
            this.message = message;
        }

        @Override
        public boolean claim(String newClaim, Instant now, Duration lease) {
            Optional<Incident> claimed = incidents
                    .change(incident.reference(), i -> i.claim(message, newClaim, now, lease))
                    .filter(stored -> stored.holds(message, newClaim));
            claimed.ifPresent(stored -> {
                incident = stored;
                claim = newClaim;
            });
            return claimed.isPresent();
        }

        @Override
        public int attempts() {
            return message.attempts() + 1;
        }

        @Override
        public void tell() {
            ReporterChat reporter =
                    incidents.chatOf(incident).orElseThrow(() -> new DeliveryException(404, "NoReporterChat"));
            News news = Objects.requireNonNull(message.news(), "Nothing is told");
            Card shown = card.of(incident, news, clock.instant());
            try {
                conversations.post(chat(reporter), Message.card(shown.json(), shown.summary()));
            } catch (DeliveryException e) {
                if (e.isFinal()) {
                    incidents.change(incident.reference(), i -> i.notReached(clock.instant()));
                }
                throw e;
            }
            incidents.change(incident.reference(), i -> i.told(message, claim, clock.instant()));
        }

        @Override
        public void retryAt(Instant next) {
            incidents.change(incident.reference(), i -> i.retry(message, claim, next));
        }

        @Override
        public String toString() {
            return "incident=" + incident.reference() + " kind=" + message.kind();
        }
    }
}
