package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.incident.Closing;
import io.beadle.incident.Incident;
import io.beadle.incident.News;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a reporter is told of their report in their personal chat: chosen sentences, which thank, blame nobody and promise
 * nothing (G7). An account that is held is told the reference only (G5).
 */
@Component
public final class NewsCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;
    private final MyReportsCard list;
    private final MyReportCards mine;
    private final IncidentRecord records;
    private final ExerciseMark marks;

    NewsCard(
            CardTemplates templates,
            Messages messages,
            Phrases phrases,
            MyReportsCard list,
            MyReportCards mine,
            IncidentRecord records) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
        this.list = list;
        this.mine = mine;
        this.records = records;
        this.marks = new ExerciseMark(messages);
    }

    public Card of(Incident incident, News news, Instant now) {
        return marks.on(unmarked(incident, news, now), incident.exercise());
    }

    private Card unmarked(Incident incident, News news, Instant now) {
        if (incident.isHeld() && news.what() == News.What.LATE) {
            // that nobody has answered is no secret, and whoever reported must ring (G6)
            return card(
                    incident,
                    messages.text("news.late.title", incident.reference()),
                    phrases.withNumbers(incident, "news.late", incident.reference(), incident.wanted()),
                    null,
                    List.of());
        }
        if (incident.isHeld()) {
            String title = messages.text("mine.held.title", incident.reference());
            return card(
                    incident, title, phrases.withNumbers(incident, "mine.held", incident.reference()), null, List.of());
        }
        String reference = incident.reference();
        IncidentButton open = IncidentButton.of(messages.text("mine.open", reference), "mine.open", reference);
        return switch (news.what()) {
            case ACKNOWLEDGED ->
                told(
                        incident,
                        "acknowledged",
                        messages.text(
                                phrases.isApart(incident) ? "news.acknowledged.apart" : "news.acknowledged",
                                reference,
                                incident.wanted()),
                        open);
            case LATE ->
                told(incident, "late", phrases.withNumbers(incident, "news.late", reference, incident.wanted()), open);
            case FACTS ->
                card(
                        incident,
                        messages.text("news.facts.title", reference),
                        messages.text("news.facts", reference),
                        records.missing(incident),
                        List.of(mine.missingButton(reference).shown(true), open.shown()));
            case ASKED ->
                incident.unanswered().stream()
                        .filter(asked -> asked.key().equals(news.statement()))
                        .findFirst()
                        .map(asked -> mine.reply(incident, asked, Map.of(), Map.of(), now))
                        .orElseGet(() -> mine.of(incident, null, now));
            case CONFIRMED -> told(incident, "confirmed", messages.text("news.confirmed"), open);
            case CLOSED -> {
                Closing closing = incident.closing();
                String outcome = closing == null ? "" : list.told(closing);
                yield told(incident, "closed", messages.text("news.closed", outcome), open);
            }
        };
    }

    private Card told(Incident incident, String what, String text, IncidentButton open) {
        return card(
                incident,
                messages.text("news." + what + ".title", incident.reference()),
                text,
                null,
                List.of(open.shown(true)));
    }

    private Card card(
            Incident incident, String title, String text, @Nullable String missing, List<Map<String, Object>> buttons) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("notice", null);
        data.put("state", text);
        data.put("missing", missing);
        data.put("sections", List.of());
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        data.put("urgent", phrases.urgent(incident));
        return new Card(templates.render("incident-record", data), title);
    }
}
