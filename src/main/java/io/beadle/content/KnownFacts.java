package io.beadle.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which facts circumstances can name, and which values each can have. */
final class KnownFacts {
    /** What stands for any value. */
    static final String ANY = "*";

    private static final List<String> YES_NO = List.of("yes", "no");

    /** Acts that are recorded by Beadle itself: {@code joined}, of a report that was joined to an incident (G19). */
    private static final Set<String> BY_BEADLE = Set.of("joined");

    private final ReportTypes types;
    private final DeskActs acts;
    private final ImpactMatrix matrix;
    private final Map<String, List<String>> own = new HashMap<>();

    KnownFacts(ReportTypes types, DeskActs acts, Duties duties, Assets assets, ImpactMatrix matrix) {
        this.types = types;
        this.acts = acts;
        this.matrix = matrix;
        for (String fact : List.of(
                "confirmed", "acknowledged", "answered", "missing", "held", "restricted", "paused", "exercise")) {
            own.put(fact, YES_NO);
        }
        own.put("wave", List.of("leads", "member", "no"));
        own.put("severity", List.of("low", "medium", "high"));
        own.put("type", types.types().stream().map(ReportType::id).toList());
        own.put("flag", ReportTypeRules.FLAGS.stream().sorted().toList());
        own.put("state", List.of("open", "acknowledged", "closed"));
        own.put("reporter", List.of("named", "sealed", "anonymous"));
        own.put("breach", List.of("yes", "maybe", "no"));
        own.put("outcome", duties.outcomes().stream().map(Duties.Outcome::id).toList());
        own.put(
                "asset",
                Stream.concat(assets.assets().stream().map(Assets.Asset::id), Stream.of("unknown"))
                        .toList());
    }

    /**
     * The values that a fact can have; only {@value #ANY} where it is typed. Empty if there is no such fact.
     *
     * @param ofTypes the types of report it stands beside, empty for any
     */
    Optional<Set<String>> values(String fact, List<String> ofTypes) {
        if (own.containsKey(fact)) {
            return Optional.of(new TreeSet<>(own.getOrDefault(fact, List.of())));
        }
        return fact.startsWith("act.") ? ofAct(fact.substring("act.".length())) : ofQuestion(fact, ofTypes);
    }

    private Optional<Set<String>> ofAct(String path) {
        int dot = path.indexOf('.');
        String act = dot < 0 ? path : path.substring(0, dot);
        if (dot < 0) {
            return acts.find(act).isPresent() || BY_BEADLE.contains(act)
                    ? Optional.of(new TreeSet<>(YES_NO))
                    : Optional.empty();
        }
        String field = path.substring(dot + 1);
        return acts.find(act)
                .flatMap(known -> Stream.concat(
                                known.fields().stream(),
                                known.effect() == DeskAct.Effect.MATRIX
                                        ? matrix.fields().stream()
                                        : Stream.<Question>of())
                        .filter(question -> question.id().equals(field))
                        .findFirst())
                .map(question -> values(Stream.of(question)));
    }

    private Optional<Set<String>> ofQuestion(String id, List<String> ofTypes) {
        List<Question> asked = types.types().stream()
                .filter(type -> ofTypes.isEmpty() || ofTypes.contains(type.id()))
                .flatMap(ReportType::questions)
                .filter(question -> question.id().equals(id))
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Set<String> values = values(asked.stream());
        if (asked.stream().anyMatch(Question::required)) {
            values.add("unanswered");
        }
        return Optional.of(values);
    }

    private static Set<String> values(Stream<Question> questions) {
        return questions
                .flatMap(question -> question.choices().stream().map(Question.Choice::id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
