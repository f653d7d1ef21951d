package io.beadle.card;

/** The card of a wave, for tests without a Spring context. */
public final class WaveCards {
    private WaveCards() {}

    public static WaveCard of(TestCards cards) {
        return new WaveCard(cards.content().cards(), cards.messages(), cards.times(), TestCards.LONDON);
    }
}
