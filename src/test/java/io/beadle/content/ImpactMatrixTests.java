package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.ImpactMatrix.Cell;
import io.beadle.content.ImpactMatrix.Extent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ImpactMatrixTests {
    private static final Content CONTENT = BundledContent.CONTENT;
    private static final ImpactMatrix MATRIX = CONTENT.matrix();

    private static Function<String, Set<String>> facts(Map<String, String> known) {
        return fact -> known.containsKey(fact) ? Set.of(known.getOrDefault(fact, "")) : Set.of();
    }

    @Test
    void hasSevenKindsOfImpactAndFiveRowsInThreeSeverities() {
        assertThat(MATRIX.impacts()).hasSize(7);
        assertThat(MATRIX.rows())
                .extracting(ImpactMatrix.Row::severity)
                .containsExactly("low", "low", "medium", "high", "high");
    }

    @Test
    void proposesACellOfEachImpactForWhatCouldComeOfItAndForWhatHas() {
        List<Cell> cells = MATRIX.propose(facts(Map.of()));
        assertThat(cells).hasSize(14).extracting(Cell::row).containsOnly("none");
        assertThat(MATRIX.severity(cells)).isEqualTo("low");
    }

    @Test
    void proposesTheHighestRowThatTheReportSpeaksFor() {
        List<Cell> cells =
                MATRIX.propose(facts(Map.of("personal-data", "yes", "categories", "health", "people", "tens")));
        assertThat(cells)
                .contains(new Cell(Extent.POTENTIAL, "privacy", "major"), new Cell(Extent.ACTUAL, "privacy", "none"));
        assertThat(MATRIX.deciding(cells)).contains(new Cell(Extent.POTENTIAL, "privacy", "major"));
        assertThat(MATRIX.severity(cells)).isEqualTo("high");
    }

    @Test
    void keepsWhatHasComeOfItApartFromWhatCould() {
        List<Cell> cells = MATRIX.propose(facts(Map.of("type", "service-disrupted", "where-now", "down")));
        assertThat(cells)
                .filteredOn(cell -> cell.impact().equals("disruption"))
                .containsExactly(
                        new Cell(Extent.POTENTIAL, "disruption", "moderate"),
                        new Cell(Extent.ACTUAL, "disruption", "moderate"));
        assertThat(MATRIX.severity(cells)).isEqualTo("medium");
    }

    @Test
    void asksForEachImpactAndReadsBackWhatWasConfirmed() {
        assertThat(MATRIX.fields())
                .hasSize(7)
                .allSatisfy(field -> assertThat(field.choices()).hasSize(5));
        List<Cell> confirmed = MATRIX.confirmed(
                Extent.ACTUAL,
                field -> Map.of("money", "severe", "legal", "minor").getOrDefault(field, ""));
        assertThat(confirmed)
                .containsExactly(new Cell(Extent.ACTUAL, "legal", "minor"), new Cell(Extent.ACTUAL, "money", "severe"));
        assertThat(MATRIX.severity(confirmed)).isEqualTo("high");
        assertThat(MATRIX.words(confirmed.getLast())).isEqualTo("Over £1 million");
    }

    @Test
    void aChoiceSaysItsRowAndWhatThatMeansHereUnlessBothAreTheSame() {
        assertThat(MATRIX.fields())
                .allSatisfy(field -> assertThat(field.choices())
                        .extracting(Question.Choice::label)
                        .startsWith("None")
                        .element(1)
                        .asString()
                        .startsWith("Minor: "));
    }

    @Test
    void ofSeveralHighestCellsTheFirstDecides() {
        Cell media = new Cell(Extent.POTENTIAL, "media", "major");
        assertThat(MATRIX.deciding(List.of(media, new Cell(Extent.ACTUAL, "privacy", "major"))))
                .contains(media);
    }

    @Test
    void aSystemIsKnownByItsWordsAsWholeOnesHoweverTheyAreTyped() {
        Assets assets = CONTENT.assets();
        assertThat(assets.namedIn("the COUNCIL TAX system"))
                .extracting(Assets.Asset::id)
                .containsExactly("revenues-benefits");
        assertThat(assets.namedIn("children\u2019s records"))
                .extracting(Assets.Asset::department)
                .containsExactly("childrens-services");
        assertThat(assets.namedIn("a class of its own")).isEmpty();
        assertThat(assets.assets().getFirst().owner()).isEqualTo("asset-owner");
    }
}
