package io.beadle.bot.ask;

import io.beadle.knowledge.Citation;
import java.util.List;
import java.util.Map;

/**
 * The entity by which Teams shows {@code [1]} in a text as a citation. It refuses a whole message over one field that is
 * too long, so each is cut to its limit (Teams docs, "bot-messages-ai-generated-content": name 80, abstract 160). The
 * label "AI generated" is left out: the text is a quotation.
 */
final class CitationEntity {
    private static final int NAME = 80;
    private static final int ABSTRACT = 160;

    private CitationEntity() {}

    static Map<String, Object> of(Citation citation) {
        return Map.of(
                "type", "https://schema.org/Message",
                "@type", "Message",
                "@context", "https://schema.org",
                "@id", "",
                "citation",
                        List.of(Map.of(
                                "@type",
                                "Claim",
                                "position",
                                1,
                                "appearance",
                                Map.of(
                                        "@type", "DigitalDocument",
                                        "name", cut(citation.passage().title(), NAME),
                                        "abstract", cut(citation.quote(), ABSTRACT)))));
    }

    /** At most so many characters, by an ellipsis if need be, never half of a pair of surrogates. */
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }
}
