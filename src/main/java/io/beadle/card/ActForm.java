package io.beadle.card;

import io.beadle.content.DeskAct;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.Roles;
import io.beadle.incident.Act;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of something that is done about an incident. */
@Component
public final class ActForm {
    /** More characters on a button are cut off on a telephone. */
    private static final int MOST_ON_BUTTON = 28;

    private final Messages messages;
    private final Roles roles;
    private final IncidentForm forms;
    private final CaseLines lines;
    private final DutyText duties;

    ActForm(Messages messages, Roles roles, IncidentForm forms, CaseLines lines, DutyText duties) {
        this.messages = messages;
        this.roles = roles;
        this.forms = forms;
        this.lines = lines;
        this.duties = duties;
    }

    /**
     * What stands in it.
     *
     * @param fields as they are asked of this incident and person
     * @param answers what is filled in, which is kept whatever is wrong with it
     * @param problems what is wrong, by field
     * @param meanwhile what changed since the form was drawn, null for nothing
     * @param seen what the form was drawn after: the key of the last act of its kind, "" for none
     */
    public record Filled(
            List<Question> fields,
            Map<String, String> answers,
            Map<String, String> problems,
            @Nullable String meanwhile,
            String seen) {
        public Filled {
            fields = List.copyOf(fields);
        }

        /** No answer reaches a log. */
        @Override
        public String toString() {
            return "Filled[" + fields.size() + "]";
        }
    }

    /** Each form has a key of its own: sent twice, it is done once. */
    public Card of(Incident incident, DeskAct act, Filled filled, Instant now) {
        List<Question> drawn = filled.fields().stream()
                .filter(field -> field.isAsked(filled.answers()))
                .toList();
        Card form = forms.of(
                        new IncidentForm.Words(
                                messages.text("case.act.title", act.label(), incident.reference()),
                                intro(act),
                                filled.meanwhile(),
                                drawn,
                                filled.answers(),
                                filled.problems(),
                                button(act),
                                null),
                        new IncidentButton("", "case.do", incident.reference(), act.id(), filled.seen()),
                        UUID.randomUUID().toString(),
                        "case.open",
                        now)
                .carrying("drawn", drawn.stream().map(Question::id).collect(Collectors.joining(",")));
        return new ExerciseMark(messages).on(form, incident.exercise());
    }

    /** The act by its name, where that fits; the heading has it in full. */
    private String button(DeskAct act) {
        return act.label().length() > MOST_ON_BUTTON ? messages.text("case.act.confirm") : act.label();
    }

    private String intro(DeskAct act) {
        String note = act.note() == null ? messages.text("case.act.intro") : act.note();
        return act.seenBy().isEmpty()
                ? note
                : messages.text(
                        "case.act.seen-by",
                        note,
                        act.seenBy().stream()
                                .map(role ->
                                        roles.find(role).map(Roles.Role::title).orElse(role))
                                .collect(Collectors.joining(", ")));
    }

    /** A duty as it is chosen from among others. */
    public String label(Duty duty, Instant now) {
        return messages.text("case.next", duties.title(duty), duties.left(duty, now));
    }

    /** An act as it is chosen from among others. */
    public String label(Act act) {
        return lines.label(act);
    }
}
