package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.register.Figures;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The figures of a stretch of time, with a picture of the trend, which the card itself holds: Teams fetches none from a Beadle that
 * has no public address. All that the picture shows stands in the text too.
 */
@Component
public final class FiguresCard {
    private static final int SHOWN = 5;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

    private final CardTemplates templates;
    private final Messages messages;

    FiguresCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** The card; without a picture where there is none. */
    public Card of(Figures figures, Optional<byte[]> picture) {
        String title = messages.text("figures.title", figures.stretch().title());
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", messages.text("figures.intro"));
        data.put("facts", facts(figures));
        data.put("hasPicture", picture.isPresent());
        data.put(
                "picture",
                picture.map(png ->
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                        .orElse(null));
        data.put("altText", messages.text("figures.alt", trend(figures)));
        data.put(
                "lines",
                lines(figures).stream().map(line -> Map.of("text", line)).toList());
        data.put("stretch", figures.stretch().code());
        data.put("sheetTitle", messages.text("register.xlsx"));
        data.put("publishTitle", messages.text("figures.publish"));
        return new Card(templates.render("figures", data), title);
    }

    private List<Map<String, String>> facts(Figures figures) {
        return List.of(
                fact("figures.total", String.valueOf(figures.total())),
                fact("figures.acknowledged", spread(figures.acknowledged())),
                fact("figures.time.closed", spread(figures.closed())),
                fact("figures.malfunctions", String.valueOf(figures.malfunctions())),
                fact("figures.costs", messages.text("figures.costs.of", figures.pounds(), figures.costed())),
                fact(
                        "figures.duties",
                        messages.text(
                                "figures.duties.of",
                                figures.duties().stream()
                                        .mapToLong(Figures.OfDuty::met)
                                        .sum(),
                                figures.duties().stream()
                                        .mapToLong(Figures.OfDuty::missed)
                                        .sum())));
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("title", messages.text(key), "value", value);
    }

    private String spread(Figures.Spread spread) {
        return spread.of() == 0
                ? messages.text("figures.spread.none")
                : messages.text(
                        "figures.spread", WrittenTime.of(spread.median()), WrittenTime.of(spread.most()), spread.of());
    }

    private List<String> lines(Figures figures) {
        List<String> lines = new ArrayList<>();
        add(lines, "figures.types", counts(figures.types()));
        add(lines, "figures.kinds", counts(figures.kinds()));
        add(lines, "figures.causes", counts(figures.causes()));
        add(
                lines,
                "figures.missed",
                figures.duties().stream()
                        .filter(duty -> duty.missed() > 0)
                        .limit(SHOWN)
                        .map(duty -> named(duty.title(), duty.missed()))
                        .collect(Collectors.joining("; ")));
        add(
                lines,
                "figures.repeats",
                figures.repeats().stream()
                        .limit(SHOWN)
                        .map(repeat -> messages.text(
                                "figures.repeat",
                                Markdown.escapeInLine(repeat.type()),
                                Markdown.escapeInLine(repeat.cause()),
                                repeat.times()))
                        .collect(Collectors.joining("; ")));
        add(
                lines,
                "figures.asked",
                figures.asked().stream()
                        .limit(SHOWN)
                        .map(topic -> messages.text(
                                "figures.topic",
                                Markdown.escapeInLine(topic.type()),
                                topic.questions(),
                                topic.incidents()))
                        .collect(Collectors.joining("; ")));
        add(lines, "figures.trend.beside", trend(figures));
        return lines;
    }

    private void add(List<String> lines, String key, String text) {
        if (!text.isEmpty()) {
            lines.add("**" + messages.text(key) + "**: " + text);
        }
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .limit(SHOWN)
                .map(count -> named(count.getKey(), count.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String named(String name, long count) {
        return Markdown.escapeInLine(name) + " " + count;
    }

    private String trend(Figures figures) {
        return figures.trend().stream()
                .map(month ->
                        messages.text("figures.month", MONTH.format(month.month()), month.incidents(), month.before()))
                .collect(Collectors.joining(", "));
    }
}
