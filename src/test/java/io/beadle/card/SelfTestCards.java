package io.beadle.card;

import io.beadle.selftest.SelfTests;

/** The card of a self-test, for tests of other packages. */
public final class SelfTestCards {
    private SelfTestCards() {}

    public static SelfTestCard of(TestCards cards) {
        return new SelfTestCard(cards.content().cards(), cards.messages(), SelfTests.text(cards.messages()));
    }
}
