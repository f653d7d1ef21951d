package io.beadle.register;

import io.beadle.content.Messages;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Figures as tables, in full: for those who may see them, not to be published. */
@Component
public final class FigureTables {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Messages messages;

    public FigureTables(Messages messages) {
        this.messages = messages;
    }

    public List<Table> of(Figures figures) {
        return List.of(
                summary(figures),
                counts("figures.types", figures.types(), figures),
                counts("figures.kinds", figures.kinds(), figures),
                counts("figures.causes", figures.causes(), figures),
                table(
                        "figures.duties",
                        List.of(
                                words("figures.column.duty"),
                                number("figures.column.met"),
                                number("figures.column.missed"),
                                number("figures.column.waived")),
                        figures.duties().stream()
                                .map(duty -> List.of(
                                        duty.title(), text(duty.met()), text(duty.missed()), text(duty.waived())))
                                .toList(),
                        figures),
                table(
                        "figures.repeats",
                        List.of(
                                words("figures.column.type"),
                                words("figures.column.cause"),
                                number("figures.column.times")),
                        figures.repeats().stream()
                                .map(repeat -> List.of(repeat.type(), repeat.cause(), text(repeat.times())))
                                .toList(),
                        figures),
                table(
                        "figures.asked",
                        List.of(
                                words("figures.column.type"),
                                number("figures.column.questions"),
                                number("figures.column.incidents")),
                        figures.asked().stream()
                                .map(topic -> List.of(topic.type(), text(topic.questions()), text(topic.incidents())))
                                .toList(),
                        figures),
                table(
                        "figures.trend",
                        List.of(
                                words("figures.column.month"),
                                number("figures.column.incidents"),
                                number("figures.column.before")),
                        figures.trend().stream()
                                .map(month -> List.of(
                                        MONTH.format(month.month()), text(month.incidents()), text(month.before())))
                                .toList(),
                        figures));
    }

    private Table summary(Figures figures) {
        return table(
                "figures.summary",
                List.of(words("figures.column.figure"), number("figures.column.value")),
                List.of(
                        List.of(messages.text("figures.total"), text(figures.total())),
                        List.of(
                                messages.text("figures.closed"),
                                text(figures.closed().of())),
                        List.of(messages.text("figures.malfunctions"), text(figures.malfunctions())),
                        List.of(messages.text("figures.pounds"), text(figures.pounds())),
                        List.of(messages.text("figures.costed"), text(figures.costed())),
                        List.of(
                                messages.text("figures.minutes.acknowledged"),
                                minutes(figures.acknowledged().median())),
                        List.of(
                                messages.text("figures.minutes.acknowledged.most"),
                                minutes(figures.acknowledged().most())),
                        List.of(
                                messages.text("figures.minutes.closed"),
                                minutes(figures.closed().median())),
                        List.of(
                                messages.text("figures.minutes.closed.most"),
                                minutes(figures.closed().most()))),
                figures);
    }

    private Table counts(String key, Map<String, Long> counts, Figures figures) {
        return table(
                key,
                List.of(words(key), number("figures.column.incidents")),
                counts.entrySet().stream()
                        .map(count -> List.of(count.getKey(), text(count.getValue())))
                        .toList(),
                figures);
    }

    private Table table(String key, List<Table.Column> columns, List<List<String>> rows, Figures figures) {
        return new Table(
                messages.text(key),
                columns,
                rows,
                messages.text("figures.note", figures.stretch().title()));
    }

    private Table.Column words(String key) {
        return new Table.Column(messages.text(key), false);
    }

    private Table.Column number(String key) {
        return new Table.Column(messages.text(key), true);
    }

    private static String text(long number) {
        return String.valueOf(number);
    }

    private static String minutes(Duration duration) {
        return text(duration.toMinutes());
    }
}
