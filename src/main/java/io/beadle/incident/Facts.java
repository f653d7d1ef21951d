package io.beadle.incident;

import io.beadle.content.Question;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@link io.beadle.content.Circumstances} can ask of an incident: {@code severity}, {@code type}, {@code flag},
 * {@code state}, {@code acknowledged}, {@code missing}, {@code reporter}, {@code restricted}, {@code exercise};
 * {@code act.note}, whether it was done, and {@code act.note.text}, what its field was last filled in with; anything else is
 * the id of a question of the report, with the answer that counts.
 */
public final class Facts implements Function<String, Set<String>> {
    private final Incident incident;

    public Facts(Incident incident) {
        this.incident = incident;
    }

    @Override
    public Set<String> apply(String fact) {
        return switch (fact) {
            case "severity" -> Set.of(word(incident.severity()));
            case "type" -> Set.of(incident.report().type());
            case "flag" -> incident.flags();
            case "state" -> Set.of(word(new CaseFile(incident).state()));
            case "acknowledged" -> yesNo(incident.isAcknowledged());
            case "missing" -> yesNo(!incident.missing().isEmpty());
            case "restricted" -> yesNo(new CaseFile(incident).isRestricted());
            case "exercise" -> yesNo(incident.exercise());
            case "reporter" ->
                Set.of(
                        switch (incident.report().reporter()) {
                            case Reporter.Named named -> "named";
                            case Reporter.Sealed sealed -> "sealed";
                            case Reporter.Anonymous anonymous -> "anonymous";
                        });
            default -> fact.startsWith("act.") ? ofAct(fact.substring("act.".length())) : answered(fact);
        };
    }

    private Set<String> ofAct(String path) {
        int field = path.indexOf('.');
        String act = field < 0 ? path : path.substring(0, field);
        return new CaseFile(incident)
                .latest(act)
                .map(done -> field < 0 ? Set.of("yes") : chosen(done.value(path.substring(field + 1))))
                .orElseGet(() -> field < 0 ? Set.of("no") : Set.of());
    }

    private Set<String> answered(String question) {
        return incident.current(question)
                .filter(answer -> !answer.value().isEmpty())
                .map(answer -> chosen(answer.value()))
                .orElse(Set.of());
    }

    private static Set<String> chosen(String value) {
        return Question.chosen(value).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> yesNo(boolean so) {
        return Set.of(so ? "yes" : "no");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
