package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be done by when, and how an incident can end, from {@code bot/duties.yaml}.
 *
 * @param duties what somebody must do by a time, in the order shown
 * @param withdrawals why a reporter may ask to withdraw a report, in the order offered
 * @param outcomes how an incident can end, in the order offered
 */
public record Duties(Week workingHours, List<DutyRule> duties, List<Reason> withdrawals, List<Outcome> outcomes) {
    /** Whose bank holidays are kept. */
    public enum Nation {
        @JsonProperty("england")
        ENGLAND,
        @JsonProperty("wales")
        WALES,
        @JsonProperty("scotland")
        SCOTLAND,
        @JsonProperty("northern-ireland")
        NORTHERN_IRELAND
    }

    /**
     * When the security team works.
     *
     * @param days by their English names
     * @param from such as {@code 09:00}, in the council's time zone
     * @param closed further days on which nobody works, as {@link BritishDate} reads them
     */
    public record Week(List<String> days, String from, String to, Nation nation, List<String> closed) {
        public Week(List<String> days, String from, String to, Nation nation, @Nullable List<String> closed) {
            this.days = List.copyOf(days);
            this.from = from;
            this.to = to;
            this.nation = nation;
            this.closed = List.copyOf(requireNonNullElse(closed, List.of()));
        }

        Set<DayOfWeek> workingDays() {
            return days.stream()
                    .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        LocalTime begins() {
            return LocalTime.parse(from);
        }

        LocalTime ends() {
            return LocalTime.parse(to);
        }

        Set<LocalDate> closures() {
            return closed.stream()
                    .flatMap(day -> BritishDate.parse(day).stream())
                    .flatMap(date -> date.first().datesUntil(date.last().plusDays(1)))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    public record Reason(String id, String label) {}

    /**
     * A way in which an incident ends.
     *
     * @param label as the desk chooses it; it holds nothing of the incident, so that a channel may show it (G11)
     * @param told what its reporter reads: no blame, and no promise (G7)
     */
    public record Outcome(String id, String label, String told) {}

    public Optional<DutyRule> rule(String id) {
        return duties.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Optional<Reason> withdrawal(String id) {
        return withdrawals.stream().filter(reason -> reason.id().equals(id)).findFirst();
    }

    public Optional<Outcome> outcome(String id) {
        return outcomes.stream().filter(outcome -> outcome.id().equals(id)).findFirst();
    }

    /** What the schema cannot say. */
    static void check(Duties duties, BiConsumer<String, String> mistake) {
        Week week = duties.workingHours;
        if (!week.begins().isBefore(week.ends())) {
            mistake.accept(
                    "/working-hours/to",
                    "work would end at " + week.to + ", before it begins at " + week.from + ": change one of them");
        }
        for (int i = 0; i < week.closed.size(); i++) {
            RegisterFile.date("/working-hours/closed/" + i, week.closed.get(i), mistake);
        }
        DutyRules.check(duties.duties, mistake);
        checkIds("/withdrawals/", duties.withdrawals.stream().map(Reason::id).toList(), mistake);
        checkIds("/outcomes/", duties.outcomes.stream().map(Outcome::id).toList(), mistake);
    }

    private static void checkIds(String place, List<String> ids, BiConsumer<String, String> mistake) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                mistake.accept(place + i + "/id", ids.get(i) + " is there twice: give each its own id");
            }
        }
    }
}
