package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTests {
    private static final Passage LEND = passage("2", "Lending", "A key is lent for at most seven days.");
    private static final Passage LOST =
            passage("1", "Lost keys", "Whoever loses a key tells the desk within one hour.");
    private static final Passage CUT = passage("3", "Cutting", "Only the caretaker may have a key cut.");

    @Test
    void tellsWhatIsNewAndGoneAndChanged() {
        Passage longer = passage("2", "Lending", "A key is lent for at most nine days.");
        Passage pictures = passage("4", "Pictures", "Photographs never show the bow of any key.");

        assertThat(Comparison.of(List.of(LOST, LEND, CUT), List.of(LOST, longer, pictures)))
                .containsExactly(
                        new ClauseChange.Changed("2", "Lending", LEND.text(), longer.text()),
                        new ClauseChange.Removed("3", "Cutting", CUT.text()),
                        new ClauseChange.Added("4", "Pictures", pictures.text()));
    }

    @Test
    void aClauseThatMovedOrHasAnotherNumberSaysTheSame() {
        Passage renumbered = passage("5", "Lending of keys", "A key is lent for\nat most seven days.");

        assertThat(Comparison.of(List.of(LOST, LEND, CUT), List.of(CUT, LOST, renumbered)))
                .isEmpty();
    }

    @Test
    void howPassagesAreCutDoesNotMatter() {
        Passage both = passage("1", "Keys", LOST.text() + "\n\n" + LEND.text());

        assertThat(Comparison.of(List.of(LOST, LEND), List.of(both))).isEmpty();
    }

    @Test
    void theSameSectionNumberMakesUpForOtherWords() {
        Passage reworded = passage("2", "Lending", "The caretaker may lend one key for two weeks at most.");
        Passage elsewhere = passage("7", "Lending", "The caretaker may lend one key for two weeks at most.");

        assertThat(Comparison.of(List.of(LEND), List.of(reworded)))
                .containsExactly(new ClauseChange.Changed("2", "Lending", LEND.text(), reworded.text()));
        assertThat(Comparison.of(List.of(LEND), List.of(elsewhere)))
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactlyInAnyOrder("Removed", "Added");
    }

    @Test
    void eachClauseIsPairedWithTheOneMostLikeIt() {
        Passage first = passage(null, null, "The register of keys is checked every month by the caretaker.");
        Passage second = passage(null, null, "The register of badges is checked every month by reception.");
        Passage newSecond = passage(null, null, "The register of badges is checked every week by reception.");
        Passage newFirst = passage(null, null, "The register of keys is checked every week by the caretaker.");

        assertThat(Comparison.of(List.of(first, second), List.of(newSecond, newFirst)))
                .containsExactly(
                        new ClauseChange.Changed(null, null, second.text(), newSecond.text()),
                        new ClauseChange.Changed(null, null, first.text(), newFirst.text()));
    }

    private static Passage passage(@Nullable String section, @Nullable String heading, String text) {
        return new Passage("id", "keys.md", "Keys", null, section, heading, null, text, 0);
    }
}
