package io.beadle.incident;

/**
 * One answered question of a report, with the words that were on the card, so that the record can be read after the
 * report types have been edited.
 *
 * @param question the question's id in {@code bot/report-types.yaml}
 * @param asked the question as the reporter read it
 * @param value what the card sent: a choice's id or typed text; of a moment the earliest instant that may be
 *     meant, in ISO form; empty if it was not answered
 * @param shown the value as people read it
 * @param alerts whether the desk's channel may show it; never true of typed text (G11)
 */
public record Answer(String question, String asked, String value, String shown, boolean alerts) {
    /** The question's id alone: an answer never reaches a log. */
    @Override
    public String toString() {
        return "Answer[" + question + "]";
    }
}
