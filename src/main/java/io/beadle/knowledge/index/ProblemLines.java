package io.beadle.knowledge.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is wrong with the sources of an index, for people; says too which version of a document answers meanwhile. */
final class ProblemLines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Catalogue catalogue;
    private final ZoneId zone;

    ProblemLines(Catalogue catalogue, ZoneId zone) {
        this.catalogue = catalogue;
        this.zone = zone;
    }

    /** Its lines after the others. */
    List<String> with(List<String> others) {
        return Stream.concat(others.stream(), catalogue.problems().stream().map(this::line))
                .toList();
    }

    private String line(Problem problem) {
        if (!problem.unreadable()) {
            return problem.line();
        }
        return catalogue
                .find(problem.file())
                .map(document -> problem.line() + "; until then answers come from the version read on "
                        + DAY.format(LocalDate.ofInstant(document.since(), zone)))
                .orElse(problem.line());
    }
}
