package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeIncidents.NOW;
import static io.beadle.register.SomeIncidents.acknowledged;
import static io.beadle.register.SomeIncidents.closed;
import static io.beadle.register.SomeIncidents.nothing;
import static io.beadle.register.SomeIncidents.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class StatisticsTests {
    private static final Stretch OCTOBER =
            Stretch.named("october", LocalDate.of(2026, 11, 21)).orElseThrow();

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Incidents incidents = StoredIncidents.in(mongo).incidents();
    private final AskedQuestions questions = StoredQuestions.in(mongo).asked();
    private final Statistics statistics = new Statistics(
            incidents,
            questions,
            CONTENT.reportTypes(),
            new Lessons(CONTENT.acts()),
            CONTENT.duties(),
            TestCards.LONDON);

    @Test
    void countsTypesCausesMalfunctionsAndCostsOfTheMonthAlone() {
        stored(incidents, 2, "lost-device", "2026-10-05T10:00:00Z", i -> closed(i, Duration.ofDays(2), "theft", "400"));
        stored(incidents, 1, "email-cc", "2026-10-31T23:30:00Z", i -> closed(i, Duration.ofDays(1), "slip", ""));
        stored(incidents, 1, "near-miss", "2026-10-10T10:00:00Z", nothing());
        stored(incidents, 4, "lost-device", "2026-09-30T22:30:00Z", nothing());
        // summer time has ended: this is the first of November in London
        stored(incidents, 4, "lost-device", "2026-11-01T00:30:00Z", nothing());
        Figures figures = statistics.of(OCTOBER, NOW);
        assertThat(figures.total()).isEqualTo(4);
        assertThat(figures.types())
                .containsEntry("Lost or stolen device", 2L)
                .containsEntry("Addresses visible to all (To or Cc)", 1L)
                .containsEntry("Something that nearly went wrong", 1L);
        assertThat(figures.types().keySet().iterator().next()).isEqualTo("Lost or stolen device");
        assertThat(figures.kinds()).containsEntry("An incident", 3L).containsEntry("A near miss", 1L);
        assertThat(figures.causes()).containsEntry("Theft", 2L).containsEntry("A slip such as a wrong address", 1L);
        assertThat(figures.pounds()).isEqualTo(800);
        assertThat(figures.costed()).isEqualTo(2);
        assertThat(figures.malfunctions()).isZero();
    }

    @Test
    void tellsHalfAndNineOfTenOfTheTimesTheyTook() {
        for (int minutes = 1; minutes <= 10; minutes++) {
            Duration after = Duration.ofMinutes(minutes);
            stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", i -> acknowledged(i, after));
        }
        stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", nothing());
        Figures.Spread spread = statistics.of(OCTOBER, NOW).acknowledged();
        assertThat(spread).isEqualTo(new Figures.Spread(10, Duration.ofMinutes(5), Duration.ofMinutes(9)));
        assertThat(statistics.of(OCTOBER, NOW).closed().of()).isZero();
    }

    @Test
    void aDutyIsMetInTimeOrMissedAndOneNotDueYetIsNeither() {
        stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", i -> acknowledged(i, Duration.ofMinutes(59)));
        stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", i -> acknowledged(i, Duration.ofMinutes(61)));
        stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", nothing());
        assertThat(statistics.of(OCTOBER, NOW).duties())
                .containsExactly(new Figures.OfDuty("Two people acknowledge it", 1, 2, 0));
        Instant before = Instant.parse("2026-10-05T10:30:00Z");
        assertThat(statistics.of(OCTOBER, before).duties()).allMatch(duty -> duty.missed() == 1);
    }

    @Test
    void exercisesAndReportsOfAnotherIncidentAreInNoFigure() {
        stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", Incident::drill);
        assertThat(statistics.of(OCTOBER, NOW).total()).isZero();
        assertThat(statistics.of(OCTOBER, NOW).trend()).allMatch(month -> month.incidents() == 0);
    }

    @Test
    void noTwoFiguresDifferByWhatIsRestricted() {
        stored(incidents, 6, "lost-device", "2026-10-05T10:00:00Z", nothing());
        Figures before = statistics.of(OCTOBER, NOW);
        stored(incidents, 9, "address-disclosed", "2026-10-05T10:00:00Z", nothing());
        assertThat(statistics.of(OCTOBER, NOW)).isEqualTo(before);
        Stretch longer = new Stretch(OCTOBER.first(), OCTOBER.after().plusDays(1));
        stored(incidents, 5, "address-disclosed", "2026-11-01T10:00:00Z", nothing());
        assertThat(statistics.of(longer, NOW).total())
                .as("a day more with nothing but what is restricted")
                .isEqualTo(before.total())
                .isEqualTo(before.types().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void theTrendHasTwelveMonthsEachAgainstTheSameAYearBefore() {
        stored(incidents, 3, "lost-device", "2026-10-05T10:00:00Z", nothing());
        stored(incidents, 2, "lost-device", "2025-10-05T10:00:00Z", nothing());
        stored(incidents, 1, "lost-device", "2025-11-05T10:00:00Z", nothing());
        List<Figures.Month> trend = statistics.of(OCTOBER, NOW).trend();
        assertThat(trend).hasSize(12);
        assertThat(trend.getFirst()).isEqualTo(new Figures.Month(YearMonth.of(2025, 11), 1, 0));
        assertThat(trend.getLast()).isEqualTo(new Figures.Month(YearMonth.of(2026, 10), 3, 2));
        Stretch year = Stretch.named("2026", LocalDate.of(2026, 11, 21)).orElseThrow();
        assertThat(statistics.of(year, NOW).trend().getLast().month()).isEqualTo(YearMonth.of(2026, 11));
    }

    @Test
    void whatCameUpForTheSameReasonAgainWithinAYearIsNamed() {
        stored(incidents, 1, "lost-device", "2026-10-05T10:00:00Z", i -> closed(i, Duration.ofDays(1), "theft", ""));
        stored(incidents, 1, "lost-device", "2025-12-05T10:00:00Z", i -> closed(i, Duration.ofDays(1), "theft", ""));
        stored(incidents, 1, "lost-device", "2026-01-05T10:00:00Z", i -> closed(i, Duration.ofDays(1), "slip", ""));
        assertThat(statistics.of(OCTOBER, NOW).repeats())
                .containsExactly(new Figures.Repeat("Lost or stolen device", "Theft", 2));
    }

    @Test
    void whatStaffAskStandsAgainstWhatGoesWrong() {
        stored(incidents, 3, "lost-device", "2026-10-05T10:00:00Z", nothing());
        asked("May I leave my laptop in the car?", "2026-10-12T10:00:00Z");
        asked("Who may have an iPad?", "2026-10-13T10:00:00Z");
        asked("Who may have an iPad?", "2026-09-13T10:00:00Z");
        assertThat(statistics.of(OCTOBER, NOW).asked())
                .containsExactly(new Figures.Topic("Lost or stolen device", 2, 3));
    }

    private void asked(String text, String at) {
        questions.keep(AskedQuestion.of(
                UUID.randomUUID().toString(),
                Instant.parse(at),
                text,
                text,
                AskedQuestion.Outcome.NOT_FOUND,
                List.of(),
                null,
                new AskedQuestion.Asker("a", "", "29:a", "chat", "chat"),
                UUID.randomUUID().toString()));
    }
}
