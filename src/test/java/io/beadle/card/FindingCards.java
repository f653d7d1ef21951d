package io.beadle.card;

/** The cards of search and figures, for tests of other modules. */
public final class FindingCards {
    private FindingCards() {}

    public static PublishCard publish(TestCards cards) {
        return new PublishCard(cards.content().cards(), cards.messages());
    }

    public static OverviewCard overview(TestCards cards) {
        return new OverviewCard(
                cards.content().cards(),
                cards.messages(),
                cards.times(),
                cards.content().duties());
    }
}
