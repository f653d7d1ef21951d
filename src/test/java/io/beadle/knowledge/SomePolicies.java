package io.beadle.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies of a few clauses, which the test changes. Every question finds all that its asker may read. */
public final class SomePolicies implements PolicyAssistant, StandingClauses {
    private final Map<String, Passage> clauses = new HashMap<>();
    private final Set<String> restricted = new HashSet<>();
    private final List<Question> asked = new ArrayList<>();

    public Passage clause(String id, String text) {
        Passage clause = new Passage(id, "mobile.md", "Mobile working", null, "4.1", "Abroad", null, text, 0);
        clauses.put(id, clause);
        return clause;
    }

    /** Only somebody known may read it from now on. */
    public void restrict(String id) {
        restricted.add(id);
    }

    public void remove(String id) {
        clauses.remove(id);
    }

    public List<Question> asked() {
        return asked;
    }

    @Override
    public Answer ask(Question question) {
        asked.add(question);
        List<Passage> found = clauses.keySet().stream()
                .sorted()
                .flatMap(id -> passage(id, question.asker()).stream())
                .toList();
        return found.isEmpty()
                ? new Answer.NotFound(0, List.of())
                : new Answer.Closest(
                        0.4, Citation.of(found.getFirst(), found.getFirst().text()), found);
    }

    @Override
    public Optional<Passage> passage(String id, @Nullable String asker) {
        return Optional.ofNullable(clauses.get(id)).filter(clause -> asker != null || !restricted.contains(id));
    }

    @Override
    public List<Passage> section(String id, @Nullable String asker) {
        return passage(id, asker).stream().toList();
    }

    @Override
    public boolean stand(String passage) {
        return clauses.containsKey(passage);
    }

    @Override
    public KnowledgeStatus status() {
        throw new UnsupportedOperationException();
    }
}
