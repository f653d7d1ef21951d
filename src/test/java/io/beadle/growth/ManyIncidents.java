package io.beadle.growth;

import io.beadle.content.Content;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.Obligations;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Recipient;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeObligations;
import io.beadle.people.Person;
import io.beadle.register.SomeBreaches;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a council has reported in six years, as long as most of it is kept: made step by step as people make it, with the duties, the
 * ledger and the outbox that the bundled content demands. Always the same for the same number.
 */
final class ManyIncidents {
    static final Duration YEARS = Duration.ofDays(6 * 365);
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration LATELY = Duration.ofDays(14);
    /** Of a hundred, so many of the older ones are still open, are drills, are of the first three types. */
    private static final int STILL_OPEN = 1;

    private static final int DRILLS = 2;
    private static final int USUAL = 60;
    private static final int OFFICERS = 6;
    /** Of its clock, where nobody sees to it. */
    private static final int MOST_STEPS = 5;

    private static final int MOST_WAIVED = 8;
    /** So many are made step by step; the older others are like one of them, but for who reported when. */
    private static final int MADE = 300;

    private static final String WORDS =
            "The laptop bag was left on the 8:15 to Leicester and the guard has not found it at the last stop. ";

    private final Content content;
    private final Obligations obligations;
    private final Instant now;
    private final int count;
    private final Map<Integer, List<Incident>> alike = new HashMap<>();

    ManyIncidents(Content content, Instant now, int count) {
        this.content = content;
        this.obligations = SomeObligations.of(
                content, (role, department, at) -> List.of(recipient(Math.floorMod(role.hashCode(), OFFICERS))));
        this.now = now;
        this.count = count;
    }

    /** Who holds the roles, all in all. */
    private static Recipient recipient(int i) {
        return new Recipient(new Person("officer" + i, "Officer " + i), "officer" + i + "@council.example");
    }

    /** Somebody who reported three on average. */
    Person reporter(int i) {
        int person = i % Math.max(1, count / 3);
        return new Person("00000000-0000-0000-0000-%012d".formatted(person), "Reporter " + person);
    }

    String reference(int i) {
        return "INC-%d-%06d".formatted(reported(i).atOffset(ZoneOffset.UTC).getYear(), i);
    }

    private Instant reported(int i) {
        return now.minus(YEARS.multipliedBy(count - i).dividedBy(count)).minusSeconds(60);
    }

    /** The n-th of them, after each of its changes. */
    List<Incident> history(int n) {
        int like = (int) ((long) n % MADE * count / MADE);
        if (count <= MADE || isLate(n) || isLate(like)) {
            return made(n);
        }
        return alike.computeIfAbsent(like, this::made).stream()
                .map(incident -> alike(incident, n))
                .toList();
    }

    private boolean isLate(int n) {
        return reported(n).isAfter(now.minus(LATELY));
    }

    private Incident alike(Incident i, int n) {
        Report report = i.report();
        return new Incident(
                reference(n),
                i.version(),
                "draft-" + n,
                new Report(
                        report.type(),
                        report.title(),
                        reporter(n),
                        report.happened(),
                        report.noticed(),
                        reported(n),
                        report.answers()),
                i.reporterChat(),
                i.flags(),
                i.severity(),
                i.acknowledgements(),
                i.statements(),
                i.missing(),
                i.duties(),
                i.acts(),
                i.ledger(),
                i.timeline(),
                i.outbox(),
                i.desk(),
                i.deskPost(),
                i.exercise(),
                i.wave(),
                i.closing());
    }

    private List<Incident> made(int n) {
        Random random = new Random(n);
        Instant reported = reported(n);
        List<Incident> history = new ArrayList<>();
        Incident first = first(n, random, reported);
        history.add(obligations.settle(first, reported));
        boolean open = isLate(n) || random.nextInt(100) < STILL_OPEN;
        Person officer = new Person("officer" + random.nextInt(4), "Officer");
        Person second = new Person("second" + random.nextInt(4), "Second");
        tell(history, reported.plusSeconds(1));
        then(history, reported.plusSeconds(240), incident -> incident.acknowledge(officer, reported.plusSeconds(240)));
        then(history, reported.plusSeconds(540), incident -> incident.acknowledge(second, reported.plusSeconds(540)));
        if (random.nextInt(100) < 40) {
            Said more = new Said.Added(
                    "added", WORDS.repeat(2), first.report().reporter().named().orElse(null));
            then(history, reported.plusSeconds(3_600), incident -> incident.say(more, reported.plusSeconds(3_600)));
        }
        if (!open && history.getLast().isHeld()) {
            then(history, reported.plusSeconds(2_400), i -> i.confirmAccount(officer, reported.plusSeconds(2_400)));
        }
        act(history, "assign", officer, reported.plusSeconds(4_000), Map.of("person", officer.id()));
        act(history, "note", officer, reported.plusSeconds(7_200), Map.of("text", WORDS.repeat(3)));
        if (random.nextInt(100) < 15) {
            act(history, "assess", SomeBreaches.DPO, reported.plusSeconds(9_000), SomeBreaches.assessment());
        }
        if (!open) {
            Instant closed = reported.plus(Duration.ofHours(30 + random.nextInt(300)));
            for (int i = 0; i < MOST_WAIVED; i++) {
                Instant at = closed.plusSeconds(i);
                history.getLast().duties().stream()
                        .filter(Duty::isOpen)
                        .findFirst()
                        .ifPresent(duty ->
                                act(history, "waive", officer, at, Map.of(Act.ABOUT, duty.key(), "reason", WORDS)));
            }
            Instant end = closed.plusSeconds(60);
            if (history.getLast().hindrances().isEmpty()) {
                then(history, end, incident -> incident.close("resolved", officer, end));
            } else {
                act(history, "not-an-incident", officer, end, Map.of("reason", WORDS));
            }
        }
        steps(history);
        return history;
    }

    /** What its duties' clock has done by now. */
    private void steps(List<Incident> history) {
        for (int i = 0; i < MOST_STEPS; i++) {
            Instant due = history.getLast().dutyDue();
            if (due == null || due.isAfter(now)) {
                return;
            }
            history.add(obligations.settle(history.getLast(), due));
            tell(history, due);
        }
    }

    private Incident first(int i, Random random, Instant reported) {
        List<ReportType> types = content.reportTypes().types();
        ReportType type = types.get(random.nextInt(random.nextInt(100) < USUAL ? 3 : types.size()));
        Report report = new Report(
                type.id(),
                type.title(),
                reporter(i),
                reported.minusSeconds(7_200),
                reported.minusSeconds(3_600),
                reported,
                type.steps().stream()
                        .flatMap(step -> step.questions().stream())
                        .limit(8)
                        .map(question -> answer(question, random))
                        .toList());
        Severity severity = Severity.valueOf(type.severity().toUpperCase(Locale.ROOT));
        Incident first = Incident.reported(
                        reference(i), "draft-" + i, report, severity, obligations.acknowledgeBy(severity, reported))
                .flagged(type.flags())
                .toldTo(new ReporterChat(
                        "29:" + reporter(i).id(), "a:" + reporter(i).id()));
        return random.nextInt(100) < DRILLS ? first.drill() : first;
    }

    private static Answer answer(Question question, Random random) {
        if (question.choices().isEmpty()) {
            return new Answer(question.id(), question.ask(), WORDS, WORDS, false);
        }
        Question.Choice choice =
                question.choices().get(random.nextInt(question.choices().size()));
        return new Answer(question.id(), question.ask(), choice.id(), choice.label(), true);
    }

    private void act(List<Incident> history, String act, Person by, Instant at, Map<String, String> values) {
        then(history, at, incident -> SomeBreaches.with(incident, act, by, at, values));
    }

    private void then(List<Incident> history, Instant at, UnaryOperator<Incident> change) {
        history.add(obligations.settle(change.apply(history.getLast()), at));
        tell(history, at.plusSeconds(1));
    }

    /** As the relay does: all that is due is claimed and told. */
    private void tell(List<Incident> history, Instant at) {
        Incident incident = history.getLast();
        for (OutboxMessage.Kind kind : OutboxMessage.Kind.values()) {
            OutboxMessage message = incident.nextMessage(kind, at).orElse(null);
            while (message != null) {
                Incident claimed = incident.claim(message, "claim", at, LEASE);
                incident = told(claimed, message, at);
                message = next(incident, message, at);
            }
        }
        if (!incident.equals(history.getLast())) {
            history.add(obligations.settle(incident, at));
        }
    }

    private static Incident told(Incident incident, OutboxMessage message, Instant at) {
        return switch (message.kind()) {
            case DESK_CARD ->
                incident.delivered(message, "claim", new DeskPost("19:desk@thread.tacv2", message.key()), at);
            case PERSON -> new Ledger(incident).sent(message, "claim", "Teams", at);
            case DESK_CLEAR, CARDS_IN_PERSON, EVERYBODY, ALARM, REPORTER, HAND_OVER ->
                incident.told(message, "claim", at);
        };
    }

    private static @Nullable OutboxMessage next(Incident incident, OutboxMessage told, Instant at) {
        return incident.nextMessage(told.kind(), at)
                .filter(next -> !next.key().equals(told.key()))
                .orElse(null);
    }
}
