package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.ReportTypes;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyLinks;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes with an answer: its sources and buttons, and the passages they show in its place. */
@Component
public final class AnswerCards {
    /** Characters of JSON that the passages of one card have. */
    private static final int ROOM = 7_000;

    private final CardTemplates templates;
    private final Messages messages;
    private final ReportTypes types;
    private final SourceLine sources;
    private final PolicyLinks links;

    AnswerCards(CardTemplates templates, Messages messages, ReportTypes types, SourceLine sources, PolicyLinks links) {
        this.templates = templates;
        this.messages = messages;
        this.types = types;
        this.sources = sources;
        this.links = links;
    }

    /**
     * The card under an answer.
     *
     * @param cited the passages quoted that are still there; each keeps its number
     * @param asker whose links they are, null where everybody in the conversation sees them
     */
    public Card answer(ShownAnswer shown, List<Passage> cited, @Nullable String asker) {
        String summary = messages.text("answer.summary");
        Map<String, Object> data = data(summary, shown);
        data.put("sources", sources(shown, cited, asker));
        data.put("offer", messages.text("answer.offer"));
        data.put("sectionTitle", messages.text("answer.section"));
        data.put("aloneTitle", messages.text("answer.alone"));
        data.put("followUp", shown.followUp());
        data.put("personTitle", messages.text("answer.person"));
        data.put("kept", !shown.question().isEmpty());
        data.put("question", shown.question());
        data.put("moreTitle", messages.text("answer.more"));
        data.put("hasMore", !shown.further().isEmpty());
        data.put("type", shown.type() == null || types.find(shown.type()).isEmpty() ? null : shown.type());
        return new Card(templates.render("answer", data), summary);
    }

    /** The further passages. */
    public Card passages(ShownAnswer shown, List<Passage> passages) {
        String title = messages.text("answer.more.title");
        List<String> texts = Excerpts.of(passages.stream().map(Passage::text).toList(), ROOM, "…");
        List<Map<String, String>> shownTexts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            shownTexts.add(Map.of("source", Markdown.escape(sources.of(passages.get(i))), "text", texts.get(i)));
        }
        Map<String, Object> data = data(title, shown);
        data.put("title", title);
        data.put("passages", shownTexts);
        return new Card(templates.render("passages", data), title);
    }

    /**
     * The section a passage stands in, as much of it as fits around the passage.
     *
     * @param section in the document's order, the passage among them
     */
    public Card section(ShownAnswer shown, Passage passage, List<Passage> section, @Nullable String asker) {
        SectionWindow window = SectionWindow.around(passage, section, ROOM);
        String summary = messages.text("answer.section.summary");
        Map<String, Object> data = data(summary, shown);
        data.put("title", heading(passage));
        data.put("source", Markdown.escape(sources.of(passage)));
        data.put("before", window.before() ? messages.text("answer.section.before") : null);
        data.put("after", window.after() ? messages.text("answer.section.after") : null);
        data.put(
                "passages",
                window.passages().stream()
                        .map(one -> Map.of(
                                "style", one.id().equals(passage.id()) ? "emphasis" : "default", "text", one.text()))
                        .toList());
        data.put("openTitle", messages.text("answer.open"));
        data.put("link", link(passage, asker));
        return new Card(templates.render("section", data), summary);
    }

    private Map<String, Object> data(String summary, ShownAnswer shown) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", summary);
        data.put("answer", shown.data());
        data.put("backTitle", messages.text("answer.back"));
        data.put("reportTitle", messages.text("report.button"));
        return data;
    }

    private List<Map<String, Object>> sources(ShownAnswer shown, List<Passage> cited, @Nullable String asker) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Passage passage : cited) {
            Map<String, Object> source = new HashMap<>();
            source.put(
                    "text",
                    messages.text(
                            "answer.source",
                            String.valueOf(shown.cited().indexOf(passage.id()) + 1),
                            Markdown.escape(sources.of(passage))));
            source.put("passage", passage.id());
            source.put("openTitle", messages.text("answer.open"));
            source.put("link", link(passage, asker));
            list.add(source);
        }
        return list;
    }

    private String heading(Passage passage) {
        String heading = passage.heading();
        return Markdown.escape(heading == null ? passage.title() : heading);
    }

    private @Nullable String link(Passage passage, @Nullable String asker) {
        return links.link(passage, asker).map(URI::toString).orElse(null);
    }
}
