package io.beadle.knowledge;

import java.util.List;

/**
 * What an answer rests on.
 *
 * @param quote the part of the passage that answers, verbatim from the source, but for white space
 * @param sentence the part of the quote that is marked as the answer, verbatim; the whole quote where no part stands out
 * @param cautions what a reader must know before relying on it; mostly none
 */
public record Citation(Passage passage, String quote, String sentence, List<Caution> cautions) {
    public Citation {
        cautions = List.copyOf(cautions);
    }

    /** A quote that answers as a whole, with nothing to beware of. */
    public static Citation of(Passage passage, String quote) {
        return new Citation(passage, quote, quote, List.of());
    }

    /** The same, with these cautions. */
    public Citation withCautions(List<Caution> newCautions) {
        return new Citation(passage, quote, sentence, newCautions);
    }
}
