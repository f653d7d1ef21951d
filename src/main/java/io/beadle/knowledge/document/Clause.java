package io.beadle.knowledge.document;

import org.jspecify.annotations.Nullable;

/**
 * The smallest part of a document that makes sense alone: a paragraph, a lettered clause, a list with its lead-in.
 *
 * @param number of the section, such as {@code 4.6}
 * @param heading the nearest one above
 * @param label its letter in the section, such as {@code (a)}
 * @param text verbatim; items and table rows are lines of their own
 * @param page the page it begins on; 0 where nobody knows
 * @param run clauses of one run stand next to each other in the source with nothing left out between them
 */
record Clause(
        @Nullable String number,
        @Nullable String heading,
        @Nullable String label,
        String text,
        int page,
        int run) {
    int words() {
        return text.split("\\s+").length;
    }
}
