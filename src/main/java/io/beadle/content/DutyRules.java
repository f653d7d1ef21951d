package io.beadle.content;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the schema cannot say of the duties: no time beyond the law's, and steps that come in their order. */
final class DutyRules {
    /** The law's own: notify the Information Commissioner within that long, where feasible (UK GDPR, Article 33(1)). */
    private static final Map<String, Duration> LEGAL = Map.of("ico-decision", Duration.ofDays(3));

    private DutyRules() {}

    static void check(List<DutyRule> rules, BiConsumer<String, String> mistake) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            DutyRule rule = rules.get(i);
            String place = "/duties/" + i;
            if (!seen.add(rule.id())) {
                mistake.accept(place + "/id", rule.id() + " is there twice: give each duty its own id");
            }
            if (rule.ends() == null && rule.endedBy().isEmpty()) {
                mistake.accept(place, rule.id() + " can never be done: say \"ends\" or \"ended-by\"");
            }
            if (rule.dueFrom() != null && rule.per() == null) {
                mistake.accept(place + "/due-from", rule.id() + " needs \"per\" to say of which act that is a field");
            }
            checkTimes(rule, place, mistake);
            checkPeople(rule, place, mistake);
            checkSteps(rule, place, mistake);
        }
    }

    private static void checkTimes(DutyRule rule, String place, BiConsumer<String, String> mistake) {
        Duration legal = LEGAL.get(rule.id());
        Span own = rule.limit();
        Duration limit = own != null && own.isCalendar() ? own.onTheClock() : legal;
        if (legal != null && limit != null && limit.compareTo(legal) > 0) {
            mistake.accept(place + "/limit", rule.id() + " may take " + legal.toHours() + "h at most: the law says so");
        }
        rule.within().forEach((severity, within) -> {
            if (limit != null && (!within.isCalendar() || within.onTheClock().compareTo(limit) > 0)) {
                mistake.accept(
                        place + "/within/" + severity,
                        rule.id() + " may take " + limit.toHours() + "h on the calendar at most: its legal limit");
            }
        });
    }

    private static void checkPeople(DutyRule rule, String place, BiConsumer<String, String> mistake) {
        if (!rule.id().equals(DutyRule.ACKNOWLEDGE)) {
            if (!rule.people().isEmpty()) {
                mistake.accept(
                        place + "/people",
                        rule.id() + " is done by one person: only " + DutyRule.ACKNOWLEDGE + " can say how many");
            }
            return;
        }
        for (String severity : List.of("high", "medium")) {
            int people = rule.people(severity);
            if (people < DutyRule.TWO) {
                mistake.accept(
                        place + "/people/" + (rule.people().containsKey(severity) ? severity : "any"),
                        rule.id() + " would take " + people + " person where the severity is " + severity
                                + ": two at least must, by rule G17 (003, section 14.1.3)");
            }
        }
    }

    private static void checkSteps(DutyRule rule, String place, BiConsumer<String, String> mistake) {
        for (int i = 0; i < rule.steps().size(); i++) {
            DutyRule.Step step = rule.steps().get(i);
            if (step.every() != null && i < rule.steps().size() - 1) {
                mistake.accept(
                        place + "/steps/" + i + "/every",
                        rule.id() + " goes on for ever there: only its last step may");
            }
            if (step.after() == null && rule.within().isEmpty() && rule.dueFrom() == null) {
                mistake.accept(
                        place + "/steps/" + i, rule.id() + " is never due: say \"within\", or \"after\" in the step");
            }
        }
    }
}
