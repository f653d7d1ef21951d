package io.beadle.notification;

import io.beadle.card.Markdown;
import io.beadle.content.Messages;
import io.beadle.content.Routes;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Departures;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Desks whose channel is closed to Beadle: the channel or its team was deleted, or Beadle removed from it. The administrators
 * are told of each once. A desk is regained when somebody chooses a channel for it, or by itself when Teams lets Beadle in
 * again.
 */
@Component
class DeskLosses implements Departures, Sweep {
    private static final Logger log = LoggerFactory.getLogger(DeskLosses.class);

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final AdministratorNotices administrators;
    private final Routes routes;
    private final Messages messages;
    private final InstantSource clock;

    DeskLosses(
            Desks desks,
            ConversationReferences references,
            Conversations conversations,
            AdministratorNotices administrators,
            Routes routes,
            Messages messages,
            InstantSource clock) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
        this.administrators = administrators;
        this.routes = routes;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void gone(String conversation) {
        desks.all().stream()
                .filter(desk -> desk.isIn(conversation) && !desk.isLost())
                .forEach(this::lose);
    }

    /** Marks it as lost, unless it is or another channel was chosen meanwhile. */
    void lose(Desk desk) {
        if (desks.lose(desk, clock.instant())) {
            log.warn("desk lost desk={}", desk.id());
            routes.desk(desk.id()).ifPresent(named -> tellAdministrators(desk, named));
        }
    }

    private void tellAdministrators(Desk desk, Routes.NamedDesk named) {
        // a choice is lost once, however often its channel is closed
        administrators.tell(
                "desk-lost-" + desk.id() + "-" + desk.setAt().toEpochMilli(),
                Message.text(text(desk, named)),
                administrator -> true,
                clock.instant());
    }

    private String text(Desk desk, Routes.NamedDesk named) {
        String lost = messages.text("desk.lost", Markdown.escape(named.title()));
        String command = desk.isMain() ? "@Beadle desk" : "@Beadle desk " + desk.id();
        return lost + " "
                + (desks.current().isPresent()
                        ? messages.text("desk.lost.instead", command)
                        : messages.text("desk.lost.waiting", command));
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Reads the roster of each, which nobody in the channel notices. */
    @Override
    public long sweep(Instant now) {
        return desks.all().stream()
                .filter(Desk::isLost)
                .filter(this::isOpenAgain)
                .count();
    }

    private boolean isOpenAgain(Desk desk) {
        Optional<Address> address = references.find(desk.conversation());
        if (address.isEmpty()) {
            return false;
        }
        try {
            conversations.members(address.get(), 1);
        } catch (DeliveryException e) {
            return false;
        }
        desks.regain(desk);
        log.info("desk regained desk={}", desk.id());
        return true;
    }
}
