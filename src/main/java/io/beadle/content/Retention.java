package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long what is stored about people is kept, from {@code bot/retention.yaml}.
 *
 * @param incidents the rules for incidents; the first that holds counts, and the last holds for all
 * @param besides by {@link Kept#id}, how long all else is kept
 */
public record Retention(List<Rule> incidents, Map<String, Span> besides) {
    /** Sooner, duties and questions about a closed incident are still coming. */
    private static final Duration SHORTEST = Duration.ofDays(30);

    /** The law has no need longer than that of which the council does not say it itself (UK GDPR, Article 5(1)(e)). */
    private static final Duration LONGEST = Duration.ofDays(25 * 366);

    /**
     * Who asked is known for less than that: until the question is settled or put to a person, until nobody is waited for any
     * more, and until the asker has been told so or cannot be.
     */
    private static final Duration WHO_ASKED = Duration.ofDays(30);

    /**
     * How long incidents are kept of which that is so.
     *
     * @param when which they are, null for all
     * @param after how long after they were closed they are deleted; null for never by themselves
     * @param atLeast the law's or the policy's least: a shorter time is refused; null for none
     * @param setByOthers whether somebody else says how long, such as the council's retention schedule
     */
    public record Rule(
            String id,
            String title,
            @JsonProperty("if") @Nullable Circumstances when,
            @Nullable Span after,
            @Nullable Span atLeast,
            @Nullable Boolean setByOthers) {
        public Rule {
            setByOthers = requireNonNullElse(setByOthers, false);
        }
    }

    /** The rule for an incident of which these facts are known. */
    public Rule of(Function<String, Set<String>> facts) {
        return incidents.stream()
                .filter(rule -> rule.when() == null || rule.when().hold(facts))
                .findFirst()
                .orElseThrow();
    }

    /** How long the incidents are kept that are kept shortest; empty where no rule has a time. */
    public Optional<Duration> shortest() {
        return incidents.stream()
                .flatMap(rule -> Stream.ofNullable(rule.after()))
                .map(Span::onTheClock)
                .min(Comparator.naturalOrder());
    }

    public Duration of(Kept kind) {
        return Objects.requireNonNull(besides.get(kind.id()), kind.id()).onTheClock();
    }

    public Optional<Rule> find(String id) {
        return incidents.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What the schema cannot say. */
    static void check(Retention retention, BiConsumer<String, String> mistake) {
        Set<String> seen = new HashSet<>();
        int last = retention.incidents.size() - 1;
        for (int i = 0; i <= last; i++) {
            Rule rule = retention.incidents.get(i);
            String place = "/incidents/" + i;
            if (!seen.add(rule.id())) {
                mistake.accept(place + "/id", rule.id() + " is there twice: give each its own id");
            }
            if ((rule.when() == null) != (i == last)) {
                mistake.accept(
                        place,
                        rule.id()
                                + (i == last
                                        ? " is the last rule and must hold for all that is left: take its \"if\" out"
                                        : " holds for all, and no rule after it is ever met: give it an \"if\", or put it last"));
            }
            time(rule, place, mistake);
        }
        for (Kept kind : Kept.values()) {
            Duration kept = retention.of(kind);
            if (kept.compareTo(kind.least()) < 0 || kept.compareTo(kind.most()) > 0) {
                mistake.accept("/besides/" + kind.id(), outside(kind.id(), kept, kind.least(), kind.most()));
            }
        }
        Duration known =
                retention.of(Kept.ASKERS).plus(retention.of(Kept.ENQUIRIES)).plus(retention.of(Kept.UNTOLD));
        if (known.compareTo(WHO_ASKED) >= 0) {
            mistake.accept(
                    "/besides/enquiries",
                    "enquiries, askers and untold are %d days together: less than %d, so long it may be known who asked"
                            .formatted(known.toDays(), WHO_ASKED.toDays()));
        }
    }

    private static String outside(String what, Duration kept, Duration least, Duration most) {
        return "%s is kept %d days: write from %dd to %dd"
                .formatted(what, kept.toDays(), least.toDays(), most.toDays());
    }

    private static void time(Rule rule, String place, BiConsumer<String, String> mistake) {
        Span after = rule.after();
        if (after == null) {
            if (!Boolean.TRUE.equals(rule.setByOthers())) {
                mistake.accept(place, rule.id() + " needs \"after\", or \"set-by-others: true\"");
            }
            return;
        }
        Duration kept = after.onTheClock();
        Span least = rule.atLeast();
        if (least != null && kept.compareTo(least.onTheClock()) < 0) {
            mistake.accept(
                    place + "/after",
                    rule.id() + " is kept shorter than it must be: "
                            + least.onTheClock().toDays() + " days at least");
        }
        if (kept.compareTo(SHORTEST) < 0 || kept.compareTo(LONGEST) > 0) {
            mistake.accept(place + "/after", outside(rule.id(), kept, SHORTEST, LONGEST));
        }
    }
}
