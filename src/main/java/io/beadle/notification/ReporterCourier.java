package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.NewsCard;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Ledger;
import io.beadle.incident.News;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.OutboxMessage.Kind;
import io.beadle.incident.ReporterChat;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What reporters are told of their reports, in their personal chat and nowhere else (G11). Where Teams will not let them be
 * written to, the desk's card says so once, and it is tried again all the same.
 */
@Component
final class ReporterCourier implements Courier {
    private final Incidents incidents;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final NewsCard card;
    private final InstantSource clock;

    ReporterCourier(
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
    public Kind kind() {
        return Kind.REPORTER;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        ReporterChat chat = incident.reporterChat();
        return Optional.of(chat == null ? Place.people() : Place.person(chat.conversation(), false));
    }

    @Override
    public void tell(Claimed claimed) {
        Incident incident = claimed.incident();
        ReporterChat reporter =
                incidents.chatOf(incident).orElseThrow(() -> new DeliveryException(404, "NoReporterChat"));
        News news = Objects.requireNonNull(claimed.message().news(), "Nothing is told");
        Card shown = card.of(incident, news, clock.instant());
        try {
            conversations.post(chat(reporter), Message.card(shown.json(), shown.summary()));
        } catch (DeliveryException e) {
            if (e.isFinal()) {
                incidents.change(incident.reference(), i -> new Ledger(i).reporterNotReached(clock.instant()));
            }
            throw e;
        }
        incidents.change(incident.reference(), i -> i.told(claimed.message(), claimed.claim(), clock.instant()));
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
}
