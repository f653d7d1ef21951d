package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Messages;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Closing;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.register.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a desk reads at once: its week, and how a drill went. Counts, references, chosen values (G11). */
@Component
public final class OverviewCard {
    private static final int SHOWN = 8;

    private final CardTemplates templates;
    private final Messages messages;
    private final WrittenTime times;
    private final Duties duties;

    OverviewCard(CardTemplates templates, Messages messages, WrittenTime times, Duties duties) {
        this.templates = templates;
        this.messages = messages;
        this.times = times;
        this.duties = duties;
    }

    /** The week at the desk. */
    public Card digest(Digest digest) {
        List<String> lines = new ArrayList<>();
        digest.overdue().stream()
                .limit(SHOWN)
                .map(late -> messages.text(
                        "digest.overdue",
                        late.reference(),
                        Markdown.escapeInLine(late.duty()),
                        times.onDay(late.due())))
                .forEach(lines::add);
        if (digest.overdue().size() > SHOWN) {
            lines.add(messages.text("digest.more", digest.overdue().size() - SHOWN));
        }
        new TreeMap<>(digest.waiting())
                .forEach((whom, count) ->
                        lines.add(messages.text("digest.waiting", Markdown.escapeInLine(whom), count)));
        lines.add(messages.text("digest.closed", digest.closed()));
        return card(
                messages.text("digest.title"),
                messages.text("digest.intro"),
                List.of(
                        fact("digest.new", digest.reported()),
                        fact("digest.open", digest.open()),
                        fact("digest.unassigned", digest.unassigned()),
                        fact("digest.late", digest.overdue().size()),
                        fact("digest.reviews", digest.reviews()),
                        fact("digest.gaps", digest.gaps())),
                lines);
    }

    /** How a drill went, once it is closed: who acknowledged when, and which duties were done in time. */
    public Card drill(Incident drill, Instant now) {
        Instant reported = drill.report().reported();
        List<String> lines = new ArrayList<>();
        for (Acknowledgement acknowledgement : drill.acknowledgements()) {
            lines.add(messages.text(
                    "drill.acknowledged",
                    Markdown.escapeInLine(acknowledgement.by().name()),
                    WrittenTime.of(Duration.between(reported, acknowledgement.at()))));
        }
        List<Duty> settled = drill.duties().stream()
                .filter(duty -> duty.due() != null && duty.end() != Duty.End.VOID)
                .toList();
        settled.forEach(duty -> lines.add(messages.text(
                "drill." + how(duty, now),
                Markdown.escapeInLine(
                        duties.rule(duty.rule()).map(DutyRule::title).orElse(duty.rule())))));
        long met = settled.stream().filter(duty -> how(duty, now).equals("met")).count();
        Closing closing = drill.closing();
        return card(
                messages.text("drill.title", drill.reference()),
                messages.text(
                        "drill.intro", Markdown.escapeInLine(drill.report().title())),
                List.of(
                        fact("drill.acknowledgements", drill.acknowledgements().size()),
                        fact("drill.count.met", met),
                        fact(
                                "drill.count.missed",
                                settled.stream()
                                        .filter(duty -> how(duty, now).equals("missed"))
                                        .count()),
                        Map.of(
                                "title",
                                messages.text("drill.took"),
                                "value",
                                WrittenTime.of(Duration.between(reported, closing == null ? now : closing.at())))),
                lines);
    }

    private static String how(Duty duty, Instant now) {
        if (duty.end() == Duty.End.WAIVED) {
            return "waived";
        }
        if (duty.isLate(now)) {
            return "missed";
        }
        return duty.isOpen() ? "open" : "met";
    }

    private Map<String, String> fact(String key, long count) {
        return Map.of("title", messages.text(key), "value", String.valueOf(count));
    }

    private Card card(String title, String intro, List<Map<String, String>> facts, List<String> lines) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", intro);
        data.put("facts", facts);
        data.put("lines", lines.stream().map(line -> Map.of("text", line)).toList());
        return new Card(templates.render("overview", data), title);
    }
}
