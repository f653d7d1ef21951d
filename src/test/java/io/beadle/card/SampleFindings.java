package io.beadle.card;

import static io.beadle.card.SampleReports.ALEX;
import static io.beadle.card.SampleReports.MARK;
import static io.beadle.card.SampleReports.SAM;

import io.beadle.content.ReportType;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.News;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.register.Digest;
import io.beadle.register.DueReviews.Due;
import io.beadle.register.Figures;
import io.beadle.register.Paper;
import io.beadle.register.Search;
import io.beadle.register.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The cards of search, figures, reviews and exercises, and the same with names by somebody who means harm. */
final class SampleFindings {
    /** One white pixel: what is drawn depends on the fonts of the machine. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

    private SampleFindings() {}

    static Map<String, Card> cards(TestCards cards, ReportType type) {
        Instant now = TestCards.SATURDAY.plus(Duration.ofHours(2));
        Incident medium = SampleReports.incident(type, SampleReports.phone(), Severity.MEDIUM);
        Incident high = SampleReports.incident(type, SampleReports.dangerous(), Severity.HIGH);
        Incident hostile = hostile(cards);
        Search open = new Search(Set.of(), Set.of(Severity.HIGH), State.OPEN, false, false, null, null);
        Search much = new Search(
                Set.of(type.id()),
                Set.of(),
                State.ANY,
                true,
                false,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 11, 1));
        SearchCard search = new SearchCard(cards.content().cards(), cards.messages(), cards.types(), cards.times());
        ReviewsCard reviews = new ReviewsCard(cards.content().cards(), cards.messages(), cards.times());
        OverviewCard overview = new OverviewCard(
                cards.content().cards(),
                cards.messages(),
                cards.times(),
                cards.content().duties());
        FiguresCard figures = new FiguresCard(cards.content().cards(), cards.messages());
        List<Incident> many = IntStream.range(0, 23).mapToObj(i -> medium).toList();
        Map<String, Card> all = new LinkedHashMap<>();
        all.put("search", search.of(open, List.of(high, medium), 0, false, now));
        all.put("search-none", search.of(much, List.of(), 0, true, now));
        all.put("search-first", search.of(much, many, 0, true, now));
        all.put("search-last", search.of(much, many, 7, true, now));
        all.put("search-one", search.one("INC-2026-0001", List.of(medium.drill()), true, now));
        all.put("hostile-search", search.of(open, List.of(hostile), 0, true, now));
        all.put("due-reviews-none", reviews.of(List.of(), now));
        all.put(
                "due-reviews",
                reviews.of(
                        List.of(
                                new Due(medium, "Review it", "Information security manager", now.minusSeconds(600)),
                                new Due(medium, "A corrective action", "Alex", now.plus(Duration.ofDays(3)))),
                        now));
        all.put("hostile-due-reviews", reviews.of(List.of(new Due(medium, MARK, MARK, now)), now));
        all.put(
                "due-reviews-policies",
                reviews.policies("INC-2026-0001", List.of("Mobile working policy", "E-mail"), now));
        all.put("hostile-due-reviews-policies", reviews.policies("INC-2026-0001", List.of(MARK), now));
        all.put("due-reviews-policies-none", reviews.policies("INC-2026-0001", List.of(), now));
        all.put(
                "digest",
                overview.digest(new Digest(
                        7,
                        4,
                        3,
                        1,
                        List.of(new Digest.Overdue("INC-2026-0042", "Assess the breach", now)),
                        Map.of("Waiting for the police", 2L),
                        2,
                        9)));
        all.put("digest-quiet", overview.digest(new Digest(0, 0, 0, 0, List.of(), Map.of(), 0, 0)));
        Incident drill = medium.drill()
                .acknowledge(ALEX, TestCards.SATURDAY.plusSeconds(300))
                .acknowledge(SAM, TestCards.SATURDAY.plusSeconds(660));
        all.put("drill", overview.drill(drill.close("resolved", ALEX, now), now));
        all.put(
                "publish",
                FindingCards.publish(cards)
                        .of(
                                "Information security incidents, October 2026",
                                List.of(new Paper.Line("Reported", "21", false)),
                                new Stretch(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1))));
        all.put("figures", figures.of(figures(type.title()), Optional.of(PIXEL)));
        all.put("figures-nothing", figures.of(nothing(), Optional.empty()));
        all.put("hostile-figures", figures.of(figures(MARK), Optional.of(PIXEL)));
        Draft begun = SampleReports.draft(type, SampleReports.phone(), 1).drill();
        all.put("step-exercise", cards.report().step(begun, type, Map.of(), false, now));
        all.put("reminder-exercise", cards.simple().reminder("nudge", begun, "1", "2"));
        all.put("news-exercise", cards.news().of(medium.drill(), new News(News.What.ACKNOWLEDGED, null), now));
        return all;
    }

    /** Its type's title and the name of whoever deals with it are markup. */
    private static Incident hostile(TestCards cards) {
        Report report = new Report("lost-device", MARK, SampleReports.PAT, null, null, TestCards.SATURDAY, List.of());
        Incident incident = Incident.reported("INC-2026-0001", "draft", report, Severity.HIGH, Duration.ofMinutes(15));
        Act act = new Act(
                "a",
                "assign",
                TestCards.SATURDAY,
                ALEX,
                List.of(new Answer("person", "Who deals with it?", "alex", MARK, false)));
        return new Acting(cards.content().acts().find("assign").orElseThrow()).on(incident, act);
    }

    private static Figures figures(String type) {
        Figures.Spread spread = new Figures.Spread(11, Duration.ofMinutes(12), Duration.ofHours(3));
        return new Figures(
                Stretch.of("2026-10-01/2026-11-01").orElseThrow(),
                12,
                ranked(type, 7, "E-mail to the wrong person", 5),
                ranked("An incident", 10, "A near miss", 2),
                ranked("Theft", 4, "A slip such as a wrong address", 3),
                1,
                12_400,
                6,
                spread,
                spread,
                List.of(new Figures.OfDuty("Two people acknowledge it", 11, 1, 0)),
                List.of(new Figures.Repeat(type, "Theft", 4)),
                List.of(new Figures.Topic(type, 9, 7)),
                months(8));
    }

    private static Figures nothing() {
        Figures.Spread none = new Figures.Spread(0, Duration.ZERO, Duration.ZERO);
        return new Figures(
                Stretch.of("2026-10-01/2026-11-01").orElseThrow(),
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                0,
                none,
                none,
                List.of(),
                List.of(),
                List.of(),
                months(0));
    }

    private static Map<String, Long> ranked(String first, long most, String second, long next) {
        Map<String, Long> ranked = new LinkedHashMap<>();
        ranked.put(first, most);
        ranked.put(second, next);
        return ranked;
    }

    private static List<Figures.Month> months(int most) {
        return IntStream.range(0, 12)
                .mapToObj(i -> new Figures.Month(YearMonth.of(2025, 11).plusMonths(i), most, most / 2))
                .toList();
    }
}
