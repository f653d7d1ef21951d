package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.knowledge.CuratedAnswer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Curated answers as the desk sees them: which there are, or which are due for review. */
@Component
public final class CuratedCard {
    /** So many fit on a card. */
    public static final int MOST = 5;

    /** For the answers together and for the questions, in characters of JSON. */
    private static final int ROOM = 3_000;

    private static final int ROOM_FOR_QUESTIONS = 1_500;

    private final CardTemplates templates;
    private final Messages messages;

    CuratedCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** At most {@value #MOST} of them, in their order. */
    public Card of(List<CuratedAnswer> answers, LocalDate today) {
        List<CuratedAnswer> shown = answers.subList(0, Math.min(MOST, answers.size()));
        List<String> ids = shown.stream().map(CuratedAnswer::id).toList();
        List<String> texts =
                Excerpts.of(shown.stream().map(CuratedAnswer::text).toList(), ROOM, messages.text("curated.cut"));
        List<String> questions = Excerpts.of(
                shown.stream().map(CuratedAnswer::question).toList(), ROOM_FOR_QUESTIONS, messages.text("curated.cut"));
        String title = messages.text("curated.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("none", answers.isEmpty() ? messages.text("curated.none") : null);
        data.put(
                "more",
                answers.size() > shown.size() ? messages.text("curated.more", answers.size() - shown.size()) : null);
        data.put("shown", ids);
        data.put("renewTitle", messages.text("curated.renew"));
        data.put("retireTitle", messages.text("curated.retire"));
        data.put(
                "answers",
                IntStream.range(0, shown.size())
                        .mapToObj(i -> line(shown.get(i), questions.get(i), texts.get(i), today))
                        .toList());
        return new Card(templates.render("curated", data), title);
    }

    private Map<String, Object> line(CuratedAnswer answer, String question, String text, LocalDate today) {
        String until = WrittenTime.date(answer.reviewDue());
        String key = answer.retired() ? "curated.retired" : answer.answersOn(today) ? "curated.until" : "curated.due";
        return Map.of(
                "id",
                answer.id(),
                "question",
                question,
                "text",
                text,
                "state",
                messages.text(key, Markdown.escape(answer.owner()), until),
                "live",
                !answer.retired());
    }
}
