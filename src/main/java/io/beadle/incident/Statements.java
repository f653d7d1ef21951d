package io.beadle.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A report with all that was said since: what counts now. */
public interface Statements {
    Report report();

    /** What was said after the report, earliest first. */
    List<Statement> statements();

    /** The latest answer to the question that counts; the report keeps the one it was given with. */
    default Optional<Answer> current(String question) {
        return answers().stream().filter(a -> a.question().equals(question)).findFirst();
    }

    /** Every answer as it counts now, in the order in which the report asked; what was supplied later comes last. */
    default List<Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        report().answers().forEach(answer -> answers.put(answer.question(), answer));
        statements().stream()
                .filter(said -> said.kind().answersAQuestion() && !said.held())
                .map(Statement::answer)
                .filter(Objects::nonNull)
                .forEach(answer -> answers.put(answer.question(), answer));
        return List.copyOf(answers.values());
    }

    default boolean asksToWithdraw() {
        return !statements(Statement.Kind.WITHDRAWAL_ASKED).isEmpty();
    }

    default Optional<Statement> statement(String key) {
        return statements().stream().filter(said -> said.key().equals(key)).findFirst();
    }

    default List<Statement> statements(Statement.Kind kind) {
        return statements().stream().filter(said -> said.kind() == kind).toList();
    }

    /** What the desk asked and nobody has answered, earliest first. */
    default List<Statement> unanswered() {
        return statements(Statement.Kind.ASKED).stream()
                .filter(asked ->
                        statements().stream().noneMatch(s -> asked.key().equals(s.replyTo())))
                .toList();
    }
}
