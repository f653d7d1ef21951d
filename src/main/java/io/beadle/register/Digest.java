package io.beadle.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A week at a desk, in counts, references and chosen values (G11); nothing restricted and no drill is in it (G10).
 *
 * @param reported how many were reported in the week before
 * @param closed how many of all were closed in it
 * @param overdue what is overdue, longest first
 * @param waiting how many open ones wait, by whom they wait for
 * @param reviews how many reviews and actions are due within the week to come, or overdue
 * @param gaps how many questions of the week found no good answer
 */
public record Digest(
        long reported,
        long open,
        long closed,
        long unassigned,
        List<Overdue> overdue,
        Map<String, Long> waiting,
        long reviews,
        long gaps) {
    /** A duty not done in time. */
    public record Overdue(String reference, String duty, Instant due) {}

    public Digest {
        overdue = List.copyOf(overdue);
        waiting = Map.copyOf(waiting);
    }
}
