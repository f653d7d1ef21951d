package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Kind;
import io.beadle.incident.Severity;
import io.beadle.incident.Wave;
import io.beadle.incident.WaveTally;
import io.beadle.register.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A wave of reports as the desk's channel sees it: chosen values and counts only (G11). Each wave has one, updated in place. */
@Component
public final class WaveCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final WrittenTime times;
    private final ZoneId zone;

    WaveCard(CardTemplates templates, Messages messages, WrittenTime times, ZoneId zone) {
        this.templates = templates;
        this.messages = messages;
        this.times = times;
        this.zone = zone;
    }

    /**
     * What the card shows.
     *
     * @param lead the report of which people are told for all
     * @param last the one that was reported last
     */
    public record Shown(Wave wave, WaveTally tally, Incident lead, Incident last) {}

    /** The card as of {@code now}, which it names beside the time left. */
    public Card of(Shown shown, Instant now) {
        Wave wave = shown.wave();
        String title = shown.lead().report().title();
        long all = shown.tally().all();
        Map<String, Object> data = new HashMap<>();
        String summary = messages.text("wave.summary", all, title);
        data.put("summary", summary);
        data.put("style", style(shown));
        data.put("kind", messages.text(wave.isGathering(now) ? "wave.kind" : "wave.kind.over"));
        data.put("title", title);
        data.put("count", messages.text("wave.count", all, times.onDay(wave.since())));
        data.put("facts", facts(shown));
        data.put("due", due(shown, now));
        data.put("acknowledged", messages.text("wave.acknowledged", all - waiting(shown), all));
        data.put(
                "acknowledgements",
                wave.acknowledgements().stream().map(this::acknowledged).toList());
        data.put("join", messages.text("wave.join", shown.lead().reference()));
        data.put("open", waiting(shown) > 0);
        data.put("wave", wave.id());
        data.put("lead", shown.lead().reference());
        data.put("acknowledgeTitle", messages.text("wave.acknowledge"));
        data.put("seeTitle", messages.text("wave.see"));
        data.put("search", ofItsKind(wave).code());
        data.put("openTitle", messages.text("wave.open", shown.lead().reference()));
        return new ExerciseMark(messages)
                .on(
                        new Card(templates.render("wave", data), summary),
                        wave.kind().exercise());
    }

    /** What is overdue of them is counted: people are told of the lead's alone. */
    private List<Map<String, String>> facts(Shown shown) {
        Wave wave = shown.wave();
        Incident last = shown.last();
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("wave.first", wave.id(), times.onDay(wave.since())));
        facts.add(fact("wave.last", last.reference(), times.onDay(last.report().reported())));
        facts.add(Map.of("title", messages.text("wave.severity"), "value", severities(shown.tally())));
        if (shown.tally().overdue() > 0) {
            facts.add(Map.of(
                    "title",
                    messages.text("wave.overdue"),
                    "value",
                    messages.text("wave.overdue.count", shown.tally().overdue())));
        }
        return facts;
    }

    /** Its members, and those alerted by themselves before it began on that day. */
    private Search ofItsKind(Wave wave) {
        LocalDate since = LocalDate.ofInstant(wave.since(), zone);
        Kind kind = wave.kind();
        return new Search(Set.of(kind.type()), Set.of(), State.ANY, false, kind.exercise(), since, null);
    }

    private static long waiting(Shown shown) {
        return shown.tally().waiting();
    }

    private static String style(Shown shown) {
        if (shown.tally().open() == 0) {
            return "good";
        }
        return shown.tally().reports().containsKey(Severity.MEDIUM) ? "warning" : "emphasis";
    }

    private Map<String, String> fact(String key, String reference, String at) {
        return Map.of("title", messages.text(key), "value", messages.text("wave.report", reference, at));
    }

    /** Severest first. */
    private String severities(WaveTally tally) {
        return Arrays.stream(Severity.values())
                .sorted((one, other) -> other.compareTo(one))
                .filter(tally.reports()::containsKey)
                .map(severity -> messages.text(
                        "wave.severity.count",
                        messages.text("severity." + severity.name().toLowerCase(Locale.ROOT)),
                        tally.reports().getOrDefault(severity, 0L)))
                .collect(Collectors.joining(", "));
    }

    private String due(Shown shown, Instant now) {
        if (shown.tally().open() == 0) {
            return messages.text("wave.closed");
        }
        if (waiting(shown) == 0) {
            return messages.text("wave.done");
        }
        Instant due = shown.lead().acknowledgeBy();
        Duration left = Duration.between(now, due);
        return messages.text(
                left.isNegative() ? "alert.overdue" : "alert.due",
                times.onDay(due),
                WrittenTime.of(left),
                times.clock(now),
                shown.lead().wanted());
    }

    private Map<String, String> acknowledged(Acknowledgement by) {
        String name = by.by().name().isBlank()
                ? messages.text("alert.somebody")
                : Markdown.escape(by.by().name());
        return Map.of("text", messages.text("wave.by", name, times.onDay(by.at())));
    }
}
