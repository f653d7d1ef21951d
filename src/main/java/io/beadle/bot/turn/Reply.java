package io.beadle.bot.turn;

import io.beadle.card.Card;

/** What becomes of a card whose button was pressed. */
public sealed interface Reply {
    /** The card is replaced, at once for whoever pressed and then wherever else it is open. */
    record Show(Card card) implements Reply {}

    /** The card is replaced at once for whoever pressed; the outbox relay does the same for everybody. */
    record ShowPresser(Card card) implements Reply {}

    /** The card stays; only the person who pressed is told. */
    record Tell(String text) implements Reply {}
}
