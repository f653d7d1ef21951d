package io.beadle.card;

import io.beadle.knowledge.Citation;
import java.util.List;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/** Quotes as a text in Teams' Markdown: each under its source, numbered, with what answers in bold. */
@Component
public final class AnswerText {
    /** Characters of all quotes together; Teams takes about 40,000 a message, and nobody reads 8,000. */
    private static final int ROOM = 8_000;

    private final SourceLine sources;
    private final CautionText cautions;

    AnswerText(SourceLine sources, CautionText cautions) {
        this.sources = sources;
        this.cautions = cautions;
    }

    /** The quotes one below the other, numbered from 1 in their order. */
    public String of(List<Citation> citations) {
        StringJoiner text = new StringJoiner("\n\n");
        int room = ROOM / Math.max(1, citations.size());
        for (int i = 0; i < citations.size(); i++) {
            Citation citation = citations.get(i);
            text.add("**" + Markdown.escape(sources.of(citation.passage())) + "**");
            text.add(MarkedQuote.of(citation).within(room).markdown() + " [" + (i + 1) + "]");
            cautions.of(citation.cautions()).forEach(caution -> text.add("⚠️ " + Markdown.escape(caution)));
        }
        return text.toString();
    }
}
