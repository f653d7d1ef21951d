package io.beadle.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A policy that another document lists with its review date, such as "Password – Review Date 31/10/2024".
 *
 * @param name as the list writes it
 * @param kind such as policy or procedure, as the heading of the list tells; null where it does not
 * @param reviewDue the last day by which it is to be reviewed; the end of the month where only a month is told
 * @param listedIn the file name of the document that has the list
 */
public record ListedReview(String name, @Nullable String kind, LocalDate reviewDue, String listedIn) {}
