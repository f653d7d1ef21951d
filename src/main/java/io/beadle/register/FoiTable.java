package io.beadle.register;

import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How many incidents there were, for a request under the Freedom of Information Act (G15): by type, by month and by outcome,
 * of the twelve whole months before. Drills and restricted incidents are in no count.
 */
@Component
public final class FoiTable {
    /** The right to make it. */
    public static final String RIGHT = "report";

    private static final int MONTHS = 12;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Incidents incidents;
    private final ReportTypes types;
    private final Duties duties;
    private final Messages messages;
    private final ZoneId zone;

    public FoiTable(Incidents incidents, ReportTypes types, Duties duties, Messages messages, ZoneId zone) {
        this.incidents = incidents;
        this.types = types;
        this.duties = duties;
        this.messages = messages;
        this.zone = zone;
    }

    public List<Table> of(Instant now) {
        List<YearMonth> months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(back -> YearMonth.from(now.atZone(zone)).minusMonths(MONTHS + 1L - back))
                .toList();
        List<Incident> counted = counted(months);
        String open = messages.text("foi.open");
        return List.of(
                table(
                        "foi.type",
                        types.types().stream().map(ReportType::title).toList(),
                        counted,
                        incident -> incident.report().title()),
                table("foi.month", months.stream().map(MONTH::format).toList(), counted, i -> MONTH.format(month(i))),
                table(
                        "foi.outcome",
                        Stream.concat(
                                        Stream.of(open),
                                        duties.outcomes().stream().map(Duties.Outcome::label))
                                .toList(),
                        counted,
                        incident -> outcome(incident, open)));
    }

    private List<Incident> counted(List<YearMonth> months) {
        try (Stream<Incident> all = incidents.reportedBetween(
                start(months.getFirst()), start(months.getLast().plusMonths(1)))) {
            return all.filter(incident -> !incident.exercise() && !new CaseFile(incident).isRestricted())
                    .toList();
        }
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private YearMonth month(Incident incident) {
        return YearMonth.from(incident.report().reported().atZone(zone));
    }

    private String outcome(Incident incident, String open) {
        return incident.closing() == null
                ? open
                : duties.outcome(Objects.requireNonNull(incident.closing()).outcome())
                        .map(Duties.Outcome::label)
                        .orElse(incident.closing().outcome());
    }

    private Table table(String key, List<String> names, List<Incident> counted, Function<Incident, String> name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        names.forEach(each -> counts.put(each, 0L));
        // a type that is no longer in the content still has its row
        counted.forEach(incident -> counts.merge(name.apply(incident), 1L, Long::sum));
        Suppressed shown = Suppressed.of(counts);
        List<List<String>> rows = Stream.concat(
                        shown.shown().entrySet().stream().map(row -> List.of(row.getKey(), text(row.getValue()))),
                        Stream.of(List.of(messages.text("foi.total"), text(shown.total()))))
                .toList();
        return new Table(
                messages.text(key),
                List.of(
                        new Table.Column(messages.text(key), false),
                        new Table.Column(messages.text("foi.incidents"), true)),
                rows,
                messages.text("foi.note", String.valueOf(Suppressed.LEAST)));
    }

    private String text(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : messages.text("foi.suppressed");
    }
}
