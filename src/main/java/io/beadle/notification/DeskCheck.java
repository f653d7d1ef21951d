package io.beadle.notification;

import io.beadle.content.Routes;
import io.beadle.content.Routes.NamedDesk;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether alerts can reach the desks' channels: it reads each one's roster, which nobody there notices. */
@Component
final class DeskCheck implements SelfCheck {
    private static final String DESK = "selftest.desk";

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final Routes routes;

    DeskCheck(Desks desks, ConversationReferences references, Conversations conversations, Routes routes) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
        this.routes = routes;
    }

    @Override
    public String about() {
        return DESK;
    }

    @Override
    public List<Finding> look(Instant now) {
        if (desks.find(Desk.MAIN).isEmpty()) {
            return List.of(Finding.failed(DESK, "selftest.desk.unset"));
        }
        return desks.all().stream()
                .flatMap(desk -> routes.desk(desk.id()).stream().map(named -> look(desk, named)))
                .toList();
    }

    private Finding look(Desk desk, NamedDesk named) {
        String command = desk.isMain() ? "desk" : "desk " + desk.id();
        Optional<Address> channel = references.find(desk.conversation());
        if (desk.isLost() || channel.isEmpty()) {
            return Finding.failed(DESK, "selftest.desk.lost", named.title(), command);
        }
        try {
            return members(channel.get(), named);
        } catch (DeliveryException e) {
            return e.isFinal()
                    ? Finding.failed(DESK, "selftest.desk.lost", named.title(), command)
                    : Finding.failed(DESK, "selftest.desk.silent", named.title(), why(e));
        }
    }

    private Finding members(Address channel, NamedDesk named) {
        int members = conversations.members(channel, 2).size();
        return members < 2
                ? Finding.failed(DESK, "selftest.desk.lonely", named.title())
                : Finding.ok(DESK, "selftest.desk.good", named.title());
    }

    static String why(DeliveryException refusal) {
        return Stream.of(String.valueOf(refusal.status()), refusal.code())
                .filter(part -> !part.isEmpty() && !Objects.equals(part, "0"))
                .reduce((status, code) -> status + " " + code)
                .orElse("no answer");
    }
}
