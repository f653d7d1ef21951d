package io.beadle.card;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Draft;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the step card's template needs to show one question. */
@Component
final class QuestionFields {
    private final Messages messages;
    private final ZoneId zone;

    QuestionFields(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    Map<String, Object> of(Question question, Draft draft, @Nullable String problem, Instant now) {
        Map<String, Object> field = of(question, draft.answers(), problem, now);
        String id = question.id();
        boolean said = draft.prefilled().contains(id)
                || (question.kind() == Question.Kind.MOMENT
                        && (draft.prefilled().contains(id + "-date")
                                || draft.prefilled().contains(id + "-time")));
        field.put("prefilled", said ? messages.text("report.prefilled") : null);
        return field;
    }

    /** The same outside a draft, where nothing was filled in from a message. */
    Map<String, Object> of(Question question, Map<String, String> answers, @Nullable String problem, Instant now) {
        Map<String, Object> field = new HashMap<>();
        field.put("id", InputIds.of(question.id()));
        field.put("ask", ask(question));
        field.put("why", question.why());
        field.put("hint", question.hint());
        field.put("problem", problem);
        field.put("prefilled", null);
        field.put("value", given(answers, question.id()));
        field.put("errorMessage", null);
        switch (question.kind()) {
            case CHOICE, CHOICES, YES_NO_UNSURE -> choice(field, question);
            case TEXT -> text(field, question, "text", false);
            case PHONE -> phone(field, question);
            case LONG_TEXT -> text(field, question, "text", true);
            case MOMENT -> moment(field, question, answers, now);
            case NUMBER -> number(field);
            case DATE -> date(field);
            case PERSON -> person(field, question);
        }
        return field;
    }

    private void choice(Map<String, Object> field, Question question) {
        field.put("kind", "choice");
        boolean several = question.kind() == Question.Kind.CHOICES;
        field.put("several", several);
        boolean compact = !several && question.choices().size() > 3;
        field.put("style", compact ? "compact" : "expanded");
        if (compact && question.hint() == null) {
            field.put("hint", messages.text("report.choose"));
        }
        field.put(
                "choices",
                question.choices().stream()
                        .map(c -> Map.of("title", c.label(), "value", c.id()))
                        .toList());
    }

    private void number(Map<String, Object> field) {
        field.put("kind", "number");
        field.put("errorMessage", messages.text("problem.number"));
        // a number that is none would make the card one that no client shows
        if (field.get("value") instanceof String typed) {
            field.put("value", typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null);
        }
    }

    private void date(Map<String, Object> field) {
        field.put("kind", "date");
        field.put("errorMessage", messages.text("problem.day"));
    }

    /** Those who hold a role are there to choose for clients that show no picker. */
    private void person(Map<String, Object> field, Question question) {
        choice(field, question);
        field.put("kind", "person");
        field.put("style", "compact");
        if (question.hint() == null) {
            field.put("hint", messages.text("report.person"));
        }
    }

    private static void text(Map<String, Object> field, Question question, String style, boolean multiline) {
        field.put("kind", "text");
        field.put("style", style);
        field.put("multiline", multiline);
        field.put("maxLength", question.maxLength());
        field.put("regex", null);
    }

    private void phone(Map<String, Object> field, Question question) {
        text(field, question, "tel", false);
        field.put("regex", Question.TELEPHONE);
        field.put("errorMessage", messages.text("problem.phone"));
    }

    /** The question, marked where it may be left unanswered; all the others are to be answered. */
    private String ask(Question question) {
        return question.required() ? question.ask() : messages.text("report.optional", question.ask());
    }

    private void moment(Map<String, Object> field, Question question, Map<String, String> answers, Instant now) {
        String label = question.label() == null ? question.ask() : question.label();
        field.put("kind", "moment");
        field.put("several", false);
        field.put("style", "expanded");
        field.put(
                "choices",
                Stream.of("now", "morning", "yesterday", "other")
                        .map(tap -> Map.of("title", messages.text("moment." + tap), "value", tap))
                        .toList());
        field.put("otherId", "other-" + question.id());
        field.put("otherTitle", messages.text("moment.give", label));
        field.put("otherOpen", isOther(field, question, answers));
        field.put("errorMessage", messages.text("problem.future"));
        field.put("dateLabel", messages.text("report.date", label));
        field.put("timeLabel", messages.text("report.time", label));
        field.put("dateId", InputIds.of(question.id() + "-date"));
        field.put("timeId", InputIds.of(question.id() + "-time"));
        field.put("date", given(answers, question.id() + "-date"));
        field.put("time", given(answers, question.id() + "-time"));
        // a card drawn before midnight takes the next day's date too; what is still to come is refused when it is sent
        field.put("latest", now.atZone(zone).toLocalDate().plusDays(1).toString());
    }

    /** The date and the time are shown once they are wanted, or were given: four fields for two moments are many. */
    private static boolean isOther(Map<String, Object> field, Question question, Map<String, String> answers) {
        return "other".equals(field.get("value"))
                || given(answers, question.id() + "-date") != null
                || given(answers, question.id() + "-time") != null;
    }

    private static @Nullable String given(Map<String, String> answers, String id) {
        String answer = answers.get(id);
        return answer == null || answer.isEmpty() ? null : answer;
    }
}
