package io.beadle.card;

import io.beadle.incident.OnBehalfOf;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How somebody outside Teams is named on a card that no channel sees. */
final class Tellers {
    private Tellers() {}

    /** Name and organisation within a line of Markdown. */
    static String inLine(OnBehalfOf teller) {
        return Markdown.escapeInLine(joined(teller.name(), teller.organisation()));
    }

    /** All that is known of them, as text. */
    static String inFull(OnBehalfOf teller) {
        return joined(teller.name(), teller.organisation(), teller.number(), teller.email());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
