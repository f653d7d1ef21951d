package io.beadle.card;

/** The cards of questions that people answer, for tests without a Spring context. */
public record DeskCards(EnquiryCards enquiry, CuratedCard curated, GapsCard gaps) {
    public static DeskCards of(TestCards cards) {
        return new DeskCards(
                new EnquiryCards(
                        cards.content().cards(),
                        cards.messages(),
                        cards.content().contacts(),
                        cards.phrases(),
                        cards.times(),
                        cards.sources()),
                new CuratedCard(cards.content().cards(), cards.messages(), cards.sources()),
                new GapsCard(cards.content().cards(), cards.messages()));
    }
}
