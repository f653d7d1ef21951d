package io.beadle.incident;

import io.beadle.content.Assets;
import io.beadle.content.Question;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link io.beadle.content.Circumstances} can ask of an incident: {@code severity}, {@code confirmed}, {@code type},
 * {@code flag}, {@code state}, {@code acknowledged}, {@code answered}, {@code missing}, {@code reporter}, {@code held},
 * {@code restricted}, {@code breach}, {@code paused}, {@code outcome}, {@code exercise}, {@code wave}; {@code act.note}, whether it was done, and
 * {@code act.note.text}, what its field was last filled in with; anything else is the id of a question of the report, with the
 * answer that counts, or {@value #UNANSWERED} for a required one that was left open.
 */
public final class Facts implements Function<String, Set<String>> {
    /** What a required question that nobody has answered yet is answered with. */
    private static final String UNANSWERED = "unanswered";

    /** What a system is that the assets do not know. */
    private static final String UNKNOWN = "unknown";

    private final Incident incident;
    private final Assets assets;

    public Facts(Incident incident) {
        this(incident, Assets.NONE);
    }

    /** The same, and which systems the reporter named, or {@value #UNKNOWN}: the fact "asset". */
    public Facts(Incident incident, Assets assets) {
        this.incident = incident;
        this.assets = assets;
    }

    @Override
    public Set<String> apply(String fact) {
        return switch (fact) {
            case "severity" -> Set.of(word(incident.severity()));
            case "type" -> Set.of(incident.report().type());
            case "flag" -> incident.flags();
            case "state" -> Set.of(word(new CaseFile(incident).state()));
            case "acknowledged" -> yesNo(incident.isAcknowledged());
            case "answered" -> yesNo(!incident.acknowledgements().isEmpty());
            case "confirmed" -> yesNo(new CaseFile(incident).isConfirmed());
            case "held" -> yesNo(incident.isHeld());
            case "breach" -> Set.of(word(new CaseFile(incident).breach()));
            case "paused" ->
                yesNo(!new CaseFile(incident)
                        .unanswered("police-pause", Set.of("police-pause-end"))
                        .isEmpty());
            case "outcome" ->
                Stream.ofNullable(incident.closing()).map(Closing::outcome).collect(Collectors.toSet());
            case "missing" -> yesNo(!incident.missing().isEmpty());
            case "restricted" -> yesNo(new CaseFile(incident).isRestricted());
            case "asset" -> assets();
            case "exercise" -> yesNo(incident.exercise());
            case "wave" ->
                Set.of(incident.wave() == null ? "no" : incident.wave().leads() ? "leads" : "member");
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

    private Set<String> assets() {
        List<Assets.Asset> named = touched();
        if (!named.isEmpty()) {
            return named.stream().map(Assets.Asset::id).collect(Collectors.toUnmodifiableSet());
        }
        return assets.equals(Assets.NONE) || system().isEmpty() ? Set.of() : Set.of(UNKNOWN);
    }

    /** The systems and sets of records that the reporter named (G23). */
    public List<Assets.Asset> touched() {
        return assets.namedIn(system());
    }

    private String system() {
        return incident.current("system").map(Answer::value).orElse("");
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
        if (incident.missing().contains(question)) {
            return Set.of(UNANSWERED);
        }
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
