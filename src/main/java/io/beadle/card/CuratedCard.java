package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.Passage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Curated answers as the desk sees them: which there are, or which are due for review. */
@Component
public final class CuratedCard {
    /** So many fit on a card. */
    public static final int MOST = 3;

    /** For the answers together and for the questions, in characters of JSON. */
    private static final int ROOM = 2_400;

    private static final int ROOM_FOR_QUESTIONS = 1_000;

    private static final int ROOM_FOR_CLAUSES = 1_500;

    private final CardTemplates templates;
    private final Messages messages;
    private final SourceLine sources;

    CuratedCard(CardTemplates templates, Messages messages, SourceLine sources) {
        this.templates = templates;
        this.messages = messages;
        this.sources = sources;
    }

    /**
     * A curated answer with what has become of the clause it rests on.
     *
     * @param gone whether the policies no longer have it as it was
     * @param now what they say instead, as far as that could be found; null too when it is not gone
     */
    public record Line(
            CuratedAnswer answer, boolean gone, @Nullable Passage now) {
        /** Its clause stands, or it rests on none. */
        public static Line of(CuratedAnswer answer) {
            return new Line(answer, false, null);
        }

        String clause() {
            return now == null ? "" : now.text();
        }
    }

    /**
     * These, in their order.
     *
     * @param shown at most {@value #MOST}
     * @param all how many there are
     */
    public Card of(List<Line> shown, int all, LocalDate today) {
        List<String> ids = shown.stream().map(line -> line.answer().id()).toList();
        List<String> texts = Excerpts.of(
                shown.stream().map(line -> line.answer().text()).toList(), ROOM, messages.text("curated.cut"));
        List<String> questions = Excerpts.of(
                shown.stream().map(line -> line.answer().question()).toList(),
                ROOM_FOR_QUESTIONS,
                messages.text("curated.cut"));
        List<String> clauses =
                Excerpts.of(shown.stream().map(Line::clause).toList(), ROOM_FOR_CLAUSES, messages.text("curated.cut"));
        String title = messages.text("curated.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("none", shown.isEmpty() ? messages.text("curated.none") : null);
        data.put("more", all > shown.size() ? messages.text("curated.more", all - shown.size()) : null);
        data.put("shown", ids);
        data.put("reciteTitle", messages.text("curated.recite"));
        data.put("retireTitle", messages.text("curated.retire"));
        data.put(
                "answers",
                IntStream.range(0, shown.size())
                        .mapToObj(i -> line(shown.get(i), questions.get(i), texts.get(i), clauses.get(i), today))
                        .toList());
        return new Card(templates.render("curated", data), title);
    }

    private Map<String, Object> line(Line line, String question, String text, String clause, LocalDate today) {
        CuratedAnswer answer = line.answer();
        Passage now = line.now();
        boolean live = !answer.retired();
        Map<String, Object> data = new HashMap<>();
        data.put("id", answer.id());
        data.put("question", question);
        data.put("text", text);
        String until = WrittenTime.date(answer.reviewDue());
        data.put("state", messages.text(state(line, today), Markdown.escape(answer.owner()), until));
        data.put("live", live);
        data.put("recitable", live && now != null);
        data.put("now", now == null ? "" : messages.text("curated.now", Markdown.escape(sources.of(now))));
        data.put("clause", clause);
        data.put("recited", now == null ? "" : now.id());
        data.put("passage", line.gone() || answer.passage() == null ? "" : answer.passage());
        data.put("renewTitle", messages.text(line.gone() ? "curated.renew.without" : "curated.renew"));
        return data;
    }

    private static String state(Line line, LocalDate today) {
        if (line.answer().retired()) {
            return "curated.retired";
        }
        if (line.gone()) {
            return "curated.gone";
        }
        return line.answer().answersOn(today) ? "curated.until" : "curated.due";
    }
}
