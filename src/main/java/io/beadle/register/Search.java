package io.beadle.register;

import io.beadle.incident.IncidentQuery;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Severity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the incidents.
 *
 * @param types the ids of the types meant, none for any
 * @param severities none for any
 * @param mine only what is assigned to whoever asks
 * @param exercises drills, and nothing else
 * @param since the first day on which it was reported, null for any
 * @param before the first day after, null for any
 */
public record Search(
        Set<String> types,
        Set<Severity> severities,
        State state,
        boolean mine,
        boolean exercises,
        @Nullable LocalDate since,
        @Nullable LocalDate before) {
    private static final int LONGEST = 2_000;

    public Search {
        types = Set.copyOf(types);
        severities = Set.copyOf(severities);
    }

    /** What is to be found for that viewer. */
    IncidentQuery query(Viewer viewer, ZoneId zone) {
        return new IncidentQuery(
                types,
                severities,
                state,
                mine ? viewer.person().id() : null,
                since == null ? null : since.atStartOfDay(zone).toInstant(),
                before == null ? null : before.atStartOfDay(zone).toInstant(),
                exercises,
                viewer.reader());
    }

    /** The same in chosen values, for a button: what was typed does not go onto a card (G11). */
    public String code() {
        return Stream.of(
                        "types=" + String.join(",", new TreeSet<>(types)),
                        "severities="
                                + severities.stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
                        "state=" + state,
                        "mine=" + mine,
                        "exercises=" + exercises,
                        "since=" + (since == null ? "" : since),
                        "before=" + (before == null ? "" : before))
                .collect(Collectors.joining(";"));
    }

    /** What {@link #code} wrote; empty for anything else. */
    public static Optional<Search> of(String code) {
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String part : code.split(";", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                values.put(part.substring(0, at), part.substring(at + 1));
            }
        }
        try {
            Set<Severity> severities = EnumSet.noneOf(Severity.class);
            listed(values, "severities").map(Severity::valueOf).forEach(severities::add);
            return Optional.of(new Search(
                    listed(values, "types").collect(Collectors.toSet()),
                    severities,
                    State.valueOf(values.getOrDefault("state", "")),
                    Boolean.parseBoolean(values.get("mine")),
                    Boolean.parseBoolean(values.get("exercises")),
                    day(values, "since"),
                    day(values, "before")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> listed(Map<String, String> values, String name) {
        return Stream.of(values.getOrDefault(name, "").split(",")).filter(value -> !value.isEmpty());
    }

    private static @Nullable LocalDate day(Map<String, String> values, String name) {
        String day = values.getOrDefault(name, "");
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
