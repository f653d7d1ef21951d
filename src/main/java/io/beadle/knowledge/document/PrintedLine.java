package io.beadle.knowledge.document;

import java.util.List;

/**
 * A line as it is printed on a page.
 *
 * @param page from 1
 * @param y of its base, from the top of the page
 * @param height of the page, in the same unit
 * @param size of its letters, comparable within the document
 * @param bold whether all of it is
 * @param cells its parts, with a gap wider than a space before each but the first; never empty
 */
record PrintedLine(int page, double y, double height, double size, boolean bold, List<Cell> cells) {
    /** @param firstWord how wide its first word is */
    record Cell(double x, double end, double firstWord, String text) {}

    private static final double WIDE_GAP = 1.5;

    double x() {
        return cells.getFirst().x();
    }

    double end() {
        return cells.getLast().end();
    }

    /** All of it; a tab stands for a gap too wide for justified text. */
    String text() {
        StringBuilder text = new StringBuilder();
        double end = Double.NaN;
        for (Cell cell : cells) {
            text.append(text.isEmpty() ? "" : cell.x() - end > WIDE_GAP * size ? "\t" : " ")
                    .append(cell.text());
            end = cell.end();
        }
        return text.toString();
    }

    int words() {
        return text().split("\\s+").length;
    }

    /** Whether both are set in the same letters. */
    boolean looksLike(PrintedLine other) {
        return bold == other.bold && Math.abs(size - other.size) < 0.03 * size;
    }
}
