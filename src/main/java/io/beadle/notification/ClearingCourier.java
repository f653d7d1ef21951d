package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.ClearedCard;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes an incident away from where a desk saw it. A post that is gone, or out of reach, shows nothing that could be taken. */
@Component
final class ClearingCourier implements Courier {
    private static final Logger log = LoggerFactory.getLogger(ClearingCourier.class);

    private final Incidents incidents;
    private final DeskChannel desk;
    private final ClearedCard card;
    private final InstantSource clock;

    ClearingCourier(Incidents incidents, DeskChannel desk, ClearedCard card, InstantSource clock) {
        this.incidents = incidents;
        this.desk = desk;
        this.card = card;
        this.clock = clock;
    }

    @Override
    public OutboxMessage.Kind kind() {
        return OutboxMessage.Kind.DESK_CLEAR;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        return Optional.ofNullable(message.cleared()).map(post -> Place.channel(post.conversation(), true));
    }

    @Override
    public void tell(Claimed claimed) {
        OutboxMessage message = claimed.message();
        Card neutral = card.neutral();
        try {
            desk.replace(
                    Objects.requireNonNull(message.cleared(), "Nothing to clear"),
                    Message.card(neutral.json(), neutral.summary()));
        } catch (DeliveryException e) {
            if (!e.isFinal()) {
                throw e;
            }
            log.warn("post not cleared {} status={} code={}", claimed, e.status(), e.code());
        }
        incidents.change(claimed.incident().reference(), i -> i.told(message, claimed.claim(), clock.instant()));
    }
}
