package io.beadle.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.content.Content;
import io.beadle.content.DeskAct;
import io.beadle.content.DutyRule;
import io.beadle.content.Span;
import io.beadle.content.WorkingHours;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bundled content demands of an incident as time goes by: one person holds each role, by the role's name. */
class ObligationsTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Content CONTENT = BundledContent.CONTENT;

    /** A Monday in working hours. */
    private static final Instant MONDAY = at("2026-03-02T10:00");

    private final Set<String> vacant = new HashSet<>();
    private final Obligations obligations = SomeObligations.of(
            CONTENT,
            (role, department, when) -> vacant.contains(role)
                    ? List.of()
                    : List.of(new Recipient(
                            new Person(department == null ? role : role + '@' + department, role), null)));

    private int acts;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    private Incident reported(String type, Severity severity, Instant when, Map<String, String> answers) {
        return reported(type, severity, when, answers, Set.of());
    }

    private Incident reported(
            String type, Severity severity, Instant when, Map<String, String> answers, Set<String> flags) {
        List<Answer> said = new ArrayList<>();
        answers.forEach((question, value) -> said.add(new Answer(question, question, value, value, false)));
        Report report = new Report(type, type, SomeIncidents.REPORTER, null, when, when, said);
        return obligations.settle(
                Incident.reported("INC-2026-0001", "draft", report, severity, when.plus(Duration.ofMinutes(15)))
                        .flagged(flags),
                when);
    }

    private Incident act(Incident incident, String act, Instant when, Map<String, String> fields) {
        DeskAct rule = CONTENT.acts().find(act).orElseThrow();
        List<Answer> filled = fields.entrySet().stream()
                .map(field -> new Answer(field.getKey(), field.getKey(), field.getValue(), field.getValue(), false))
                .toList();
        Incident done = new Acting(rule).on(incident, new Act("act" + ++acts, act, when, SomeIncidents.ALEX, filled));
        assertThat(done).as("%s was possible", act).isNotEqualTo(incident);
        return obligations.settle(done, when);
    }

    private Incident acknowledged(Incident incident, Instant when) {
        return obligations.settle(
                incident.acknowledge(SomeIncidents.ALEX, when).acknowledge(SomeIncidents.BLAKE, when), when);
    }

    private static Duty duty(Incident incident, String key) {
        return incident.duty(key).orElseThrow(() -> new AssertionError(key + " has not arisen: " + incident.duties()));
    }

    private static List<String> open(Incident incident) {
        return incident.duties().stream().filter(Duty::isOpen).map(Duty::key).toList();
    }

    /** Who was told because of that, in the order in which they were. */
    private static List<String> told(Incident incident, String why) {
        return incident.ledger().stream()
                .filter(line -> line.why().equals(why))
                .flatMap(line -> Stream.ofNullable(line.to()))
                .map(Person::id)
                .toList();
    }

    private static Set<String> told(Incident incident) {
        return incident.ledger().stream()
                .flatMap(line -> Stream.ofNullable(line.to()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,   2026-03-02T10:00, 2026-03-02T10:15",
        "MEDIUM, 2026-03-02T10:00, 2026-03-02T11:00",
        "LOW,    2026-03-02T10:00, 2026-03-02T14:00",
        // the Thursday evening before Easter: low waits for Tuesday, high does not
        "LOW,    2026-04-02T17:40, 2026-04-07T13:00",
        "HIGH,   2026-04-02T17:40, 2026-04-02T17:55",
    })
    void twoPeopleMustAcknowledgeBySeverity(Severity severity, String when, String due) {
        Incident incident = reported("odd-behaviour", severity, at(when), Map.of());
        assertThat(duty(incident, "acknowledge").due()).isEqualTo(at(due));
        assertThat(told(incident, "acknowledge")).contains("nominated");
    }

    @Test
    void theLadderClimbsWhileNobodyAnswersAHighOne() {
        Incident incident = reported("malware", Severity.HIGH, MONDAY, Map.of());
        assertThat(told(incident, "acknowledge")).containsExactly("nominated");
        incident = obligations.settle(incident, MONDAY.plus(Duration.ofMinutes(15)));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy");
        assertThat(incident.has(TimelineEntry.Kind.ACKNOWLEDGEMENT_LATE)).isTrue();
        incident = obligations.settle(incident, MONDAY.plus(Duration.ofMinutes(30)));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy", "manager");
        incident = obligations.settle(incident, MONDAY.plus(Duration.ofMinutes(60)));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy", "manager", "siro");
        incident = acknowledged(incident, MONDAY.plus(Duration.ofMinutes(61)));
        assertThat(duty(incident, "acknowledge").end()).isEqualTo(Duty.End.DONE);
    }

    @Test
    void whoWasToldIsNotToldAgainWhenTheSeverityGoesDownAndUp() {
        Incident incident = obligations.settle(
                reported("malware", Severity.HIGH, MONDAY, Map.of()), MONDAY.plus(Duration.ofMinutes(20)));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy");
        Instant later = MONDAY.plus(Duration.ofMinutes(21));
        incident = act(incident, "severity", later, Map.of("severity", "low", "reason", "a false alarm"));
        incident = act(incident, "severity", later.plusSeconds(60), Map.of("severity", "high"));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy");
        incident = obligations.settle(incident, MONDAY.plus(Duration.ofMinutes(30)));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy", "manager");
    }

    @Test
    void outOfHoursTheSiroIsRungOnlyWhenNobodyAnsweredOrSomebodyConfirmed() {
        Instant night = at("2026-04-02T23:00");
        Instant anHourLater = night.plus(Duration.ofMinutes(60));
        Incident unanswered = obligations.settle(reported("malware", Severity.HIGH, night, Map.of()), anHourLater);
        assertThat(told(unanswered)).contains("on-call", "siro");

        Incident answered = reported("malware", Severity.HIGH, night, Map.of())
                .acknowledge(SomeIncidents.ALEX, night.plus(Duration.ofMinutes(5)));
        answered = obligations.settle(answered, anHourLater);
        assertThat(told(answered)).contains("on-call").doesNotContain("siro");

        Incident confirmed = act(answered, "severity", anHourLater, Map.of("severity", "high"));
        assertThat(told(confirmed, "confirmed-high")).containsExactly("siro");
    }

    @Test
    void dangerIsToldAtOnceAndEveryFiveMinutesUntilSomebodyAnswers() {
        Incident incident = reported("address-disclosed", Severity.HIGH, MONDAY, Map.of("danger", "unsure"));
        assertThat(told(incident, "danger")).contains("safeguarding", "nominated", "dpo", "manager");
        assertThat(incident.desk()).isEmpty();
        for (int minute = 5; minute <= 40; minute += 5) {
            incident = obligations.settle(incident, MONDAY.plus(Duration.ofMinutes(minute)));
        }
        long rung =
                told(incident, "danger").stream().filter("safeguarding"::equals).count();
        assertThat(rung).isGreaterThanOrEqualTo(5);
        incident = obligations.settle(
                incident.acknowledge(SomeIncidents.ALEX, MONDAY.plus(Duration.ofMinutes(41))),
                MONDAY.plus(Duration.ofMinutes(41)));
        assertThat(duty(incident, "danger").end()).isEqualTo(Duty.End.DONE);
        Incident later = obligations.settle(incident, MONDAY.plus(Duration.ofHours(2)));
        assertThat(told(later, "danger").stream().filter("safeguarding"::equals).count())
                .isEqualTo(rung);
    }

    @Test
    void theSeventyTwoHoursRunOverABankHolidayAndAClockChange() {
        Instant thursday = at("2026-03-26T17:40");
        Incident incident = reported("lost-papers", Severity.LOW, thursday, Map.of("personal-data", "yes"));
        assertThat(duty(incident, "ico-decision").due()).isEqualTo(thursday.plus(Duration.ofDays(3)));
        // the clocks went forward on the Sunday: 72 hours are later by the hands
        assertThat(duty(incident, "ico-decision").due()).isEqualTo(at("2026-03-29T18:40"));
        assertThat(duty(incident, "dpo-look").due()).isEqualTo(at("2026-03-26T21:40"));
    }

    @Test
    void theDecisionIsWarnedOfAtItsStagesAndEndsTheDuty() {
        Incident incident = reported("lost-papers", Severity.LOW, MONDAY, Map.of("personal-data", "yes"));
        int before = 0;
        for (int hour : new int[] {12, 24, 48, 60, 66, 70, 72}) {
            incident = obligations.settle(incident, MONDAY.plus(Duration.ofHours(hour)));
            int now = told(incident, "ico-decision").size();
            assertThat(now).as("told at %s h", hour).isGreaterThan(before);
            before = now;
        }
        assertThat(incident.ledger())
                .filteredOn(line -> line.why().equals("ico-decision"))
                .last()
                .extracting(Delivery::occasion)
                .isEqualTo(Delivery.Occasion.OVERDUE);
        incident = act(incident, "decide", MONDAY.plus(Duration.ofHours(73)), Map.of("decision", "not-notified"));
        assertThat(duty(incident, "ico-decision").end()).isEqualTo(Duty.End.DONE);
        assertThat(duty(incident, "ico-decision").isLate(MONDAY.plus(Duration.ofHours(80))))
                .isTrue();
    }

    @Test
    void theDpoMovesTheStartOfTheSeventyTwoHours() {
        Incident incident = reported("lost-papers", Severity.LOW, MONDAY, Map.of("personal-data", "yes"));
        Instant sooner = MONDAY.minus(Duration.ofHours(40));
        incident =
                act(incident, "clock", MONDAY, Map.of("noticed", sooner.toString(), "reason", "told by a colleague"));
        assertThat(duty(incident, "ico-decision").due()).isEqualTo(sooner.plus(Duration.ofDays(3)));
        assertThat(told(incident, "ico-decision")).contains("dpo-deputy");
    }

    @Test
    void aQuestionLeftOpenCountsAsPersonalDataUntilSomebodySaysNo() {
        Report report = new Report("lost-papers", "Lost", SomeIncidents.REPORTER, null, null, MONDAY, List.of());
        Incident incident = obligations.settle(
                Incident.reported("INC-2026-0001", "draft", report, Severity.LOW, MONDAY)
                        .lacking(List.of("personal-data")),
                MONDAY);
        assertThat(open(incident)).contains("dpo-look", "ico-decision");
        incident = act(incident, "looked", MONDAY, Map.of("breach", "no", "why", "nothing in it"));
        assertThat(duty(incident, "dpo-look").end()).isEqualTo(Duty.End.DONE);
        assertThat(duty(incident, "ico-decision").end()).isEqualTo(Duty.End.VOID);
        assertThat(open(reported("lost-papers", Severity.LOW, MONDAY, Map.of("personal-data", "no"))))
                .doesNotContain("dpo-look", "ico-decision");
    }

    @Test
    void itIsNotClosedBeforeTheDecision() {
        Incident incident =
                acknowledged(reported("lost-papers", Severity.LOW, MONDAY, Map.of("personal-data", "yes")), MONDAY);
        assertThat(incident.hindrances()).extracting(Duty::key).contains("dpo-look", "ico-decision");
        assertThat(incident.close("resolved", SomeIncidents.ALEX, MONDAY).isOpen())
                .isTrue();
        incident = act(incident, "waive", MONDAY, Map.of("about", "ico-decision", "reason", "not ours"));
        assertThat(duty(incident, "ico-decision").end()).isEqualTo(Duty.End.WAIVED);
        incident = act(incident, "looked", MONDAY, Map.of("breach", "no", "why", "none"));
        assertThat(incident.hindrances()).isEmpty();
    }

    @Test
    void whetherThePeopleAffectedAreToldIsDecidedWithinADayOfAHighRiskAndThePoliceCanHoldItUp() {
        Incident incident = reported("lost-papers", Severity.HIGH, MONDAY, Map.of("personal-data", "yes"));
        incident = act(incident, "assess", MONDAY, Map.of("risk", "risk"));
        assertThat(incident.duty("affected")).isEmpty();
        incident = act(incident, "assess", MONDAY, Map.of("risk", "high"));
        assertThat(duty(incident, "affected").due()).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        incident = act(incident, "affected", MONDAY, Map.of("decision", "will-be-told"));
        assertThat(duty(incident, "affected").end()).isEqualTo(Duty.End.DONE);
        assertThat(open(incident)).contains("affected-told", "ico-decision");
        incident = act(incident, "police-pause", MONDAY, Map.of("until", "2026-03-06"));
        assertThat(open(incident)).doesNotContain("affected-told").contains("ico-decision", "police-pause/act4");
        assertThat(duty(incident, "police-pause/act4").due()).isEqualTo(at("2026-03-06T17:00"));
        incident = act(incident, "police-pause-end", MONDAY, Map.of("about", "act4"));
        assertThat(open(incident)).contains("affected-told").doesNotContain("police-pause/act4");
    }

    @Test
    void raisedItIsDueSoonerAndLoweredLater() {
        Incident incident = reported("odd-behaviour", Severity.LOW, MONDAY, Map.of());
        Instant soon = MONDAY.plus(Duration.ofMinutes(20));
        incident = act(incident, "severity", soon, Map.of("severity", "high"));
        assertThat(duty(incident, "acknowledge").due()).isEqualTo(MONDAY.plus(Duration.ofMinutes(15)));
        assertThat(told(incident, "acknowledge")).containsExactly("nominated", "deputy");
        assertThat(incident.desk()).isEqualTo("main");
        incident = act(incident, "severity", soon, Map.of("severity", "low", "reason", "a fault"));
        assertThat(duty(incident, "acknowledge").due()).isEqualTo(at("2026-03-02T14:00"));
        assertThat(incident.desk()).isEqualTo("low");
        incident = obligations.settle(incident, MONDAY.plus(Duration.ofHours(1)));
        assertThat(told(incident, "acknowledge")).doesNotContain("siro");
    }

    @Test
    void aRoleNobodyHoldsIsInTheLedgerAndIsToldOnceSomebodyHoldsIt() {
        vacant.add("dpo");
        Incident incident = reported("lost-papers", Severity.LOW, MONDAY, Map.of("personal-data", "yes"));
        assertThat(incident.ledger())
                .filteredOn(line -> line.state() == Delivery.State.NOBODY)
                .extracting(Delivery::role)
                .contains("dpo");
        vacant.clear();
        incident = obligations.settle(incident, MONDAY.plus(Duration.ofMinutes(1)));
        assertThat(told(incident, "dpo-look")).containsExactly("dpo");
        assertThat(incident.ledger()).noneMatch(line -> line.state() == Delivery.State.NOBODY);
    }

    @Test
    void whoItMayBeAboutIsNotTold() {
        Incident incident = reported(
                "systems-concern", Severity.MEDIUM, MONDAY, Map.of("excludes", "security"), Set.of("restricted"));
        assertThat(told(incident))
                .contains("dpo", "siro", "monitoring-officer", "hr")
                .doesNotContain("manager", "deputy", "nominated", "on-call");
        assertThat(incident.desk()).isEmpty();
        Incident restricted = act(
                reported("odd-behaviour", Severity.LOW, MONDAY, Map.of()),
                "restrict",
                MONDAY,
                Map.of("excluded", "deputy", "reason", "about them"));
        restricted = obligations.settle(
                act(restricted, "severity", MONDAY, Map.of("severity", "high")), MONDAY.plus(Duration.ofMinutes(20)));
        assertThat(told(restricted)).contains("manager").doesNotContain("deputy");
        assertThat(restricted.desk()).isEmpty();
    }

    @Test
    void theOwnersOfTheSystemAreToldAndOfAnUnknownOneTheDeskFindsThem() {
        Incident known = reported("wrong-data", Severity.MEDIUM, MONDAY, Map.of("system", "the council tax system"));
        assertThat(told(known, "owners"))
                .contains("asset-owner@revenues-and-benefits", "asset-administrator@revenues-and-benefits");
        assertThat(known.duty("owners")).isEmpty();
        Incident unknown = reported("wrong-data", Severity.MEDIUM, MONDAY, Map.of("system", "the blue cabinet"));
        assertThat(open(unknown)).contains("owners");
        unknown = act(unknown, "owner-told", MONDAY, Map.of("system", "cabinet", "owner", "the head of service"));
        assertThat(duty(unknown, "owners").end()).isEqualTo(Duty.End.DONE);
    }

    @Test
    void theDirectorOfTheDepartmentHearsOfASevereOneAndNoOther() {
        Map<String, String> answers = Map.of("system", "the council tax system");
        assertThat(told(reported("wrong-data", Severity.HIGH, MONDAY, answers), "directors"))
                .containsExactly("director@revenues-and-benefits");
        assertThat(told(reported("wrong-data", Severity.MEDIUM, MONDAY, answers), "directors"))
                .isEmpty();
        assertThat(told(
                        reported("wrong-data", Severity.HIGH, MONDAY, Map.of("system", "the blue cabinet")),
                        "directors"))
                .as("whose it is nobody knows")
                .isEmpty();
    }

    @Test
    void paperGoesToSeniorManagementAndHealthToTheCaldicottGuardian() {
        Incident incident =
                reported("lost-papers", Severity.MEDIUM, MONDAY, Map.of("categories", "health,money"), Set.of("paper"));
        assertThat(told(incident, "paper")).containsExactly("senior-management", "dpo");
        assertThat(told(incident, "caldicott")).containsExactly("caldicott");
    }

    @ParameterizedTest
    @CsvSource({
        "service-disrupted, business-continuity, depends-today, no,          continuity,      continuity",
        "records-unreachable, physical,          records-state, lost,        continuity,      continuity",
        "looked-up,         internal-audit,      what,          resident,    audit-advice,    audit-advice",
        "weakness,          weakness,            what,          supplier,    supplier-answer, supplier-answered",
        "email-wrong-recipient, physical,        where-now,     asked,       deletion,        deleted",
        "access-stop,       access-stop,         what,          everything,  access-stop,     access-stopped",
    })
    void aDutyArisesOfWhatWasReportedAndEndsWithItsAct(
            String type, String flag, String question, String answer, String duty, String act) {
        Incident incident = reported(type, Severity.MEDIUM, MONDAY, Map.of(question, answer), Set.of(flag));
        assertThat(open(incident)).contains(duty);
        incident = act(incident, act, MONDAY.plus(Duration.ofMinutes(10)), Map.of());
        assertThat(duty(incident, duty).end()).isEqualTo(Duty.End.DONE);
        assertThat(duty(incident, duty).by()).isEqualTo(SomeIncidents.ALEX);
    }

    @Test
    void deletionIsChasedAfterOneThreeAndFiveWorkingDays() {
        Incident incident = reported(
                "email-wrong-recipient", Severity.MEDIUM, at("2026-04-02T10:00"), Map.of("where-now", "asked"));
        for (String day : List.of("2026-04-07T10:00", "2026-04-09T10:00", "2026-04-13T10:00")) {
            int before = told(incident, "deletion").size();
            incident = obligations.settle(incident, at(day).minusSeconds(1));
            assertThat(told(incident, "deletion")).hasSize(before);
            incident = obligations.settle(incident, at(day));
            assertThat(told(incident, "deletion").size()).as(day).isGreaterThan(before);
        }
    }

    @Test
    void anotherBodyIsToldInItsOwnTime() {
        Incident incident = reported("lost-papers", Severity.MEDIUM, MONDAY, Map.of("personal-data", "yes"));
        incident = act(incident, "bodies", MONDAY, Map.of("bodies", "nhs,dwp"));
        assertThat(open(incident)).contains("onward-nhs", "onward-dwp");
        assertThat(duty(incident, "onward-nhs").due()).isNull();
        incident = act(incident, "onward", MONDAY, Map.of("body", "nhs", "reference", "1"));
        incident = act(incident, "onward", MONDAY, Map.of("body", "dwp", "reference", "2"));
        assertThat(duty(incident, "onward-nhs").end()).isEqualTo(Duty.End.DONE);
        assertThat(duty(incident, "onward-dwp").end()).isEqualTo(Duty.End.DONE);
    }

    @Test
    void aClosedHighOneIsReviewedWithItsPoliciesAndActionsAreChasedWeekly() {
        Incident incident = acknowledged(reported("odd-behaviour", Severity.HIGH, MONDAY, Map.of()), MONDAY);
        incident = obligations.settle(incident.close("resolved", SomeIncidents.ALEX, MONDAY), MONDAY);
        assertThat(incident.isOpen()).isFalse();
        assertThat(open(incident)).containsExactlyInAnyOrder("review", "policy-review");
        assertThat(duty(incident, "review").due()).isEqualTo(at("2026-03-16T10:00"));

        incident = act(incident, "action", MONDAY, Map.of("person", "sam", "due", "2026-03-20"));
        assertThat(duty(incident, "action/act1").due()).isEqualTo(at("2026-03-20T17:00"));
        incident = obligations.settle(incident, at("2026-03-20T17:00"));
        int asked = told(incident, "action/act1").size();
        assertThat(told(incident, "action/act1")).contains("sam");
        incident = obligations.settle(incident, at("2026-03-27T17:00"));
        assertThat(told(incident, "action/act1").size()).isGreaterThan(asked);
        incident = act(incident, "action-done", at("2026-03-28T10:00"), Map.of("about", "act1"));
        incident = act(incident, "review", at("2026-03-28T10:00"), Map.of("causes", "a fault"));
        incident = act(incident, "policy-review", at("2026-03-28T10:00"), Map.of("policies", "Mobile"));
        assertThat(open(incident)).isEmpty();
    }

    @Test
    void whatIsMergedOrNoIncidentIsNotReviewed() {
        Incident incident = reported("odd-behaviour", Severity.HIGH, MONDAY, Map.of());
        incident = act(incident, "not-an-incident", MONDAY, Map.of("reason", "a test"));
        assertThat(open(incident)).isEmpty();
    }

    @Test
    void aLegalHoldIsLookedAtAfterNinetyDaysAndOutlastsTheClosing() {
        Incident incident = act(
                reported("odd-behaviour", Severity.LOW, MONDAY, Map.of()),
                "legal-hold",
                MONDAY,
                Map.of("holder", "Legal", "reason", "a claim"));
        assertThat(duty(incident, "legal-hold/act1").due()).isEqualTo(MONDAY.plus(Duration.ofDays(90)));
        incident = act(incident, "not-an-incident", MONDAY, Map.of("reason", "none"));
        assertThat(open(incident)).containsExactly("legal-hold/act1");
        incident = act(incident, "legal-hold-end", MONDAY, Map.of("about", "act1", "reason", "settled"));
        assertThat(open(incident)).isEmpty();
    }

    @Test
    void settlingTwiceChangesNothing() {
        Incident incident = reported(
                "lost-device",
                Severity.HIGH,
                MONDAY,
                Map.of("personal-data", "yes", "danger", "yes", "system", "payroll"),
                Set.of("account"));
        assertThat(open(incident)).contains("sessions", "danger", "acknowledge", "dpo-look", "ico-decision");
        assertThat(obligations.settle(incident, MONDAY)).isEqualTo(incident);
        Incident confirmed = obligations.settle(incident.confirmAccount(SomeIncidents.ALEX, MONDAY), MONDAY);
        assertThat(duty(confirmed, "sessions").end()).isEqualTo(Duty.End.DONE);
    }

    @Test
    void aLowOneIsNotShownAnewAtTheStepsOfTheLadderForHighOnes() {
        Instant monday = at("2026-11-23T10:00");
        Incident low = shown(reported("phishing", Severity.LOW, monday, Map.of("danger", "no")), monday);
        Incident high = shown(reported("phishing", Severity.HIGH, monday, Map.of("danger", "no")), monday);
        for (int minutes : List.of(15, 30, 60)) {
            Instant then = monday.plus(Duration.ofMinutes(minutes));
            low = obligations.settle(low, then);
            assertThat(kinds(low)).as("after %s minutes", minutes).doesNotContain(OutboxMessage.Kind.DESK_CARD);
        }
        assertThat(kinds(obligations.settle(high, monday.plus(Duration.ofMinutes(15)))))
                .contains(OutboxMessage.Kind.DESK_CARD);
        assertThat(kinds(obligations.settle(low, at("2026-11-23T14:00"))))
                .as("nobody acknowledged in four working hours")
                .contains(OutboxMessage.Kind.DESK_CARD);
    }

    @Test
    void noReminderOfAReviewFallsOnAWeekend() {
        DutyRule review = CONTENT.duties().rule("review").orElseThrow();
        WorkingHours hours = new WorkingHours(CONTENT.duties().workingHours(), LONDON);
        Span before = java.util.Objects.requireNonNull(review.steps().get(1).before());
        for (int day = 0; day < 28; day++) {
            Instant closed = at("2026-11-02T11:00").plus(Duration.ofDays(day));
            for (String severity : List.of("HIGH", "MEDIUM")) {
                Span within = java.util.Objects.requireNonNull(review.within(severity));
                Instant reminded = before.before(within.after(closed, hours), hours);
                assertThat(hours.isNow(reminded.minusMillis(1)) || hours.isNow(reminded))
                        .as("closed at %s, reminded at %s", closed, reminded)
                        .isTrue();
            }
        }
    }

    private static Incident shown(Incident incident, Instant at) {
        OutboxMessage card = incident.outbox().stream()
                .filter(message -> message.kind() == OutboxMessage.Kind.DESK_CARD)
                .findFirst()
                .orElseThrow();
        return incident.claim(card, "claim", at, Duration.ofMinutes(1))
                .delivered(card, "claim", new DeskPost("desk", "post"), at);
    }

    private static List<OutboxMessage.Kind> kinds(Incident incident) {
        return incident.outbox().stream().map(OutboxMessage::kind).toList();
    }
}
