package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.people.ProposedChange;

/** Has a second administrator asked before a desk is changed (G12). */
@FunctionalInterface
public interface DeskConsent {
    /** What whoever wants the change is told; it is made once somebody has consented. */
    String ask(ProposedChange.MoveDesk move, Turn turn);
}
