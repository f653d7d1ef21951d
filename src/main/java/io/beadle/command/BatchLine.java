package io.beadle.command;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One question and its answer as JSON: every key is always there, unknown is null, none is an empty list. */
record BatchLine(String question, String outcome, double confidence, List<Cited> citations, List<Found> passages) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record Cited(
            String document,
            String title,
            @Nullable String section,
            @Nullable String heading,
            String quote,
            List<Warned> cautions) {}

    /**
     * A caution: {@code overdue} with its date, or {@code superseded} with the name, what it was replaced by and, where known,
     * when.
     */
    record Warned(
            String kind,
            @Nullable String name,
            @Nullable String by,
            @Nullable String date) {}

    record Found(String document, @Nullable String section, String text, double score) {}

    private record Asked(
            @Nullable String question, @Nullable String organisation) {}

    /** Of a line that is the question, or a JSON object with a question and perhaps an organisation. */
    static Question question(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return Question.of(line.strip());
        }
        try {
            Asked asked = MAPPER.readValue(line, Asked.class);
            return new Question(Objects.requireNonNullElse(asked.question(), ""), asked.organisation(), null);
        } catch (JacksonException e) {
            return Question.of(line.strip());
        }
    }

    static String of(Question question, Optional<String> intent, Answer answer) {
        return MAPPER.writeValueAsString(new BatchLine(
                question.text(),
                intent.orElseGet(() -> outcome(answer)),
                answer.confidence(),
                citations(answer).stream().map(BatchLine::cited).toList(),
                answer.passages().stream().map(BatchLine::found).toList()));
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> "answered";
            case Answer.Closest closest -> "closest";
            case Answer.NotFound notFound -> "not_found";
        };
    }

    private static List<Citation> citations(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> answered.citations();
            case Answer.Closest closest -> List.of(closest.closest());
            case Answer.NotFound notFound -> List.of();
        };
    }

    private static Cited cited(Citation citation) {
        Passage passage = citation.passage();
        return new Cited(
                passage.document(),
                passage.title(),
                passage.section(),
                passage.heading(),
                citation.quote(),
                citation.cautions().stream().map(BatchLine::warned).toList());
    }

    private static Warned warned(Caution caution) {
        return switch (caution) {
            case Caution.Overdue overdue ->
                new Warned("overdue", null, null, overdue.due().toString());
            case Caution.Superseded old ->
                new Warned(
                        "superseded",
                        old.name(),
                        old.by(),
                        old.since() == null ? null : old.since().toString());
        };
    }

    private static Found found(Passage passage) {
        return new Found(passage.document(), passage.section(), passage.text(), passage.score());
    }
}
