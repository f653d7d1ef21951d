package io.beadle.knowledge.answer;

import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.util.List;

/** One look at what was found, after which it may be in another order. */
@FunctionalInterface
interface Reordering {
    /**
     * The same passages, best first, with scores that tell why.
     *
     * @param found best first
     */
    List<Found> of(Asked asked, List<Found> found);
}
