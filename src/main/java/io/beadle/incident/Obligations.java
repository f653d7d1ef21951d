package io.beadle.incident;

import io.beadle.content.Assets;
import io.beadle.content.Circumstances;
import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Routes;
import io.beadle.content.WorkingHours;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the content demands of an incident as it now is: which duties it has and until when, and who is told. {@link #settle}
 * is applied to every change before it is stored, and by the clock; doing it twice changes nothing.
 */
public final class Obligations {
    /** A step can change a fact that another duty goes by; content that never comes to rest is left there. */
    private static final int ROUNDS = 5;

    private final Duties duties;
    private final Routes routes;
    private final Assets assets;
    private final WorkingHours hours;
    private final Recipients recipients;

    public Obligations(Duties duties, Routes routes, Assets assets, WorkingHours hours, Recipients recipients) {
        this.duties = duties;
        this.routes = routes;
        this.assets = assets;
        this.hours = hours;
        this.recipients = recipients;
    }

    /** By when enough people must have acknowledged an incident so bad that is reported now. */
    public Instant acknowledgeBy(Severity severity, Instant reported) {
        return duties.rule(Duty.ACKNOWLEDGE)
                .map(rule -> rule.within(severity.name()))
                .orElseThrow(
                        () -> new IllegalStateException("bot/duties.yaml has no duty \"" + Duty.ACKNOWLEDGE + "\""))
                .after(reported, hours);
    }

    /** The incident with the duties it has, the steps that are due taken, and everybody on the list to be told. */
    public Incident settle(Incident incident, Instant now) {
        Incident settled = incident;
        for (int i = 0; i < ROUNDS; i++) {
            Incident next = settleOnce(settled, now);
            if (next.equals(settled)) {
                break;
            }
            settled = next;
        }
        return settled;
    }

    /**
     * As what it is told of together with others, by what was reported and said since, whatever was done about it; empty for what
     * needs an alert of its own: what is severe or restricted, what may be about somebody (G10), and an account that
     * somebody else may have, which is to be seen to by itself (G5).
     */
    public Optional<Kind> kind(Incident incident) {
        Incident reported = new Change(incident).undone().incident();
        Facts facts = new Facts(reported, assets);
        String desk = desk(facts);
        if (incident.severity() == Severity.HIGH
                || desk.isEmpty()
                || incident.isHeld()
                || !routes.leftOut(facts).isEmpty()) {
            return Optional.empty();
        }
        Stream<String> byDuty = duties.duties().stream()
                .filter(rule -> rule.per() == null && holds(rule, facts) && tells(rule))
                .map(rule -> "duty " + rule.id());
        Stream<String> byRoute =
                routes.of(facts).filter(route -> !route.tell().isEmpty()).map(route -> "route " + route.id());
        Stream<String> systems = facts.touched().stream().map(asset -> "system " + asset.id());
        return Optional.of(new Kind(
                incident.report().type(),
                desk,
                incident.exercise(),
                incident.severity(),
                Stream.of(byDuty, byRoute, systems).flatMap(one -> one).collect(Collectors.toUnmodifiableSet())));
    }

    private static boolean tells(DutyRule rule) {
        return rule.steps().stream().anyMatch(step -> !step.tell().isEmpty());
    }

    private static boolean holds(DutyRule rule, Facts facts) {
        return rule.when().hold(facts)
                && (rule.unless() == null || !rule.unless().hold(facts));
    }

    private String desk(Facts facts) {
        return routes.of(facts)
                .map(Routes.Route::desk)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Whether it is no longer what its wave is of, or somebody does something about it alone. */
    private boolean isOutOfWave(Incident incident) {
        Membership wave = incident.wave();
        return wave != null
                && incident.isOpen()
                && (!incident.acts().isEmpty()
                        || kind(incident).filter(wave.kind()::covers).isEmpty());
    }

    private Incident settleOnce(Incident incident, Instant now) {
        if (isOutOfWave(incident)) {
            return new InWave(incident).leave(now);
        }
        Facts facts = new Facts(incident, assets);
        Change change = new Change(incident);
        change.desk(desk(facts), now);
        Set<String> kept = new HashSet<>();
        for (DutyRule rule : duties.duties()) {
            for (String key : keys(rule, incident)) {
                kept.add(key);
                settle(rule, key, incident, facts, change, now);
            }
        }
        // a duty whose rule an officer has taken out of the content
        change.end(duty -> !kept.contains(duty.key()), now, null, Duty.End.VOID);
        Telling telling = telling(change, incident, facts, now);
        routes.of(facts).filter(route -> !route.tell().isEmpty()).forEach(route -> {
            List<String> roles = route.outOfHours() != null && !hours.isNow(now) ? route.outOfHours() : route.tell();
            telling.once(route.id(), roles, Delivery.Occasion.NEWS, route.id());
        });
        telling.again();
        return new Ledger(change.incident()).isShort(now) ? change.tooFew(now).incident() : change.incident();
    }

    private Telling telling(Change change, Incident incident, Facts facts, Instant now) {
        return new Telling(
                change,
                new Holders(incident, routes.leftOut(facts), facts.touched(), recipients, now),
                new InWave(incident).isToldByAnother(),
                now);
    }

    /** One, or one for each act that it arises of. */
    private static List<String> keys(DutyRule rule, Incident incident) {
        return rule.per() == null
                ? List.of(rule.id())
                : new CaseFile(incident)
                        .all(rule.per()).stream()
                                .map(act -> rule.id() + '/' + act.key())
                                .toList();
    }

    private void settle(DutyRule rule, String key, Incident incident, Facts facts, Change change, Instant now) {
        Optional<Duty> stored =
                incident.duties().stream().filter(d -> d.key().equals(key)).findFirst();
        boolean holds = holds(rule, facts);
        boolean done = isDone(rule, key, incident, facts);
        int people = rule.people(incident.severity().name());
        if (stored.isEmpty() || mayReturn(stored.get(), people, incident)) {
            if (holds && (!done || isForMore(stored, people)) && mayArise(rule, incident)) {
                Duty arisen = clocked(
                        new Duty(key, rule.id(), people, rule.closing(), now, null, 0, null, null, null, null),
                        rule,
                        incident,
                        now);
                change.duty(stepped(arisen, rule, facts, incident, change, now).duty());
            }
            return;
        }
        Duty duty = stored.get();
        if (!duty.isOpen()) {
            return;
        }
        if (done) {
            change.replace(duty, duty.end(now, new CaseFile(incident).lastToAct(), Duty.End.DONE), now);
        } else if (!holds) {
            change.replace(duty, duty.end(now, null, Duty.End.VOID), now);
        } else {
            Duty clocked = clocked(duty, rule, incident, now);
            Stepped next = stepped(clocked, rule, facts, incident, change, now);
            boolean timed = clocked.begins().equals(duty.begins()) && Objects.equals(clocked.due(), duty.due());
            if (timed && !next.acted()) {
                // steps that are for other incidents were passed over: nobody sees anything of that (G17, G18)
                change.duties(d -> d.equals(duty) ? next.duty() : d);
            } else {
                change.replace(duty, next.duty(), now);
            }
        }
    }

    /** Whether one that ended arises again: it matters again, or more people must do it than had to (G17). */
    private static boolean mayReturn(Duty stored, int people, Incident incident) {
        return incident.isOpen()
                && (stored.end() == Duty.End.VOID
                        || (stored.end() == Duty.End.DONE && isForMore(Optional.of(stored), people)));
    }

    private static boolean isForMore(Optional<Duty> stored, int people) {
        return stored.filter(duty -> duty.people() < people).isPresent();
    }

    /** What is closed gets no more duties, unless they are about what is closed. */
    private static boolean mayArise(DutyRule rule, Incident incident) {
        return incident.isOpen() || rule.when().names("state") || rule.per() != null;
    }

    private static boolean isDone(DutyRule rule, String key, Incident incident, Facts facts) {
        Circumstances ends = rule.ends();
        if (ends != null && ends.hold(facts)) {
            return true;
        }
        String about = key.substring(Math.min(key.length(), rule.id().length() + 1));
        return since(about, incident.acts()).stream()
                .anyMatch(act -> rule.endedBy().contains(act.act())
                        && (about.isEmpty()
                                || act.value(Act.ABOUT).isEmpty()
                                || act.value(Act.ABOUT).equals(about)));
    }

    /** The acts after the one of that key; all where it names none. */
    private static List<Act> since(String about, List<Act> acts) {
        int from = 0;
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).key().equals(about)) {
                from = i + 1;
            }
        }
        return acts.subList(from, acts.size());
    }

    /** The duty with its times as they now are: another severity or another awareness means another time (G2, G20). */
    private Duty clocked(Duty before, DutyRule rule, Incident incident, Instant now) {
        Duty duty = before.forPeople(rule.people(incident.severity().name()));
        Instant begins = switch (rule.from()) {
            case ARISING -> duty.begins();
            case REPORTED -> incident.report().reported();
            case NOTICED -> new CaseFile(incident).noticed();
        };
        Instant due = due(duty, rule, incident, begins);
        if (duty.taken() > 0 && begins.equals(duty.begins()) && Objects.equals(due, duty.due())) {
            return duty;
        }
        boolean sooner = due != null && duty.due() != null && due.isBefore(duty.due());
        Duty clocked = duty.clocked(begins, due);
        Steps steps = new Steps(rule, clocked, hours);
        // what would have been done by now is done now; who was told already is not told again
        int taken = sooner ? 0 : duty.taken();
        return clocked.looked(taken, steps.at(taken, null, now));
    }

    private @Nullable Instant due(Duty duty, DutyRule rule, Incident incident, Instant begins) {
        if (rule.dueFrom() != null) {
            String origin = duty.key().substring(rule.id().length() + 1);
            Optional<Instant> chosen = new CaseFile(incident)
                    .find(origin)
                    .flatMap(act -> hours.endOf(act.value(Objects.requireNonNull(rule.dueFrom()))));
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        var within = rule.within(incident.severity().name());
        return within == null ? null : within.after(begins, hours);
    }

    /** A duty after its steps; {@code acted} where one of them was for this incident. */
    private record Stepped(Duty duty, boolean acted) {}

    private Stepped stepped(Duty duty, DutyRule rule, Facts facts, Incident incident, Change change, Instant now) {
        Steps steps = new Steps(rule, duty, hours);
        Duty stepped = duty;
        boolean acted = false;
        while (stepped.isToBeLookedAt(now)) {
            DutyRule.Step step = steps.get(stepped.taken());
            if (step.when() == null || step.when().hold(facts)) {
                take(step, steps, stepped, rule, facts, incident, change, now);
                acted = true;
            }
            int taken = stepped.taken() + 1;
            stepped = stepped.looked(taken, steps.at(taken, now, now));
        }
        return new Stepped(stepped, acted);
    }

    private void take(
            DutyRule.Step step,
            Steps steps,
            Duty duty,
            DutyRule rule,
            Facts facts,
            Incident incident,
            Change change,
            Instant now) {
        List<String> told = step.outOfHours() != null && !hours.isNow(now) ? step.outOfHours() : step.tell();
        List<String> roles = told.stream()
                .flatMap(role -> role.equals("*") ? rule.roles().stream() : Stream.of(role))
                .distinct()
                .collect(Collectors.toList());
        telling(change, incident, facts, now)
                .once(steps.name(duty.taken()), roles, steps.occasion(duty.taken(), now), duty.key());
        if (step.effect() != null) {
            switch (step.effect()) {
                case REPORTER_LATE -> change.lateToAcknowledge(now);
                case REPORTER_FACTS -> change.remindOfFacts(now);
                case PASS_FACTS -> change.passFacts(now);
            }
        }
    }
}
