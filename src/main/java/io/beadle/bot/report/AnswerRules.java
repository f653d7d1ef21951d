package io.beadle.bot.report;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What makes an answer acceptable, whatever the client has or has not checked. */
@Component
final class AnswerRules {
    /** The question that says when it happened, and the one that says when it was noticed (G2). */
    static final String HAPPENED = "happened";

    static final String NOTICED = "noticed";

    static final String CIRCUMSTANCES = "circumstances";

    private static final String DATE = "-date";
    private static final String TIME = "-time";

    /** Earlier is a slip of the pen. */
    private static final int FIRST_YEAR = 1990;

    private static final Pattern TELEPHONE = Pattern.compile(Question.TELEPHONE);

    private final Messages messages;
    private final ZoneId zone;

    AnswerRules(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Of what a card sent, the answers to what the step asks, and nothing else. */
    static Map<String, String> ofStep(ReportType.Step step, Map<String, String> sent) {
        Map<String, String> answers = new LinkedHashMap<>();
        step.questions().stream()
                .flatMap(q ->
                        q.kind() == Question.Kind.MOMENT ? Stream.of(q.id() + DATE, q.id() + TIME) : Stream.of(q.id()))
                .filter(sent::containsKey)
                .forEach(id -> answers.put(id, sent.get(id)));
        return answers;
    }

    /** What is wrong with the answers to a step's questions, by question; empty when all is well. */
    Map<String, String> problems(ReportType.Step step, Map<String, String> answers, Instant now) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Question question : step.questions()) {
            if (question.isAsked(answers)) {
                String problem = problem(question, answers, now);
                if (problem != null) {
                    problems.put(question.id(), problem);
                }
            }
        }
        return problems;
    }

    /** The moment given for a question, if it is one. A time the clocks leapt over counts as an hour later. */
    Optional<LocalDateTime> moment(String question, Map<String, String> answers) {
        try {
            return Optional.of(LocalDateTime.of(
                    LocalDate.parse(answers.getOrDefault(question + DATE, "")),
                    LocalTime.parse(answers.getOrDefault(question + TIME, ""))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<Instant> instant(String question, Map<String, String> answers) {
        return moment(question, answers).map(local -> local.atZone(zone).toInstant());
    }

    private @Nullable String problem(Question question, Map<String, String> answers, Instant now) {
        if (question.kind() == Question.Kind.MOMENT) {
            return momentProblem(question, answers, now);
        }
        String answer = answers.getOrDefault(question.id(), "");
        if (answer.isEmpty()) {
            return question.required() ? messages.text("problem.required") : null;
        }
        return switch (question.kind()) {
            case CHOICE, YES_NO_UNSURE -> question.choice(answer).isPresent() ? null : messages.text("problem.choice");
            case CHOICES ->
                Question.chosen(answer).allMatch(id -> question.choice(id).isPresent())
                        ? null
                        : messages.text("problem.choice");
            case PHONE -> TELEPHONE.matcher(answer).matches() ? null : messages.text("problem.phone");
            case TEXT, LONG_TEXT ->
                answer.length() <= question.maxLength()
                        ? null
                        : messages.text("problem.long", answer.length(), question.maxLength());
            case MOMENT -> null;
        };
    }

    private @Nullable String momentProblem(Question question, Map<String, String> answers, Instant now) {
        String typed = answers.getOrDefault(question.id() + DATE, "") + answers.getOrDefault(question.id() + TIME, "");
        if (typed.isEmpty() && !question.required()) {
            return null;
        }
        Optional<Instant> given = instant(question.id(), answers);
        if (given.isEmpty() || given.get().atZone(zone).getYear() < FIRST_YEAR) {
            return messages.text("problem.date");
        }
        if (given.get().isAfter(now)) {
            return messages.text("problem.future");
        }
        boolean tooEarly = question.id().equals(NOTICED)
                && instant(HAPPENED, answers).filter(given.get()::isBefore).isPresent();
        return tooEarly ? messages.text("problem.order") : null;
    }
}
