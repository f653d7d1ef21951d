package io.beadle.bot.report;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What makes an answer acceptable, whatever the client has or has not checked. */
@Component
public final class AnswerRules {
    /** The question that says when it happened, and the one that says when it was noticed (G2). */
    static final String HAPPENED = "happened";

    static final String NOTICED = "noticed";

    static final String CIRCUMSTANCES = "circumstances";

    /** Of every type, how to ring the reporter. */
    static final String CONTACT = "contact";

    /** Earlier is a slip of the pen. */
    private static final int FIRST_YEAR = 1990;

    /** Of somebody in Teams; a directory's are 36 characters long. */
    private static final int LONGEST_ID = 100;

    private static final Pattern TELEPHONE = Pattern.compile(Question.TELEPHONE);

    private final Messages messages;
    private final Moments moments;
    private final ZoneId zone;

    AnswerRules(Messages messages, Moments moments, ZoneId zone) {
        this.messages = messages;
        this.moments = moments;
        this.zone = zone;
    }

    /** The keys under which the answer to the question is kept. */
    static Stream<String> keys(Question question) {
        return question.kind() == Question.Kind.MOMENT ? Moments.keys(question) : Stream.of(question.id());
    }

    /**
     * Of what a card sent, the answers to these questions as they are to be kept, and nothing else.
     *
     * @param before the answers so far
     */
    public static Map<String, String> kept(
            List<Question> questions, Map<String, String> sent, Map<String, String> before, Instant now) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : questions) {
            if (question.kind() == Question.Kind.MOMENT) {
                answers.putAll(Moments.kept(question, sent, before, now));
            } else if (sent.containsKey(question.id())) {
                answers.put(question.id(), sent.get(question.id()));
            }
        }
        return answers;
    }

    /** Whether nothing was answered, neither well nor badly. */
    static boolean isEmpty(Question question, Map<String, String> answers) {
        return question.kind() == Question.Kind.MOMENT
                ? Moments.isEmpty(question, answers)
                : answers.getOrDefault(question.id(), "").isEmpty();
    }

    /** The required questions that are asked, given the answers, and have none, in the order in which they are asked. */
    static List<Question> missing(ReportType type, Map<String, String> answers) {
        return type.questions()
                .filter(question -> question.required() && question.isAsked(answers) && isEmpty(question, answers))
                .toList();
    }

    /** What is wrong with the answers to these questions, by question; empty when all is well. */
    public Map<String, String> problems(List<Question> questions, Map<String, String> answers, Instant now) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Question question : questions) {
            String problem = problem(question, answers, now);
            if (problem != null) {
                problems.put(question.id(), problem);
            }
        }
        return problems;
    }

    /** The same of what was answered only: what was not can follow. */
    Map<String, String> mistakes(List<Question> questions, Map<String, String> answers, Instant now) {
        return problems(
                questions.stream()
                        .filter(question -> !isEmpty(question, answers))
                        .toList(),
                answers,
                now);
    }

    /** The same of a type's first questions, which are to be answered at once; only when it happened can follow. */
    Map<String, String> hindrances(List<Question> questions, Map<String, String> answers, Instant now) {
        return problems(
                questions.stream()
                        .filter(question -> question.kind() != Question.Kind.MOMENT || !isEmpty(question, answers))
                        .toList(),
                answers,
                now);
    }

    /** The earliest moment that may be meant by when it happened; empty if that was not said. */
    Optional<Instant> happened(Map<String, String> answers) {
        return moments.of(HAPPENED, answers).map(Moments.Span::earliest);
    }

    /**
     * The earliest moment that may be meant by when it was noticed, for the law counts from there; but nobody notices
     * what has not happened yet.
     */
    Optional<Instant> noticed(Map<String, String> answers) {
        return moments.of(NOTICED, answers)
                .map(noticed ->
                        happened(answers).filter(noticed.earliest()::isBefore).orElse(noticed.earliest()));
    }

    /** What is wrong with the answer to a question, null when it will do or the question is not asked. */
    @Nullable
    String problem(Question question, Map<String, String> answers, Instant now) {
        return question.isAsked(answers) ? answerProblem(question, answers, now) : null;
    }

    private @Nullable String answerProblem(Question question, Map<String, String> answers, Instant now) {
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
            case NUMBER -> answer.matches("\\d{1,9}") ? null : messages.text("problem.number");
            case DATE -> isDate(answer) ? null : messages.text("problem.day");
            case PERSON -> answer.length() <= LONGEST_ID ? null : messages.text("problem.choice");
            case MOMENT -> null;
        };
    }

    private static boolean isDate(String iso) {
        try {
            LocalDate.parse(iso);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private @Nullable String momentProblem(Question question, Map<String, String> answers, Instant now) {
        if (Moments.isEmpty(question, answers)) {
            return question.required() ? messages.text("problem.required") : null;
        }
        if (!Moments.isTap(answers.getOrDefault(question.id(), ""))) {
            return messages.text("problem.choice");
        }
        Optional<Moments.Span> given = moments.of(question.id(), answers);
        if (given.isEmpty() || given.get().earliest().atZone(zone).getYear() < FIRST_YEAR) {
            return messages.text("problem.date");
        }
        if (given.get().earliest().isAfter(now)) {
            return messages.text("problem.future");
        }
        boolean tooEarly = question.id().equals(NOTICED)
                && happened(answers).filter(given.get().latest()::isBefore).isPresent();
        return tooEarly ? messages.text("problem.order") : null;
    }
}
