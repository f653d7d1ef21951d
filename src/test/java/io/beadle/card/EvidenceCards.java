package io.beadle.card;

/** The card of files that were sent, for tests of other packages. */
public final class EvidenceCards {
    private EvidenceCards() {}

    public static EvidenceCard of(TestCards cards) {
        return new EvidenceCard(cards.content().cards(), cards.messages(), cards.phrases());
    }
}
