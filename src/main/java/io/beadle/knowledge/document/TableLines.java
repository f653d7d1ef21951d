package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Makes lines of the rows of a table, so that a row can be found and understood by itself. */
final class TableLines {
    private static final int LONGEST_NAME = 8;

    private TableLines() {}

    /**
     * One line for each row that holds anything.
     *
     * @param headed whether the first row names the columns: then every cell follows the name of its column
     */
    static List<Line> of(List<List<String>> rows, boolean headed) {
        List<List<String>> filled = rows.stream()
                .map(row -> row.stream().map(TableLines::plain).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        List<String> names = headed ? filled.getFirst() : List.of();
        for (List<String> row : headed ? filled.subList(1, filled.size()) : filled) {
            lines.add(headed ? record(names, row) : Line.of(Kind.CELL, filledOf(row)));
        }
        return lines;
    }

    /** Whether a first row may be names of columns: all of them short, different, and none a number. */
    static boolean areNames(List<String> row) {
        List<String> names = row.stream()
                .map(TableLines::plain)
                .filter(cell -> !cell.isEmpty())
                .toList();
        return names.size() >= 2
                && names.size() >= row.size() - 1
                && new HashSet<>(names).size() == names.size()
                && names.stream()
                        .allMatch(name -> name.split(" ").length <= LONGEST_NAME
                                && !name.endsWith(".")
                                && !name.matches(".*(?:\\d{4}|@).*")
                                && name.chars().anyMatch(Character::isLetter));
    }

    private static Line record(List<String> names, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            String cell = row.get(i);
            if (!cell.isEmpty()) {
                cells.add(name.isEmpty() ? cell : name.replaceFirst(":$", "") + ": " + cell);
            }
        }
        return Line.of(Kind.RECORD, String.join(" | ", cells));
    }

    private static String filledOf(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining("\t"));
    }

    private static String plain(String cell) {
        return cell.replaceAll("[\\s\u00A0\u200B]+", " ").strip();
    }
}
