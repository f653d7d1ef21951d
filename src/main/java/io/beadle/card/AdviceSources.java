package io.beadle.card;

import io.beadle.content.ReportType;
import java.util.Optional;

/** Where in the council's own policies a piece of advice stands. */
@FunctionalInterface
public interface AdviceSources {
    /**
     * A clause, as Markdown.
     *
     * @param place where it stands, with a link where there is one
     * @param quoted the same, and its words, cut short
     */
    record Clause(String place, String quoted) {}

    /**
     * The clause behind the advice. Answers at once: empty as long as it is still being looked up, where the policies do not
     * say it, and where the reader may not read it (G34).
     *
     * @param reader an Entra object id
     */
    Optional<Clause> of(ReportType.Advice advice, String reader);
}
