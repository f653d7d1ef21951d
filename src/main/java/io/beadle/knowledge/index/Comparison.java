package io.beadle.knowledge.index;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares two versions clause by clause. */
final class Comparison {
    /** From here on two clauses are one that was changed: half of their words are shared. */
    private static final double ALIKE = 0.5;

    /** The same, for two clauses of the same section number. */
    private static final double ALIKE_IN_SECTION = 0.3;

    private final List<Place> gone = new ArrayList<>();
    private final List<Place> come = new ArrayList<>();

    /** A clause that is in one version only; {@code at} is its place in the later one, or where it would be. */
    private record Place(ClauseText clause, Set<String> words, int at) {
        Place(ClauseText clause, int at) {
            this(clause, clause.words(), at);
        }
    }

    private record Pair(Place before, Place after, double alike) {}

    private record Change(ClauseChange change, int at) {}

    private Comparison(List<ClauseText> before, List<ClauseText> after) {
        for (AbstractDelta<String> delta :
                DiffUtils.diff(normal(before), normal(after)).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            for (int i = 0; i < delta.getSource().size(); i++) {
                gone.add(new Place(before.get(from + i), to));
            }
            for (int i = 0; i < delta.getTarget().size(); i++) {
                come.add(new Place(after.get(to + i), to + i));
            }
        }
        dropMoved();
    }

    static List<ClauseChange> of(List<Passage> before, List<Passage> after) {
        return new Comparison(clauses(before), clauses(after)).changes();
    }

    private List<ClauseChange> changes() {
        List<Change> changes = new ArrayList<>();
        Set<Place> paired = new HashSet<>();
        for (Pair pair : pairs()) {
            if (!paired.contains(pair.before()) && !paired.contains(pair.after())) {
                paired.add(pair.before());
                paired.add(pair.after());
                ClauseText now = pair.after().clause();
                changes.add(new Change(
                        new ClauseChange.Changed(
                                now.section(),
                                now.heading(),
                                pair.before().clause().text(),
                                now.text()),
                        pair.after().at()));
            }
        }
        unpaired(gone, paired).forEach(place -> {
            ClauseText old = place.clause();
            changes.add(new Change(new ClauseChange.Removed(old.section(), old.heading(), old.text()), place.at()));
        });
        unpaired(come, paired).forEach(place -> {
            ClauseText now = place.clause();
            changes.add(new Change(new ClauseChange.Added(now.section(), now.heading(), now.text()), place.at()));
        });
        return changes.stream()
                .sorted(Comparator.comparingInt(Change::at))
                .map(Change::change)
                .toList();
    }

    /** The most alike first. */
    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Place before : gone) {
            for (Place after : come) {
                double alike = alike(before.words(), after.words());
                boolean sameSection = before.clause().section() != null
                        && Objects.equals(
                                before.clause().section(), after.clause().section());
                if (alike >= (sameSection ? ALIKE_IN_SECTION : ALIKE)) {
                    pairs.add(new Pair(before, after, sameSection ? alike + 1 : alike));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::alike).reversed());
        return pairs;
    }

    /** Shared words, twice, over all words of both. */
    private static double alike(Set<String> one, Set<String> other) {
        int shared = 0;
        for (String word : one) {
            shared += other.contains(word) ? 1 : 0;
        }
        return 2.0 * shared / (one.size() + other.size());
    }

    /** A clause that stands elsewhere now, or under another number, says what it said. */
    private void dropMoved() {
        for (Place place : List.copyOf(come)) {
            gone.stream()
                    .filter(old -> old.clause().normal().equals(place.clause().normal()))
                    .findFirst()
                    .ifPresent(old -> {
                        gone.remove(old);
                        come.remove(place);
                    });
        }
    }

    private static List<Place> unpaired(Collection<Place> places, Set<Place> paired) {
        return places.stream().filter(place -> !paired.contains(place)).toList();
    }

    private static List<ClauseText> clauses(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> ClauseText.of(passage).stream())
                .toList();
    }

    private static List<String> normal(List<ClauseText> clauses) {
        return clauses.stream().map(ClauseText::normal).toList();
    }
}
