package io.beadle.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Goes through every chain, and through what the instance's chain says of the others. */
@Component
public final class AuditCheck {
    private final AuditLog audit;
    private final IncidentChains incidents;

    public AuditCheck(AuditLog audit, IncidentChains incidents) {
        this.audit = audit;
        this.incidents = incidents;
    }

    /**
     * What was found.
     *
     * @param links how many were looked at, those of the instance's chain left out
     * @param broken of each chain that does not hold the first link that is wrong, the instance's chain first
     * @param head how the instance's chain ends: kept elsewhere, it shows later that nothing before it was altered
     */
    public record Verdict(int incidents, long links, List<Break> broken, String head) {
        public boolean holds() {
            return broken.isEmpty();
        }
    }

    public Verdict check() {
        List<Break> broken = new ArrayList<>();
        audit.check().ifPresent(broken::add);
        Map<String, Set<String>> witnessed = witnessed();
        Set<String> there = new HashSet<>();
        long links = 0;
        try (Stream<IncidentChains.Kept> all = incidents.all()) {
            for (IncidentChains.Kept kept : (Iterable<IncidentChains.Kept>) all::iterator) {
                Trail trail = kept.trail();
                there.add(trail.chain());
                links += trail.links().size();
                trail.check(kept.content())
                        .or(() -> cutOff(trail, witnessed.getOrDefault(trail.chain(), Set.of())))
                        .ifPresent(broken::add);
            }
        }
        Set<String> purged = purged();
        witnessed.keySet().stream()
                .filter(reference -> !there.contains(reference) && !purged.contains(reference))
                .map(reference -> new Break(reference, 0, Break.Kind.GONE))
                .forEach(broken::add);
        return new Verdict(there.size(), links, broken, audit.head());
    }

    private static Optional<Break> cutOff(Trail trail, Set<String> heads) {
        return heads.stream()
                .filter(head -> !trail.had(head))
                .map(head -> InstanceChain.number(head).orElse(0L))
                .min(Long::compare)
                .map(n -> new Break(trail.chain(), n, Break.Kind.CUT_OFF));
    }

    private Map<String, Set<String>> witnessed() {
        Map<String, Set<String>> heads = new HashMap<>();
        try (Stream<AuditLog.Entry> all = audit.all(AuditLog.What.WITNESSED)) {
            all.forEach(entry -> entry.more()
                    .forEach((reference, head) -> heads.computeIfAbsent(reference, r -> new HashSet<>())
                            .add(head)));
        }
        return new TreeMap<>(heads);
    }

    private Set<String> purged() {
        Set<String> purged = new HashSet<>();
        try (Stream<AuditLog.Entry> all = audit.all(AuditLog.What.PURGED)) {
            all.forEach(entry -> purged.add(entry.about()));
        }
        return purged;
    }
}
