package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody must do about certain incidents by a time, from {@code bot/duties.yaml}.
 *
 * @param id unique
 * @param title as the desk reads it: "Two people acknowledge it"
 * @param roles whose duty it is, from {@code bot/roles.yaml}
 * @param when the incidents it arises for; where that is no longer so, the duty is void
 * @param unless the incidents it does not arise for, null for none
 * @param per the act for each of which it arises anew, null where it arises once an incident
 * @param from what its time is counted from
 * @param within how long it may take, by severity, or under {@code any}; a longer one than {@code limit} is refused
 * @param limit the law's own, null where there is none
 * @param setByOthers whether another body says how long it may take; {@code check} reminds while nobody has filled that in
 * @param dueFrom the field of the act {@code per} which it arose that says when it is due, null where {@code within} does
 * @param ends what must be so for it to be done, null where only an act ends it
 * @param endedBy the acts that end it
 * @param closing what closing the incident means for it
 * @param people how many different people must do it, by severity, or under {@code any}; only of acknowledging (G17)
 * @param steps what becomes of it in time, in the order in which they come
 */
public record DutyRule(
        String id,
        String title,
        @JsonProperty("for") List<String> roles,
        @JsonProperty("if") Circumstances when,
        @Nullable Circumstances unless,
        @Nullable String per,
        From from,
        Map<String, Span> within,
        @Nullable Span limit,
        boolean setByOthers,
        @Nullable String dueFrom,
        @Nullable Circumstances ends,
        List<String> endedBy,
        Closing closing,
        Map<String, Integer> people,
        List<Step> steps) {
    /** As many as nominated people respond to an incident, where the content names no number (G17; 003, section 14.1.3). */
    public static final int TWO = 2;

    /** The duty that several people do. */
    static final String ACKNOWLEDGE = "acknowledge";

    /** Where the time of a duty begins. */
    public enum From {
        /** When the duty arose. */
        @JsonProperty("arising")
        ARISING,
        @JsonProperty("reported")
        REPORTED,
        /** The earliest that anybody working for the council noticed (G2), or what the data protection officer moved it to. */
        @JsonProperty("noticed")
        NOTICED
    }

    /** What closing an incident means for a duty still open. */
    public enum Closing {
        /** It is void. */
        @JsonProperty("ends")
        ENDS,
        /** It must be done, or waived, before. */
        @JsonProperty("blocks")
        BLOCKS,
        /** It goes on. */
        @JsonProperty("stays")
        STAYS
    }

    /** What a step does besides telling people. */
    public enum Effect {
        /** The reporter is told that nobody has answered in time, and whom to ring (G6). */
        @JsonProperty("reporter-late")
        REPORTER_LATE,
        /** The reporter is reminded of the facts that are missing. */
        @JsonProperty("reporter-facts")
        REPORTER_FACTS,
        /** The missing facts are the desk's to ask for. */
        @JsonProperty("pass-facts")
        PASS_FACTS
    }

    /**
     * What happens while a duty is open.
     *
     * @param after how long after the duty's time began; null where another key says when
     * @param before how long before it is due
     * @param past how long after it was due
     * @param pause at least that long after the step before it was taken, null for at once
     * @param every again and again after that, null for once; only of the last step
     * @param when only for these incidents, null for all
     * @param tell the roles told; {@code *} for those whose duty it is
     * @param outOfHours who is told instead when nobody works, null for the same
     */
    public record Step(
            @Nullable Span after,
            @Nullable Span before,
            @Nullable Span past,
            @Nullable Span pause,
            @Nullable Span every,
            @JsonProperty("if") @Nullable Circumstances when,
            List<String> tell,
            @Nullable List<String> outOfHours,
            @Nullable Effect effect) {
        public Step {
            tell = List.copyOf(requireNonNullElse(tell, List.of()));
        }
    }

    /** What the file leaves out comes as null and gets its default here. */
    public DutyRule {
        roles = List.copyOf(requireNonNullElse(roles, List.of()));
        when = requireNonNullElse(when, Circumstances.ALWAYS);
        from = requireNonNullElse(from, From.ARISING);
        within = Map.copyOf(requireNonNullElse(within, Map.of()));
        endedBy = List.copyOf(requireNonNullElse(endedBy, List.of()));
        closing = requireNonNullElse(closing, Closing.ENDS);
        people = Map.copyOf(requireNonNullElse(people, Map.of()));
        steps = List.copyOf(requireNonNullElse(steps, List.of()));
    }

    /** How long it may take with an incident so bad; null where it has no time of its own. */
    public @Nullable Span within(String severity) {
        Span own = within.get(severity.toLowerCase(Locale.ROOT));
        return own == null ? within.get("any") : own;
    }

    /** How many different people must do it with an incident so bad. */
    public int people(String severity) {
        int otherwise = people.getOrDefault("any", id.equals(ACKNOWLEDGE) ? TWO : 1);
        return people.getOrDefault(severity.toLowerCase(Locale.ROOT), otherwise);
    }
}
