package io.beadle.register;

import io.beadle.content.Messages;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Figures as a report that can be published (G32): small numbers are not told, nor others from which one could be worked out (G15).
 * It names no council, so that the same report can go to a WARP (G31); whoever publishes it puts the name on top.
 */
@Component
public final class PublicReport {
    private static final int QUARTER = 3;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Messages messages;

    public PublicReport(Messages messages) {
        this.messages = messages;
    }

    /**
     * The report.
     *
     * @param quarters the figures of the quarters that the stretch is made of, which have reports of their own; none for others
     */
    public Paper of(Figures figures, List<Figures> quarters) {
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(
                new Paper.Text(messages.text("publish.intro", figures.stretch().title(), Suppressed.LEAST)));
        heading(parts, "figures.summary");
        parts.add(new Paper.Lines(summary(figures, quarters)));
        heading(parts, "figures.types");
        parts.add(counts(figures, quarters, Figures::types));
        heading(parts, "figures.kinds");
        parts.add(counts(figures, quarters, Figures::kinds));
        heading(parts, "figures.causes");
        parts.add(counts(figures, quarters, Figures::causes));
        heading(parts, "figures.duties");
        parts.add(counts(figures, quarters, this::duties));
        heading(parts, "figures.asked");
        parts.add(counts(figures, quarters, PublicReport::asked));
        heading(parts, "figures.trend");
        parts.add(new Paper.Text(messages.text("publish.trend")));
        parts.add(counts(Suppressed.of(quarters(figures, 0, Figures.Month::incidents), untold(figures, quarters))));
        parts.add(counts(Suppressed.of(quarters(figures, 1, Figures.Month::before))));
        return new Paper(title(figures), parts);
    }

    public String title(Figures figures) {
        return messages.text("publish.title", figures.stretch().title());
    }

    /** The quarters of the trend whose own total is not told. */
    private static Set<String> untold(Figures figures, List<Figures> quarters) {
        return (quarters.isEmpty() ? List.of(figures) : quarters)
                .stream()
                        .filter(quarter -> !isTotalTold(quarter, List.of()))
                        .map(quarter -> name(
                                YearMonth.from(quarter.stretch().first()),
                                YearMonth.from(quarter.stretch().after().minusDays(1))))
                        .collect(Collectors.toSet());
    }

    /** A total that one table must not tell must not stand anywhere, nor one from which another report's could be worked out. */
    private static boolean isTotalTold(Figures figures, List<Figures> quarters) {
        boolean large = figures.total() == 0 || figures.total() >= Suppressed.LEAST;
        return large
                && Stream.<Function<Figures, Map<String, Long>>>of(Figures::types, Figures::kinds)
                        .allMatch(
                                of -> suppressed(figures, quarters, of).total().isPresent())
                && quarters.stream()
                                .filter(quarter -> !isTotalTold(quarter, List.of()))
                                .count()
                        != 1;
    }

    private static Suppressed suppressed(
            Figures figures, List<Figures> quarters, Function<Figures, Map<String, Long>> of) {
        return Suppressed.of(of.apply(figures), quarters.stream().map(of).toList());
    }

    private Paper.Lines counts(Figures figures, List<Figures> quarters, Function<Figures, Map<String, Long>> of) {
        return counts(suppressed(figures, quarters, of));
    }

    private void heading(List<Paper.Part> parts, String key) {
        parts.add(new Paper.Heading(messages.text(key)));
    }

    /** What stands at its head, and may stand on a card. */
    public List<Paper.Line> summary(Figures figures, List<Figures> quarters) {
        List<Paper.Line> lines = new ArrayList<>();
        boolean told = isTotalTold(figures, quarters);
        lines.add(line("figures.total", told ? OptionalLong.of(figures.total()) : OptionalLong.empty()));
        lines.add(line("figures.acknowledged", spread(figures.acknowledged())));
        lines.add(line("figures.time.closed", spread(figures.closed())));
        lines.add(line("figures.malfunctions", atLeast(figures.malfunctions(), figures.malfunctions())));
        lines.add(line("figures.pounds", atLeast(figures.costed(), figures.pounds())));
        return lines;
    }

    private static OptionalLong atLeast(long of, long number) {
        return of == 0 || of >= Suppressed.LEAST ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private String spread(Figures.Spread spread) {
        return spread.of() < Suppressed.LEAST
                ? messages.text("foi.suppressed")
                : messages.text("publish.spread", hours(spread.median()), hours(spread.most()));
    }

    private String hours(Duration time) {
        return time.compareTo(Duration.ofDays(2)) < 0
                ? messages.text("publish.hours", Math.max(1, time.toHours()))
                : messages.text("publish.days", time.toDays());
    }

    private Map<String, Long> duties(Figures figures) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(messages.text("figures.column.met"), sum(figures, Figures.OfDuty::met));
        counts.put(messages.text("figures.column.missed"), sum(figures, Figures.OfDuty::missed));
        counts.put(messages.text("figures.column.waived"), sum(figures, Figures.OfDuty::waived));
        return counts;
    }

    private static long sum(Figures figures, ToLongFunction<Figures.OfDuty> count) {
        return figures.duties().stream().mapToLong(count).sum();
    }

    private static Map<String, Long> asked(Figures figures) {
        Map<String, Long> counts = new LinkedHashMap<>();
        figures.asked().forEach(topic -> counts.put(topic.type(), topic.questions()));
        return counts;
    }

    /** By quarters: from a quarter that is told and two of its months that are, the third could be worked out. */
    private static Map<String, Long> quarters(Figures figures, int yearsBack, ToLongFunction<Figures.Month> count) {
        Map<String, Long> quarters = new LinkedHashMap<>();
        List<Figures.Month> months = figures.trend();
        for (int i = 0; i + QUARTER <= months.size(); i += QUARTER) {
            List<Figures.Month> quarter = months.subList(i, i + QUARTER);
            YearMonth last = quarter.getLast().month().minusYears(yearsBack);
            quarters.put(
                    name(quarter.getFirst().month().minusYears(yearsBack), last),
                    quarter.stream().mapToLong(count).sum());
        }
        return quarters;
    }

    private static String name(YearMonth first, YearMonth last) {
        return MONTH.format(first) + " \u2013 " + MONTH.format(last);
    }

    private Paper.Lines counts(Suppressed counts) {
        return new Paper.Lines(
                counts.shown().isEmpty()
                        ? List.of(new Paper.Line(messages.text("publish.none"), "", false))
                        : counts.shown().entrySet().stream()
                                .map(count -> new Paper.Line(count.getKey(), text(count.getValue()), false))
                                .toList());
    }

    private Paper.Line line(String key, OptionalLong number) {
        return line(key, text(number));
    }

    private Paper.Line line(String key, String text) {
        return new Paper.Line(messages.text(key), text, false);
    }

    private String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : messages.text("foi.suppressed");
    }
}
