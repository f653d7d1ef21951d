package io.beadle.card;

import io.beadle.incident.Confidence;

/** The cards of what people are told in person, for tests without a Spring context. */
public record PersonCards(
        PersonAlertCard alert,
        PersonAlertText text,
        ClearedCard cleared,
        UndeliveredCard undelivered,
        WarningCard warning) {
    public static PersonCards of(TestCards cards, Confidence confidence) {
        PersonAlertText text = new PersonAlertText(
                cards.messages(),
                cards.phrases(),
                cards.content().roles(),
                cards.content().duties(),
                cards.times());
        return new PersonCards(
                new PersonAlertCard(
                        cards.content().cards(), cards.messages(), cards.types(), text, confidence, cards.phrases()),
                text,
                new ClearedCard(cards.content().cards(), cards.messages()),
                new UndeliveredCard(cards.content().cards(), cards.messages(), text, cards.times()),
                new WarningCard(
                        cards.content().cards(),
                        cards.messages(),
                        cards.content().contacts(),
                        cards.phrases()));
    }
}
