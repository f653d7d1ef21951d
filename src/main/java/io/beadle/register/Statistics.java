package io.beadle.register;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Closing;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Works the figures of a stretch of time out of the stored incidents and the questions without good answers. */
@Component
public final class Statistics {
    /** The right to see them. */
    public static final String RIGHT = "report";

    private static final int MONTHS = 12;

    /** A year of a council's gaps. */
    private static final int QUESTIONS = 2_000;

    private final Incidents incidents;
    private final AskedQuestions questions;
    private final ReportTypes types;
    private final Topics topics;
    private final Lessons lessons;
    private final Duties duties;
    private final ZoneId zone;

    public Statistics(
            Incidents incidents,
            AskedQuestions questions,
            ReportTypes types,
            Lessons lessons,
            Duties duties,
            ZoneId zone) {
        this.incidents = incidents;
        this.questions = questions;
        this.types = types;
        this.topics = new Topics(types);
        this.lessons = lessons;
        this.duties = duties;
        this.zone = zone;
    }

    public Figures of(Stretch stretch, Instant now) {
        LocalDate end = stretch.after();
        LocalDate tomorrow = LocalDate.ofInstant(now, zone).plusDays(1);
        YearMonth last = YearMonth.from((end.isAfter(tomorrow) ? tomorrow : end).minusDays(1));
        List<YearMonth> months = IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(MONTHS - 1L - back))
                .toList();
        Stretch trend = new Stretch(
                months.getFirst().minusMonths(MONTHS).atDay(1),
                latest(end, last.plusMonths(1).atDay(1)));
        Stretch wanted = new Stretch(earliest(stretch.first(), trend.first()), trend.after());
        List<Incident> open = counted(wanted);
        List<Incident> known = open.stream().filter(i -> stretch.has(day(i))).toList();
        return new Figures(
                stretch,
                known.size(),
                ranked(known, incident -> Optional.of(incident.report().title())),
                ranked(known, incident -> Optional.of(lessons.kind(incident))),
                ranked(known, lessons::cause),
                known.stream().filter(lessons::malfunctioned).count(),
                known.stream()
                        .flatMap(incident -> lessons.pounds(incident).stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                known.stream()
                        .filter(incident -> lessons.pounds(incident).isPresent())
                        .count(),
                spread(known, Statistics::acknowledged),
                spread(
                        known,
                        incident -> Optional.ofNullable(incident.closing()).map(Closing::at)),
                duties(known, now),
                repeats(open.stream()
                        .filter(i -> new Stretch(end.minusMonths(MONTHS), end).has(day(i)))
                        .toList()),
                asked(stretch, known),
                months.stream().map(month -> month(month, open)).toList());
    }

    /** Of the quarters that a longer stretch is made of; none where it is not made of whole ones. */
    public List<Figures> ofQuarters(Stretch stretch, Instant now) {
        return stretch.quarters().stream().map(quarter -> of(quarter, now)).toList();
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** No restricted one is in any figure: the difference of two would tell of it (G10). */
    private List<Incident> counted(Stretch stretch) {
        try (Stream<Incident> all = incidents.reportedBetween(start(stretch.first()), start(stretch.after()))) {
            return all.filter(incident -> !incident.exercise() && !isPartOfAnother(incident))
                    .filter(incident -> !new CaseFile(incident).isRestricted())
                    .toList();
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean isPartOfAnother(Incident incident) {
        Closing closing = incident.closing();
        return closing != null && closing.outcome().equals("merged");
    }

    private LocalDate day(Incident incident) {
        return LocalDate.ofInstant(incident.report().reported(), zone);
    }

    private static Map<String, Long> ranked(List<Incident> known, Function<Incident, Optional<String>> name) {
        Map<String, Long> counts = known.stream()
                .flatMap(incident -> name.apply(incident).stream())
                .collect(groupingBy(Function.identity(), LinkedHashMap::new, counting()));
        Map<String, Long> ranked = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> ranked.put(count.getKey(), count.getValue()));
        return ranked;
    }

    private static Figures.Spread spread(List<Incident> known, Function<Incident, Optional<Instant>> reached) {
        return Figures.Spread.of(known.stream()
                .flatMap(incident -> reached.apply(incident).stream()
                        .map(at -> Duration.between(incident.report().reported(), at)))
                .toList());
    }

    private static Optional<Instant> acknowledged(Incident incident) {
        return incident.isAcknowledged()
                ? Optional.of(
                        incident.acknowledgements().get(incident.wanted() - 1).at())
                : Optional.empty();
    }

    private List<Figures.OfDuty> duties(List<Incident> known, Instant now) {
        Map<String, List<Duty>> byRule = known.stream()
                .flatMap(incident -> incident.duties().stream())
                .filter(duty -> duty.due() != null && duty.end() != Duty.End.VOID)
                .filter(duty -> !duty.isOpen() || duty.isLate(now))
                .collect(groupingBy(Duty::rule));
        return duties.duties().stream()
                .map(DutyRule::id)
                .filter(byRule::containsKey)
                .map(rule -> duty(rule, Objects.requireNonNull(byRule.get(rule)), now))
                .toList();
    }

    private Figures.OfDuty duty(String rule, List<Duty> settled, Instant now) {
        long waived =
                settled.stream().filter(duty -> duty.end() == Duty.End.WAIVED).count();
        long missed = settled.stream()
                .filter(duty -> duty.end() != Duty.End.WAIVED && duty.isLate(now))
                .count();
        String title = duties.rule(rule).map(DutyRule::title).orElse(rule);
        return new Figures.OfDuty(title, settled.size() - waived - missed, missed, waived);
    }

    private List<Figures.Repeat> repeats(List<Incident> year) {
        record Reason(String type, String cause) {}
        return year.stream()
                .flatMap(incident -> lessons.cause(incident).stream()
                        .map(cause -> new Reason(incident.report().title(), cause)))
                .collect(groupingBy(Function.identity(), counting()))
                .entrySet()
                .stream()
                .filter(reason -> reason.getValue() > 1)
                .map(reason -> new Figures.Repeat(
                        reason.getKey().type(), reason.getKey().cause(), reason.getValue()))
                .sorted(Comparator.comparingLong(Figures.Repeat::times)
                        .reversed()
                        .thenComparing(Figures.Repeat::type)
                        .thenComparing(Figures.Repeat::cause))
                .toList();
    }

    private List<Figures.Topic> asked(Stretch stretch, List<Incident> known) {
        Instant since = start(stretch.first());
        Map<ReportType, Long> questions = this.questions.gaps(since, QUESTIONS).stream()
                .filter(question -> stretch.has(LocalDate.ofInstant(question.at(), zone)))
                .map(AskedQuestion::inFull)
                .flatMap(text -> topics.of(text).stream())
                .collect(groupingBy(Function.identity(), counting()));
        return types.types().stream()
                .filter(questions::containsKey)
                .map(type -> new Figures.Topic(
                        type.title(),
                        Objects.requireNonNull(questions.get(type)),
                        known.stream()
                                .filter(i -> i.report().type().equals(type.id()))
                                .count()))
                .sorted(Comparator.comparingLong(Figures.Topic::questions).reversed())
                .toList();
    }

    private Figures.Month month(YearMonth month, List<Incident> open) {
        return new Figures.Month(month, in(month, open), in(month.minusYears(1), open));
    }

    private long in(YearMonth month, List<Incident> open) {
        return open.stream().filter(i -> YearMonth.from(day(i)).equals(month)).count();
    }
}
