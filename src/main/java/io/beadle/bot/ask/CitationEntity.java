package io.beadle.bot.ask;

import io.beadle.knowledge.Citation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entity by which Teams shows {@code [1]}, {@code [2]} … in a text as citations. It refuses a whole message over one
 * field that is too long, so each is cut to its limit (Teams docs, "bot-messages-ai-generated-content": 20 citations,
 * name 80 and needed, abstract 160). The label "AI generated" is for what a language model wrote, and left out of a quotation.
 */
public final class CitationEntity {
    /** No more of them fit in a message. */
    static final int MOST = 20;

    private static final int NAME = 80;
    private static final int ABSTRACT = 160;

    private CitationEntity() {}

    /** The one entity of a message, which numbers the citations from 1 in their order; those past the twentieth have none. */
    public static Map<String, Object> of(List<Citation> citations) {
        return of(citations, false);
    }

    /** @param generated whether a language model wrote part of the message: Teams then shows its fixed label */
    static Map<String, Object> of(List<Citation> citations, boolean generated) {
        List<Map<String, Object>> claims = new ArrayList<>();
        for (Citation citation : citations.subList(0, Math.min(MOST, citations.size()))) {
            claims.add(Map.of("@type", "Claim", "position", claims.size() + 1, "appearance", appearance(citation)));
        }
        Map<String, Object> message = new HashMap<>(Map.of(
                "type", "https://schema.org/Message",
                "@type", "Message",
                "@context", "https://schema.org",
                "@id", "",
                "citation", claims));
        if (generated) {
            message.put("additionalType", List.of("AIGeneratedContent")); // an empty list is refused
        }
        return message;
    }

    private static Map<String, Object> appearance(Citation citation) {
        String title = citation.passage().title();
        return Map.of(
                "@type",
                "DigitalDocument",
                "name",
                cut(title.isBlank() ? citation.passage().document() : title, NAME),
                "abstract",
                cut(citation.sentence().isBlank() ? citation.quote() : citation.sentence(), ABSTRACT));
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
