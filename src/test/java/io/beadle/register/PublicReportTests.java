package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeIncidents.PRIYA;
import static io.beadle.register.SomeIncidents.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leaves the council: the report to publish, and the summary for other councils. */
class PublicReportTests {
    private static final Stretch QUARTER =
            Stretch.named("q3", LocalDate.of(2026, 11, 21)).orElseThrow();

    private static final PublicReport REPORT = new PublicReport(CONTENT.messages());
    private final WarpSummary warp = new WarpSummary(new Lessons(CONTENT.acts()), CONTENT.messages(), TestCards.LONDON);

    @Test
    void largeNumbersAreToldAndSmallOnesAreNot() {
        String text = text(figures(20, Map.of("Lost or stolen device", 12L, "Weakness", 8L), 12));
        assertThat(text)
                .contains("July to September 2026", "Reported = 20", "Lost or stolen device = 12", "Weakness = 8");
        String small = text(figures(20, ordered("Lost or stolen device", 12L, "Weakness", 5L, "Near miss", 3L), 12));
        assertThat(small).contains("Lost or stolen device = 12", "Weakness = Not shown", "Near miss = Not shown");
    }

    @Test
    void aTotalThatWouldGiveASmallNumberAwayIsNotToldAnywhere() {
        String text = text(figures(3, Map.of("Weakness", 3L), 1));
        assertThat(text)
                .contains("Reported = Not shown", "Weakness = Not shown")
                .doesNotContain("= 3\n");
    }

    @Test
    void timesOfFewerThanFiveAreNotTold() {
        Figures few = figures(20, Map.of("Weakness", 20L), 3);
        assertThat(text(few)).contains("Acknowledged by all who must = Not shown");
        assertThat(text(figures(20, Map.of("Weakness", 20L), 9)))
                .contains("Acknowledged by all who must = half within an hour, nine of ten within 5 hours");
    }

    @Test
    void theTrendIsByQuartersSoThatNoMonthCanBeWorkedOut() {
        String text = text(figures(20, Map.of("Weakness", 20L), 9));
        assertThat(text)
                .contains("July 2026 \u2013 September 2026 = 21", "July 2025 \u2013 September 2025 = 6")
                .doesNotContain("August 2026 =");
    }

    @Test
    void whatOneQuarterDoesNotTellTheYearDoesNotEither() {
        Figures small = figures(23, ordered("Lost or stolen device", 12L, "Weakness", 8L, "Near miss", 3L), 12);
        Figures large = figures(27, ordered("Lost or stolen device", 12L, "Weakness", 8L, "Near miss", 7L), 12);
        Figures year = figures(104, ordered("Lost or stolen device", 48L, "Weakness", 32L, "Near miss", 24L), 12);
        assertThat(text(REPORT.of(year, List.of(small, large, large, large))))
                .as("24 less three times 7")
                .contains("Near miss = Not shown", "Weakness = Not shown", "Lost or stolen device = 48");
        assertThat(text(REPORT.of(year, List.of(small, small, large, large))))
                .as("which of two quarters has how many cannot be worked out")
                .contains("Near miss = 24", "Weakness = 32");
        Figures three = figures(3, Map.of("Weakness", 3L), 1);
        assertThat(text(REPORT.of(year, List.of(three, large, large, large)))).contains("Reported = Not shown");
    }

    @Test
    void theSummaryForOtherCouncilsHoldsChosenValuesAlone() {
        Incident incident = closed(
                SomeBreaches.with(
                        SomeBreaches.lostLaptop("INC-2026-0042"),
                        "contain",
                        PRIYA,
                        SomeBreaches.REPORTED,
                        Map.of("step", "account", "detail", "Rowan's account at Zanzibar House")),
                Duration.ofDays(2),
                "theft",
                "400");
        String text = text(warp.of(incident));
        assertThat(WarpSummary.mayBeTold(incident)).isTrue();
        assertThat(text)
                .contains(
                        "What happened = Lost or stolen device",
                        "Month = November 2026",
                        "Main cause = Theft",
                        "What was done = An account was blocked",
                        "Closed within 3 days")
                .doesNotContain("Rowan", "Zanzibar", "Heliotrope", "INC-", "21", "Priya", "400");
    }

    @Test
    void noSummaryIsMadeOfADrillOrOfWhatIsRestricted() {
        Incident incident = SomeBreaches.lostLaptop("INC-2026-0042");
        assertThat(WarpSummary.mayBeTold(incident.drill())).isFalse();
        assertThat(WarpSummary.mayBeTold(SomeIncidents.restricted(incident))).isFalse();
    }

    private static Map<String, Long> ordered(Object... counts) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i += 2) {
            ordered.put((String) counts[i], (Long) counts[i + 1]);
        }
        return ordered;
    }

    private static Figures figures(long total, Map<String, Long> types, int timed) {
        Figures.Spread spread = new Figures.Spread(timed, Duration.ofMinutes(40), Duration.ofHours(5));
        return new Figures(
                QUARTER,
                total,
                types,
                Map.of("An incident", total),
                Map.of(),
                0,
                0,
                0,
                spread,
                spread,
                List.of(),
                List.of(),
                List.of(),
                IntStream.range(0, 12)
                        .mapToObj(i -> new Figures.Month(YearMonth.of(2025, 10).plusMonths(i), 7, 2))
                        .toList());
    }

    private static String text(Figures figures) {
        return text(REPORT.of(figures, List.of()));
    }

    private static String text(Paper paper) {
        return paper.title() + "\n"
                + paper.parts().stream()
                        .map(part -> switch (part) {
                            case Paper.Heading heading -> heading.text();
                            case Paper.Text text -> text.text();
                            case Paper.Lines lines ->
                                lines.lines().stream()
                                        .map(line -> line.name() + " = " + line.text())
                                        .collect(Collectors.joining("\n"));
                        })
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
