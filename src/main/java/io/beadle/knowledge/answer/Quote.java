package io.beadle.knowledge.answer;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.document.Sentences;
import io.beadle.knowledge.index.Found;
import java.util.List;

/** Chooses what of a passage is quoted. */
final class Quote {
    /** A passage of up to so many words is read as a whole. */
    private static final int WHOLE_WORDS = 60;

    private Quote() {}

    /** The clause that answers, or all of a short passage. A list is never torn from its lead-in. */
    static Citation of(Found found) {
        String text = found.passage().text();
        List<String> clauses = Sentences.clauses(text);
        boolean whole = text.split("\\s+").length <= WHOLE_WORDS || found.clause() >= clauses.size();
        return Citation.of(found.passage(), whole ? text : clauses.get(found.clause()));
    }
}
