package io.beadle.knowledge;

/**
 * What an answer rests on.
 *
 * @param quote the part of the passage that answers, verbatim from the source, but for white space
 */
public record Citation(Passage passage, String quote) {}
