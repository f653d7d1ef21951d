package io.beadle.register;

import java.util.List;

/**
 * A table before it has a format.
 *
 * @param title names it among others, at most 31 characters: a sheet's name may have no more
 * @param rows each with a cell for every column, empty where there is nothing to say
 * @param note what whoever reads it must know, empty for nothing
 */
public record Table(String title, List<Column> columns, List<List<String>> rows, String note) {
    /**
     * A column.
     *
     * @param number whether its cells are whole numbers, where they are filled in by one
     */
    public record Column(String title, boolean number) {}

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row needs a cell for each of " + columns.size() + " columns: it has " + row.size());
            }
        }
    }

    /** The size alone: what it says never reaches a log. */
    @Override
    public String toString() {
        return "Table[" + title + ", rows=" + rows.size() + "]";
    }
}
