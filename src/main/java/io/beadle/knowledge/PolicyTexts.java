package io.beadle.knowledge;

import java.util.List;

/** The documents themselves, as Beadle has read them. */
public interface PolicyTexts {
    /**
     * All passages of a document in its own order, with a score of 0. Empty for a document that is not there.
     *
     * @param document the source file's base name with its ending
     */
    List<Passage> passages(String document);
}
