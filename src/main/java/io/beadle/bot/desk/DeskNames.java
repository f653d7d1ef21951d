package io.beadle.bot.desk;

import io.beadle.card.Markdown;
import io.beadle.content.Messages;
import io.beadle.content.Routes;
import io.beadle.content.Routes.NamedDesk;
import io.beadle.notification.Desk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What stands behind "desk": the name of one, a one-time code, or both. */
@Component
final class DeskNames {
    /** A code has a digit or a hyphen; so may a name, which goes first. */
    private static final Pattern CODE = Pattern.compile("(?=.*[-0-9])[A-Za-z0-9-]{8,20}");

    private final Routes routes;
    private final Messages messages;

    DeskNames(Routes routes, Messages messages) {
        this.routes = routes;
        this.messages = messages;
    }

    /** A desk, and the code given with it or "". */
    record Chosen(NamedDesk desk, String code) {}

    /** The main desk when none is named; empty when the first word is neither a name nor a code. */
    Optional<Chosen> read(List<String> words) {
        String first = words.isEmpty() ? Desk.MAIN : words.getFirst();
        String second = words.size() < 2 ? "" : words.getLast();
        Optional<Chosen> named = routes.desk(first.toLowerCase(Locale.ROOT)).map(desk -> new Chosen(desk, second));
        return named.isPresent() || !second.isEmpty() || !CODE.matcher(first).matches()
                ? named
                : routes.desk(Desk.MAIN).map(desk -> new Chosen(desk, first));
    }

    /** How each is chosen. */
    String all() {
        return routes.desks().stream()
                .map(desk -> messages.text(
                        "desk.unknown.one",
                        desk.id().equals(Desk.MAIN) ? "@Beadle desk" : "@Beadle desk " + desk.id(),
                        Markdown.escape(desk.title())))
                .collect(Collectors.joining(", "));
    }
}
