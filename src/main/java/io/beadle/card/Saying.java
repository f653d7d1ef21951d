package io.beadle.card;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be said about an incident after it was reported; its name in small letters stands in card data. */
public enum Saying {
    ADD,
    CORRECT,
    /** The facts that are missing. */
    FACTS,
    WITHDRAW,
    /** To a question of the desk. */
    REPLY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Saying> of(String word) {
        return Stream.of(values()).filter(saying -> saying.word().equals(word)).findFirst();
    }
}
