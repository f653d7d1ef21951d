package io.beadle.incident;

import io.beadle.content.DutyRule;
import io.beadle.content.WorkingHours;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The steps of a duty with its times as they are, in the order in which they come. */
final class Steps {
    /**
     * A step with its time.
     *
     * @param written its place in the rule, which stays when another severity puts the steps in another order
     */
    private record Timed(DutyRule.Step step, int written, Instant at) {}

    private final List<Timed> steps;
    private final Duty duty;
    private final WorkingHours hours;

    Steps(DutyRule rule, Duty duty, WorkingHours hours) {
        this.duty = duty;
        this.hours = hours;
        steps = IntStream.range(0, rule.steps().size())
                .mapToObj(
                        i -> new Timed(rule.steps().get(i), i, time(rule.steps().get(i))))
                .sorted(Comparator.comparing(Timed::at))
                .toList();
    }

    /** A step that hangs on a time the duty does not have comes at once. */
    private Instant time(DutyRule.Step step) {
        Instant due = duty.due();
        if (step.after() != null) {
            return step.after().after(duty.begins(), hours);
        }
        if (due == null) {
            return duty.begins();
        }
        return step.before() != null
                ? step.before().before(due, hours)
                : step.past() == null ? due : step.past().after(due, hours);
    }

    /** The step after so many were taken; the last again and again where it says so. */
    DutyRule.Step get(int taken) {
        return steps.get(Math.min(taken, steps.size() - 1)).step();
    }

    /** Names that step of the duty among all that are ever taken, whatever its severity was then. */
    String name(int taken) {
        int again = taken - steps.size() + 1;
        int written = steps.get(Math.min(taken, steps.size() - 1)).written();
        return duty.key() + '#' + written + (again > 0 ? "+" + again : "");
    }

    /**
     * When that step is to be taken; null when there is none.
     *
     * @param before when the one before was taken, null where that is not known
     */
    @Nullable
    Instant at(int taken, @Nullable Instant before, Instant now) {
        if (taken < steps.size()) {
            Timed next = steps.get(taken);
            Instant earliest = next.step().pause() == null || before == null
                    ? next.at()
                    : next.step().pause().after(before, hours);
            return earliest.isAfter(next.at()) ? earliest : next.at();
        }
        if (steps.isEmpty() || steps.getLast().step().every() == null) {
            return null;
        }
        Instant last = before == null ? now : before;
        return steps.getLast().step().every().after(last, hours);
    }

    /** What it means to whoever is told at that step. */
    Delivery.Occasion occasion(int taken, Instant now) {
        Instant due = duty.due();
        if (due != null && !now.isBefore(due)) {
            return Delivery.Occasion.OVERDUE;
        }
        boolean first =
                taken == 0 || (taken < steps.size() && !steps.get(taken).at().isAfter(duty.begins()));
        return first && get(taken).before() == null ? Delivery.Occasion.DUTY : Delivery.Occasion.WARNING;
    }
}
