package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.register.DueReviews.Due;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reviews and corrective actions that are due, with who is to see to them; no word of what they found. */
@Component
public final class ReviewsCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final WrittenTime times;

    ReviewsCard(CardTemplates templates, Messages messages, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.times = times;
    }

    /** The list; of many the ones due first. */
    public Card of(List<Due> all, Instant now) {
        long overdue = all.stream().filter(due -> due.isOverdue(now)).count();
        String title = messages.text("reviews.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", messages.text(all.isEmpty() ? "reviews.none" : "reviews.some", all.size(), overdue));
        data.put(
                "lines",
                all.stream().limit(SearchCard.PAGE).map(due -> line(due, now)).toList());
        data.put("hasMore", false);
        data.put("moreTitle", null);
        data.put("search", "");
        data.put("page", 0);
        data.put(
                "hint",
                all.size() > SearchCard.PAGE
                        ? messages.text("reviews.more", all.size() - SearchCard.PAGE)
                        : messages.text("reviews.hint"));
        return new Card(templates.render("search", data), title);
    }

    private Map<String, Object> line(Due due, Instant now) {
        String reference = due.incident().reference();
        Map<String, Object> line =
                new HashMap<>(IncidentButton.of(messages.text("find.open", reference), "case.open", reference)
                        .shown());
        line.put("title", messages.text("find.line", reference, Markdown.escapeInLine(due.title())));
        String owner = Markdown.escapeInLine(due.owner());
        line.put(
                "state",
                messages.text(due.isOverdue(now) ? "reviews.overdue" : "reviews.due", times.inFull(due.due()), owner));
        return line;
    }

    /** To the desk, as an incident is closed whose policies are to be reviewed. */
    public Card policies(String reference, List<String> policies, Instant due) {
        String title = messages.text("reviews.policies.title", reference);
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put(
                "text",
                policies.isEmpty()
                        ? messages.text("reviews.policies.none", times.inFull(due))
                        : messages.text(
                                "reviews.policies",
                                times.inFull(due),
                                String.join(
                                        ", ",
                                        policies.stream()
                                                .map(Markdown::escapeInLine)
                                                .toList())));
        data.put("action", null);
        return new Card(templates.render("notice", data), title);
    }
}
