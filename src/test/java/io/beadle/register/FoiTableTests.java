package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.DPO;
import static io.beadle.register.SomeBreaches.REPORTER;
import static io.beadle.register.SomeBreaches.lostLaptop;
import static io.beadle.register.SomeBreaches.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FoiTableTests {
    /** The last whole month is October. */
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");

    private final Incidents incidents =
            StoredIncidents.in(SharedStore.newDatabase()).incidents();
    private final FoiTable foi =
            new FoiTable(incidents, CONTENT.reportTypes(), CONTENT.duties(), CONTENT.messages(), TestCards.LONDON);

    @Test
    void countsByTypeMonthAndOutcomeOfTheTwelveWholeMonthsBefore() {
        report(7, "2026-10-31T23:30:00Z", UnaryOperator.identity());
        report(5, "2025-11-01T00:30:00Z", UnaryOperator.identity());
        report(9, "2026-11-01T00:30:00Z", UnaryOperator.identity());
        report(9, "2025-10-31T12:00:00Z", UnaryOperator.identity());
        List<Table> tables = foi.of(NOW);
        assertThat(tables).extracting(Table::title).containsExactly("By type", "By month", "By outcome");
        assertThat(cell(tables.get(0), "Lost or stolen device")).isEqualTo("12");
        assertThat(cell(tables.get(1), "October 2026")).isEqualTo("7");
        assertThat(cell(tables.get(1), "November 2025")).isEqualTo("5");
        assertThat(tables.get(1).rows()).hasSize(13);
        assertThat(cell(tables.get(2), "Still open")).isEqualTo("12");
        assertThat(tables).allMatch(table -> cell(table, "All").equals("12"));
    }

    @Test
    void aSmallCountIsNotShownNorWhatWouldGiveItAway() {
        report(6, "2026-10-01T12:00:00Z", UnaryOperator.identity());
        report(2, "2026-09-01T12:00:00Z", UnaryOperator.identity());
        report(8, "2026-08-01T12:00:00Z", UnaryOperator.identity());
        Table months = foi.of(NOW).get(1);
        assertThat(cell(months, "September 2026")).isEqualTo("Not shown");
        assertThat(cell(months, "October 2026")).isEqualTo("Not shown");
        assertThat(cell(months, "August 2026")).isEqualTo("8");
        assertThat(cell(months, "July 2026")).isEqualTo("0");
        assertThat(cell(months, "All")).isEqualTo("16");
    }

    @Test
    void drillsAndRestrictedIncidentsAreInNoCount() {
        report(6, "2026-10-01T12:00:00Z", UnaryOperator.identity());
        report(6, "2026-10-02T12:00:00Z", Incident::drill);
        report(
                6,
                "2026-10-03T12:00:00Z",
                i -> with(i, "restrict", DPO, i.report().reported(), Map.of("reason", "HR")));
        assertThat(foi.of(NOW)).allMatch(table -> cell(table, "All").equals("6"));
    }

    private static String cell(Table table, String row) {
        return table.rows().stream()
                .filter(cells -> cells.getFirst().equals(row))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + row + " in " + table.rows()))
                .get(1);
    }

    private void report(int times, String reported, UnaryOperator<Incident> change) {
        for (int i = 0; i < times; i++) {
            String draft = UUID.randomUUID().toString();
            incidents.report(
                    draft,
                    2026,
                    reference -> change.apply(lostLaptop(reference, draft, REPORTER, "yes", Instant.parse(reported))));
        }
    }
}
