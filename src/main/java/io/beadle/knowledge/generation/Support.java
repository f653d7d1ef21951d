package io.beadle.knowledge.generation;

import io.beadle.knowledge.Passage;

/** Tells whether a passage says what a sentence says. */
@FunctionalInterface
interface Support {
    boolean isGiven(String sentence, Passage passage);
}
