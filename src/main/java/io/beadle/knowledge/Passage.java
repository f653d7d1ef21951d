package io.beadle.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * One or more whole clauses of a section of a policy.
 *
 * @param id the same as long as the document says the same, through restarts and new indexes
 * @param document the source file's base name with its ending
 * @param title the document's title
 * @param version the document's version as it names it, null where it names none
 * @param section the clause's number, such as {@code 4.6(a)}; null where it has none
 * @param heading the nearest heading above it; null where there is none
 * @param page the first page it stands on, from 1, as the file counts them; null where the format has no pages
 * @param text verbatim from the source, but for white space
 * @param score how well it fits the question, 0 to 1; comparable between questions
 */
public record Passage(
        String id,
        String document,
        String title,
        @Nullable String version,
        @Nullable String section,
        @Nullable String heading,
        @Nullable Integer page,
        String text,
        double score) {
    public Passage withScore(double newScore) {
        return new Passage(id, document, title, version, section, heading, page, text, newScore);
    }
}
