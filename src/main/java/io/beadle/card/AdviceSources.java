package io.beadle.card;

import io.beadle.content.ReportType;
import java.util.Optional;

/** Where in the council's own policies a piece of advice stands. */
@FunctionalInterface
public interface AdviceSources {
    /**
     * The clause behind the advice as Markdown: its place, with a link where there is one, and its words, cut short. Answers
     * at once: empty as long as it is still being looked up, where the policies do not say it, and where the reader may not
     * read it (G34).
     *
     * @param reader an Entra object id
     */
    Optional<String> of(ReportType.Advice advice, String reader);
}
