package io.beadle.knowledge;

import java.util.List;

/** What the policies say to a question. */
public sealed interface Answer {
    /** How sure it is that the first passage answers, 0 to 1. */
    double confidence();

    /** The passages found, best first, at most ten. */
    List<Passage> passages();

    /** The policies answer it: the first citation is the answer. */
    record Answered(double confidence, List<Citation> citations, List<Passage> passages) implements Answer {}

    /** The policies do not answer it; {@code closest} is what comes nearest, and is shown as that. */
    record Closest(double confidence, Citation closest, List<Passage> passages) implements Answer {}

    /** Nothing in the policies is near. */
    record NotFound(double confidence, List<Passage> passages) implements Answer {}
}
