package io.beadle.register;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts of which the small ones are not told, nor can be worked out from the others and their total (G15). See the rationale,
 * "Why are more than the small counts left out?"
 *
 * @param shown the count of each name, in the order given; empty where it is not told
 * @param total of all, empty where it is not told
 */
public record Suppressed(Map<String, OptionalLong> shown, OptionalLong total) {
    /** Counts from one to below this are not told. */
    public static final long LEAST = 5;

    public Suppressed {
        shown = new LinkedHashMap<>(shown);
    }

    public static Suppressed of(Map<String, Long> counts) {
        return of(counts, Set.of());
    }

    /**
     * The same of a time that others are parts of, each told by itself: what only one of them does not tell could be worked out.
     *
     * @param parts the counts of each
     */
    static Suppressed of(Map<String, Long> counts, List<Map<String, Long>> parts) {
        List<Suppressed> told = parts.stream().map(Suppressed::of).toList();
        return of(
                counts,
                counts.keySet().stream()
                        .filter(name -> told.stream()
                                        .filter(part -> part.isHidden(name))
                                        .count()
                                == 1)
                        .collect(Collectors.toSet()));
    }

    /** The same with those left out too, however many they are. */
    static Suppressed of(Map<String, Long> counts, Set<String> besides) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        Set<String> hidden = hidden(counts, besides);
        boolean totalHidden = (total > 0 && total < LEAST) || (!hidden.isEmpty() && givesAway(counts, hidden));
        Map<String, OptionalLong> shown = new LinkedHashMap<>();
        counts.forEach((name, count) ->
                shown.put(name, hidden.contains(name) ? OptionalLong.empty() : OptionalLong.of(count)));
        return new Suppressed(shown, totalHidden ? OptionalLong.empty() : OptionalLong.of(total));
    }

    private boolean isHidden(String name) {
        OptionalLong count = shown.get(name);
        return count != null && count.isEmpty();
    }

    private static Set<String> hidden(Map<String, Long> counts, Set<String> besides) {
        Set<String> hidden = counts.entrySet().stream()
                .filter(count -> besides.contains(count.getKey()) || (count.getValue() > 0 && count.getValue() < LEAST))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        while (!hidden.isEmpty() && givesAway(counts, hidden)) {
            Optional<String> next = next(counts, hidden);
            if (next.isEmpty()) {
                return hidden;
            }
            hidden.add(next.get());
        }
        return hidden;
    }

    /** The smallest that is told, so that least is lost; one that is nought only when there is no other. */
    private static Optional<String> next(Map<String, Long> counts, Set<String> hidden) {
        return counts.entrySet().stream()
                .filter(count -> !hidden.contains(count.getKey()))
                .min(Comparator.comparing((Map.Entry<String, Long> count) -> count.getValue() == 0)
                        .thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** Whether the sum of what is hidden, which the total gives away, says what each is: it is one, or all are ones. */
    private static boolean givesAway(Map<String, Long> counts, Set<String> hidden) {
        long sum =
                hidden.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
        boolean anyNought = hidden.stream().anyMatch(name -> counts.getOrDefault(name, 0L) == 0);
        return hidden.size() < 2 || (sum == hidden.size() && !anyNought);
    }
}
