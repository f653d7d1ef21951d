package io.beadle.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small counts are not told, nor can anybody work them out. */
class SuppressedTests {
    @Test
    void fiveAndMoreAndNoneAreTold() {
        assertThat(shown(5, 12, 0)).containsExactly("5", "12", "0", "=17");
    }

    @Test
    void aSmallOneIsNotToldNorTheNextSmallestFromWhichItCouldBeWorkedOut() {
        assertThat(shown(3, 12, 7, 0)).containsExactly("-", "12", "-", "0", "=22");
    }

    @Test
    void twoSmallOnesHideEachOther() {
        assertThat(shown(3, 2, 9)).containsExactly("-", "-", "9", "=14");
    }

    @Test
    void twoOnesDoNotBecauseTheirSumIsTwo() {
        assertThat(shown(1, 1, 9, 6)).containsExactly("-", "-", "9", "-", "=17");
    }

    @Test
    void aSmallTotalIsNotTold() {
        assertThat(shown(3, 0)).containsExactly("-", "-", "=-");
        assertThat(shown(0, 0)).containsExactly("0", "0", "=0");
    }

    @Test
    void whereEveryOneIsOneNoughtIsHiddenToo() {
        assertThat(shown(1, 1, 1, 1, 1, 1, 0)).containsExactly("-", "-", "-", "-", "-", "-", "-", "=6");
        assertThat(shown(1, 1, 1, 1, 1, 1)).containsExactly("-", "-", "-", "-", "-", "-", "=-");
    }

    /** Somebody who knows the rule for what is small, but not the counts, finds at least two values for each small one. */
    @Test
    void noSmallCountCanBeWorkedOutFromATableOfAnyShape() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            int[] counts = random.ints(1 + random.nextInt(8), 0, 9).toArray();
            Suppressed suppressed = Suppressed.of(named(counts));
            List<OptionalLong> cells = new ArrayList<>(suppressed.shown().values());
            long hidden = cells.stream().filter(OptionalLong::isEmpty).count();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0 && counts[i] < Suppressed.LEAST) {
                    assertThat(cells.get(i)).isEmpty();
                    long told = cells.stream()
                            .filter(OptionalLong::isPresent)
                            .mapToLong(OptionalLong::getAsLong)
                            .sum();
                    boolean open = suppressed.total().isEmpty()
                            || (hidden > 1 && suppressed.total().getAsLong() - told > 0);
                    assertThat(open).as("%s", suppressed).isTrue();
                }
            }
        }
    }

    private static List<String> shown(int... counts) {
        Suppressed suppressed = Suppressed.of(named(counts));
        List<String> shown = new ArrayList<>();
        suppressed.shown().values().forEach(cell -> shown.add(text(cell)));
        shown.add("=" + text(suppressed.total()));
        return shown;
    }

    private static String text(OptionalLong cell) {
        return cell.isPresent() ? String.valueOf(cell.getAsLong()) : "-";
    }

    private static Map<String, Long> named(int... counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            named.put("row " + i, (long) counts[i]);
        }
        return named;
    }
}
