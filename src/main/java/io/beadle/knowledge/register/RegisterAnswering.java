package io.beadle.knowledge.register;

import io.beadle.content.Glossary;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisterQuestions;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.answer.Organisations;
import io.beadle.knowledge.index.LiveIndex;
import io.beadle.knowledge.index.PolicyIndex;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads a question, looks the register up. */
@Service
class RegisterAnswering implements RegisterQuestions {
    /** More policies than this may not be meant by one name: then the documents are asked. */
    private static final int MOST_MEANT = 8;

    private static final double AS_GOOD = 0.1;

    private final MergedRegister register;
    private final LiveIndex index;
    private final Names names;
    private final @Nullable String organisation;
    private final InstantSource clock;
    private final ZoneId zone;

    RegisterAnswering(
            MergedRegister register,
            LiveIndex index,
            Glossary glossary,
            KnowledgeProperties properties,
            InstantSource clock,
            ZoneId zone) {
        this.register = register;
        this.index = index;
        names = new Names(glossary);
        organisation = properties.organisation();
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<RegisterAnswer> answer(Question question) {
        return AskedOfRegister.isLong(question.text()) ? Optional.empty() : index.with(open -> answer(question, open));
    }

    /** As typed, else as the index corrects it. Whose policies are meant is told as it is for the documents. */
    private Optional<RegisterAnswer> answer(Question question, PolicyIndex open) {
        List<Policy> readable = register.readable(question.asker());
        String whose = question.organisation() != null ? question.organisation() : organisation;
        Organisations.Scope scope = new Organisations(readable, open::nearest).scope(question.text(), whose);
        if (scope.stranger()) {
            return Optional.empty();
        }
        String text = scope.query();
        return answer(text, scope, question.asker()).or(() -> {
            String corrected = open.correct(text);
            return corrected.equals(text) ? Optional.empty() : answer(corrected, scope, question.asker());
        });
    }

    private Optional<RegisterAnswer> answer(String text, Organisations.Scope scope, @Nullable String asker) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return AskedOfRegister.parse(text, today)
                .flatMap(asked -> answer(
                        asked,
                        register.entries(asker).stream()
                                .filter(entry -> entry.isOf(scope.whose()))
                                .toList(),
                        today));
    }

    private Optional<RegisterAnswer> answer(AskedOfRegister question, List<Entry> known, LocalDate today) {
        Asked asked = question.asked();
        List<Entry> found = switch (asked) {
            case Asked.Everything everything -> known;
            case Asked.Overdue overdue ->
                known.stream().filter(entry -> entry.policy().isOverdue(today)).toList();
            case Asked.Due due ->
                known.stream()
                        .filter(entry -> isDue(entry.policy(), due.until()))
                        .toList();
            case Asked.About about ->
                meant(question, known).stream()
                        .filter(entry -> tells(entry.told(), about.fact()))
                        .toList();
        };
        if (known.isEmpty() || (asked instanceof Asked.About && found.isEmpty())) {
            return Optional.empty();
        }
        int undated = (int) known.stream()
                .filter(entry -> entry.policy().reviewDue() == null)
                .count();
        List<Told> told = found.stream().sorted(order(asked)).map(Entry::told).toList();
        return Optional.of(new RegisterAnswer(asked, told, undated, known.size()));
    }

    private static boolean isDue(RegisteredPolicy policy, @Nullable LocalDate until) {
        LocalDate due = policy.reviewDue();
        return due != null && (until == null || !due.isAfter(until));
    }

    private static boolean tells(Told told, Fact fact) {
        return fact == Fact.ANY || told.sources().containsKey(fact);
    }

    private static Comparator<Entry> order(Asked asked) {
        Comparator<Entry> byDate = Comparator.comparing(
                entry -> entry.policy().reviewDue(), Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<Entry> byName = Comparator.comparing(entry -> entry.policy().name(), String.CASE_INSENSITIVE_ORDER);
        return asked instanceof Asked.Overdue || asked instanceof Asked.Due ? byDate.thenComparing(byName) : byName;
    }

    /** Those whose whole name was said, else all whose names have all that was said. */
    private List<Entry> meant(AskedOfRegister question, List<Entry> known) {
        String name = Objects.requireNonNull(question.name());
        record Candidate(Entry entry, Names.Likeness likeness) {}
        List<Candidate> possible = known.stream()
                .map(entry -> new Candidate(entry, names.of(name, entry.names())))
                .filter(candidate -> candidate.likeness().isPossible())
                .toList();
        List<Candidate> whole = possible.stream()
                .filter(candidate -> candidate.likeness().isWhole())
                .toList();
        List<Candidate> meant = whole.isEmpty() && !question.strict() ? possible : whole;
        double best = meant.stream()
                .mapToDouble(candidate -> candidate.likeness().said())
                .max()
                .orElse(0);
        List<Entry> close = meant.stream()
                .filter(candidate -> candidate.likeness().said() >= best - AS_GOOD)
                .map(Candidate::entry)
                .toList();
        return close.size() > MOST_MEANT ? List.of() : close;
    }
}
