package io.beadle.bot.report;

import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.RegisteredPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which policies an incident touched: those behind the advice of its type, and those named in what was recorded about it. */
@Component
public final class TouchedPolicies {
    /** Read by few (G14): not even what it names goes further. */
    private static final String LEGAL_NOTE = "legal-note";

    private final AdviceClauses clauses;
    private final ReportTypes types;
    private final PolicyRegister register;

    TouchedPolicies(AdviceClauses clauses, ReportTypes types, PolicyRegister register) {
        this.clauses = clauses;
        this.types = types;
        this.register = register;
    }

    /**
     * Their names, each once; none that not everybody may read (G34), for they go to a channel. Empty as long as the clauses
     * behind the advice are still being looked up.
     */
    public Optional<List<String>> of(Incident incident) {
        Optional<ReportType> type = types.find(incident.report().type());
        Optional<Set<String>> advised = type.isEmpty() ? Optional.of(Set.of()) : clauses.documents(type.get());
        return advised.map(documents -> {
            Set<String> names = new LinkedHashSet<>();
            documents.stream()
                    .flatMap(document -> register.ofDocument(document).stream())
                    .forEach(policy -> names.add(policy.name()));
            register.policies().stream()
                    .filter(policy -> isNamed(policy, incident))
                    .forEach(policy -> names.add(policy.name()));
            Set<String> closed = new LinkedHashSet<>();
            register.policies().stream().filter(policy -> !isOpen(policy)).forEach(policy -> closed.add(policy.name()));
            names.removeAll(closed);
            return List.copyOf(names);
        });
    }

    private boolean isOpen(RegisteredPolicy policy) {
        return policy.document() == null || register.mayRead(policy.document(), null);
    }

    private static boolean isNamed(RegisteredPolicy policy, Incident incident) {
        String name = policy.name().toLowerCase(Locale.UK);
        return recorded(incident).anyMatch(text -> text.toLowerCase(Locale.UK).contains(name));
    }

    private static Stream<String> recorded(Incident incident) {
        return incident.acts().stream()
                .filter(act -> !act.act().equals(LEGAL_NOTE))
                .map(Act::answers)
                .flatMap(List::stream)
                .map(Answer::value);
    }
}
