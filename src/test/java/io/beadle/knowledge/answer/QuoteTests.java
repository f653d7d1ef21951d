package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.index.Found;
import org.junit.jupiter.api.Test;

class QuoteTests {
    private static final String LONG =
            "Keys are kept in the grey box behind the reception desk of each building, and the box"
                    + " is locked at night. The caretaker has the only other key to it. Whoever finds the box open tells the caretaker.";
    private static final String LIST = "To lend a key:";

    @Test
    void marksTheSentenceThatAnswersInsideItsClause() {
        Citation citation = Quote.of(found(LONG + "\n\n" + LONG.replace("grey", "red"), 1, 4));

        assertThat(citation.quote()).isEqualTo(LONG.replace("grey", "red"));
        assertThat(citation.sentence()).isEqualTo("The caretaker has the only other key to it.");
    }

    @Test
    void quotesAListWholeWithItsLeadIn() {
        String items =
                LIST + "\n\n(a) sign the book and write the time beside it;\n\n(b) show your badge to the caretaker.";

        assertThat(Quote.of(found(LONG + "\n\n" + items + "\n\n" + LONG, 2, 4)).quote())
                .isEqualTo(items);
        assertThat(Quote.of(found(LONG + "\n\n" + items + "\n\n" + LONG, 1, 3)).quote())
                .isEqualTo(items);
    }

    @Test
    void quotesAShortPassageWhole() {
        Citation citation = Quote.of(found("Keys are brass and heavy.\n\nThey are lent for a week.", 1, 1));

        assertThat(citation.quote()).isEqualTo("Keys are brass and heavy.\n\nThey are lent for a week.");
        assertThat(citation.sentence()).isEqualTo("They are lent for a week.");
    }

    @Test
    void marksAllWhereNoSentenceStandsOut() {
        assertThat(Quote.of(found("Brass 4", 0, -1)).sentence()).isEqualTo("Brass 4");
    }

    private static Found found(String text, int clause, int part) {
        return new Found(new Passage("1", "keys.md", "Keys", null, null, null, null, text, 1), clause, part, 0, 0, 0);
    }
}
