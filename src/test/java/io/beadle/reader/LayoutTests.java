package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.reader.Block.Bullets;
import io.beadle.reader.Block.Labelled;
import io.beadle.reader.Block.Line;
import io.beadle.reader.Block.Paragraph;
import io.beadle.reader.Block.Table;
import io.beadle.reader.MarkedText.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LayoutTests {
    @Test
    void tellsParagraphsListsAndTablesApart() {
        List<Block> blocks = layout("""
                You may, with care:
                • carry it
                – lend it
                (a) at work
                (b) at home

                1. First of all
                2. Then
                Report - at once.
                Name\tTerm
                Loans\t6 years
                """);

        assertThat(blocks)
                .extracting(LayoutTests::written)
                .containsExactly(
                        "p You may, with care:",
                        "ul carry it/lend it",
                        "ol (a) at work/(b) at home",
                        "ol 1. First of all/2. Then",
                        "p Report - at once.",
                        "table Name,Term/Loans,6 years");
    }

    @Test
    void readsMarkdownTablesWithAndWithoutAHead() {
        assertThat(layout("| A | B |\n|:--|--:|\n| 1 | |\n|| 2"))
                .extracting(LayoutTests::written)
                .containsExactly("table [A,B] 1,/,2");
        assertThat(layout("Loans | 6 years | yes\nReturns | 2 years"))
                .extracting(LayoutTests::written)
                .containsExactly("table Loans,6 years,yes/Returns,2 years");
    }

    @Test
    void aDashWithinASentenceIsNoBullet() {
        assertThat(layout("-5 degrees\n-- x"))
                .extracting(LayoutTests::written)
                .containsExactly("p -5 degrees", "p -- x");
    }

    @Test
    void marksAreKeptWhereTextIsTakenApart() {
        String text = "Carry:\n- a red key\n- a blue key";
        MarkedText marked =
                new MarkedText(text, Optional.of(new Range(9, 29)), List.of(new Range(15, 18), new Range(23, 27)));

        List<Run> runs = Layout.of(marked).stream()
                .filter(Bullets.class::isInstance)
                .flatMap(block -> ((Bullets) block).bullets().stream())
                .flatMap(line -> line.runs().stream())
                .toList();

        assertThat(runs)
                .containsExactly(
                        new Run("a red ", "quoted"),
                        new Run("key", "quoted found"),
                        new Run("a ", "quoted"),
                        new Run("blue", "quoted found"),
                        new Run(" k", "quoted"),
                        new Run("ey", ""));
    }

    @Test
    void emptyTextHasNoBlocks() {
        assertThat(layout("")).isEmpty();
        assertThat(layout("\n \n")).isEmpty();
    }

    private static List<Block> layout(String text) {
        return Layout.of(new MarkedText(text, Optional.empty(), List.of()));
    }

    private static String written(Block block) {
        return switch (block) {
            case Paragraph paragraph -> "p " + written(paragraph.paragraph());
            case Bullets bullets -> "ul " + written(bullets.bullets(), "/");
            case Labelled labelled -> "ol " + written(labelled.labelled(), "/");
            case Table table ->
                "table " + (table.head().isEmpty() ? "" : "[" + written(table.head(), ",") + "] ")
                        + table.rows().stream()
                                .map(row -> written(row.cells(), ","))
                                .collect(Collectors.joining("/"));
        };
    }

    private static String written(List<Line> lines, String separator) {
        return lines.stream().map(LayoutTests::written).collect(Collectors.joining(separator));
    }

    private static String written(Line line) {
        return line.runs().stream().map(Run::text).collect(Collectors.joining());
    }
}
