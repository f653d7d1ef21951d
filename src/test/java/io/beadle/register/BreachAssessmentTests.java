package io.beadle.register;

import static io.beadle.register.SomeBreaches.DPO;
import static io.beadle.register.SomeBreaches.NOTICED;
import static io.beadle.register.SomeBreaches.REPORTED;
import static io.beadle.register.SomeBreaches.SIRO;
import static io.beadle.register.SomeBreaches.assessed;
import static io.beadle.register.SomeBreaches.lostLaptop;
import static io.beadle.register.SomeBreaches.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.DeskAct;
import io.beadle.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreachAssessmentTests {
    private static final String REFERENCE = "INC-2026-0042";

    @Test
    void everyItemIsAFieldOfAnActOfTheContent() {
        for (Item item : Item.values()) {
            assertThat(SomeBreaches.CONTENT.acts().find(item.act()).flatMap((DeskAct act) -> act.field(item.field())))
                    .as(item.name())
                    .isPresent();
        }
    }

    @Test
    void whatNobodyRecordedYetIsMissingAndWhatTheReporterSaidCountsUntilThen() {
        BreachAssessment reported = BreachAssessment.of(lostLaptop(REFERENCE));
        assertThat(reported.shown(Item.PEOPLE)).isEqualTo("101 to 1,000");
        assertThat(reported.people()).isEmpty();
        assertThat(reported.missing())
                .contains(Item.NATURE, Item.CONSEQUENCES, Item.MEASURES, Item.ADVICE, Item.DECISION)
                .doesNotContain(Item.PEOPLE, Item.NOTIFIED, Item.DELAY, Item.AFFECTED);

        BreachAssessment assessed = BreachAssessment.of(assessed(lostLaptop(REFERENCE), REPORTED));
        assertThat(assessed.people()).hasValue(412);
        assertThat(assessed.records()).hasValue(1200);
        assertThat(assessed.shown(Item.NATURE))
                .isEqualTo("Somebody saw or has what they should not, Something is lost or cannot be reached");
        assertThat(assessed.missing()).containsExactly(Item.ADVICE, Item.ADVICE_REASONS, Item.DECISION, Item.REASONS);
    }

    @Test
    void theSeventyTwoHoursCountFromWhenTheDpoSaysAndBothTimesStay() {
        Incident incident = lostLaptop(REFERENCE);
        assertThat(BreachAssessment.of(incident).clock().limit()).isEqualTo(NOTICED.plus(AwareClock.LIMIT));
        Instant earlier = NOTICED.minus(Duration.ofHours(30));
        AwareClock moved = BreachAssessment.of(with(
                        incident,
                        "clock",
                        DPO,
                        REPORTED,
                        Map.of("noticed", earlier.toString(), "reason", "The contractor rang on Friday.")))
                .clock();
        assertThat(moved.firstNoticed()).isEqualTo(NOTICED);
        assertThat(moved.noticed()).isEqualTo(earlier);
        assertThat(moved.movedBy()).isEqualTo(DPO);
        assertThat(moved.why()).isEqualTo("The contractor rang on Friday.");
        assertThat(moved.limit()).isEqualTo(earlier.plus(AwareClock.LIMIT));
    }

    @Test
    void aLateNotificationNeedsAReasonAndOneInTimeDoesNot() {
        Incident assessed = assessed(lostLaptop(REFERENCE), REPORTED);
        BreachAssessment inTime = BreachAssessment.of(notified(assessed, NOTICED.plus(AwareClock.LIMIT)));
        assertThat(inTime.isLate()).isFalse();
        assertThat(inTime.missing()).doesNotContain(Item.DELAY);

        BreachAssessment late = BreachAssessment.of(
                notified(assessed, NOTICED.plus(AwareClock.LIMIT).plusSeconds(1)));
        assertThat(late.isLate()).isTrue();
        assertThat(late.missing()).contains(Item.DELAY);
    }

    @Test
    void aDecisionAgainstTheAdviceNeedsAReason() {
        Incident advised = with(
                assessed(lostLaptop(REFERENCE), REPORTED),
                "advise",
                DPO,
                REPORTED,
                Map.of("advice", "notify", "reasons", "Health data", "affected", "tell"));
        assertThat(BreachAssessment.of(advised).differs()).isFalse();
        BreachAssessment refused = BreachAssessment.of(with(
                advised,
                "decide",
                SIRO,
                REPORTED,
                Map.of("decision", "not-notified", "reasons", "Encrypted", "delegation", "siro")));
        assertThat(refused.differs()).isTrue();
        assertThat(refused.isDecided()).isTrue();
        assertThat(refused.isNotified()).isFalse();
        assertThat(refused.missing()).containsExactly(Item.DIFFERENCE);
        assertThat(BreachAssessment.of(notified(advised, REPORTED)).differs()).isFalse();
    }

    @Test
    void highRiskAsksForTheDecisionOfArticle34AndWhatFollowsFromIt() {
        Map<String, String> high = new java.util.HashMap<>(SomeBreaches.assessment());
        high.put("risk", "high");
        Incident incident = with(lostLaptop(REFERENCE), "assess", DPO, REPORTED, high);
        assertThat(BreachAssessment.of(incident).missing()).contains(Item.AFFECTED, Item.AFFECTED_REASONS);
        Incident notTold =
                with(incident, "affected", SIRO, REPORTED, Map.of("decision", "not-told", "reasons", "Encrypted"));
        assertThat(BreachAssessment.of(notTold).missing())
                .contains(Item.EXEMPTION)
                .doesNotContain(Item.AFFECTED);
        Incident told =
                with(incident, "affected", SIRO, REPORTED, Map.of("decision", "told", "reasons", "They must know"));
        assertThat(BreachAssessment.of(told).missing())
                .contains(Item.TOLD_HOW, Item.TOLD, Item.TOLD_NUMBER, Item.ADDRESSES);
    }

    @Test
    void whatChangedSinceIsWhatWasRecordedLater() {
        Incident first = assessed(lostLaptop(REFERENCE), REPORTED);
        Map<String, String> more = new java.util.HashMap<>(SomeBreaches.assessment());
        more.put("people", "430");
        Incident second = with(first, "assess", DPO, REPORTED.plusSeconds(60), more);
        BreachAssessment before = BreachAssessment.asOf(second, REPORTED);
        assertThat(before).isEqualTo(BreachAssessment.of(first));
        assertThat(BreachAssessment.of(second).changedSince(before)).containsExactly(Item.PEOPLE);
        assertThat(before.changedSince(before)).isEmpty();
    }

    @Test
    void nothingThatWasFilledInIsInItsText() {
        assertThat(BreachAssessment.of(assessed(lostLaptop(REFERENCE), REPORTED))
                        .toString())
                .isEqualTo("BreachAssessment[INC-2026-0042]");
    }

    static Incident notified(Incident incident, Instant when) {
        return with(
                incident,
                "decide",
                SIRO,
                REPORTED,
                Map.of(
                        "decision", "notified",
                        "notified", when.toString(),
                        "reference", "IC-1234",
                        "reasons", "A risk is likely",
                        "delegation", "siro"));
    }
}
