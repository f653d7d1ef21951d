package io.beadle.privacy;

import java.util.stream.Stream;

/** The chains of all incidents, each with what it keeps watch over. */
public interface IncidentChains {
    /** A chain with what there is of its incident. */
    record Kept(Trail trail, Content content) {}

    /** In the order of the references; whoever asks closes it. */
    Stream<Kept> all();
}
