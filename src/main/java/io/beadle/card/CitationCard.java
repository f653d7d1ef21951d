package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.PolicyLinks;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A quote of a policy as it is dropped into any chat: with no button but a link, because Beadle may not be there. */
@Component
public final class CitationCard {
    /** Characters of the quote; several cards go in one answer. */
    private static final int ROOM = 2_000;

    private final CardTemplates templates;
    private final Messages messages;
    private final SourceLine sources;
    private final CautionText cautions;
    private final PolicyLinks links;

    CitationCard(
            CardTemplates templates, Messages messages, SourceLine sources, CautionText cautions, PolicyLinks links) {
        this.templates = templates;
        this.messages = messages;
        this.sources = sources;
        this.cautions = cautions;
        this.links = links;
    }

    /** The card. Its link is for everybody who will see it, so it is one that everybody may open. */
    public Card of(Citation citation) {
        String title = citation.passage().title();
        String summary = messages.text("search.summary", title);
        Map<String, Object> data = new HashMap<>();
        data.put("summary", summary);
        data.put("title", Markdown.escape(title));
        data.put("source", Markdown.escape(sources.of(citation.passage())));
        data.put(
                "runs",
                MarkedQuote.of(citation).within(ROOM).runs().stream()
                        .map(run -> Map.of("text", run.text(), "weight", run.answers() ? "Bolder" : "Default"))
                        .toList());
        data.put(
                "cautions",
                cautions.of(citation.cautions()).stream()
                        .map(caution -> Map.of("text", Markdown.escape(caution)))
                        .toList());
        data.put("openTitle", messages.text("answer.open"));
        data.put("link", links.link(citation, null).map(URI::toString).orElse(null));
        return new Card(templates.render("citation", data), summary);
    }
}
