package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What somebody is told of their own appointment: what it means, and that a second administrator consented (G12). */
@Component
public final class AppointmentNews {
    private final CardTemplates templates;
    private final Messages messages;
    private final Roles roles;
    private final Duties duties;
    private final AppointmentText text;
    private final Phrases phrases;

    AppointmentNews(
            CardTemplates templates,
            Messages messages,
            Roles roles,
            Duties duties,
            AppointmentText text,
            Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.roles = roles;
        this.duties = duties;
        this.text = text;
        this.phrases = phrases;
    }

    /** What has become of them; its name in the messages. */
    public enum What {
        APPOINTED("appointed"),
        CHANGED("changed"),
        ENDED("ended"),
        DEPUTY("deputy"),
        DEPUTY_ENDED("deputy-ended");

        private final String key;

        What(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        private boolean ends() {
            return this == ENDED || this == DEPUTY_ENDED;
        }
    }

    public Card card(What what, Appointment appointment, Proposal agreed, Instant now) {
        String title = title(what, appointment);
        Map<String, Object> data = new HashMap<>(Map.of("summary", title, "title", title));
        data.put("text", String.join("\n\n", paragraphs(what, appointment, agreed, now, Markdown::escapeInLine)));
        data.put("action", null);
        return new Card(templates.render("notice", data), title);
    }

    public String title(What what, Appointment appointment) {
        return messages.text("roles.told." + what.key + ".title", text.role(appointment));
    }

    /** The same as the text of an e-mail. */
    public String letter(What what, Appointment appointment, Proposal agreed, Instant now) {
        List<String> parts = paragraphs(what, appointment, agreed, now, UnaryOperator.identity());
        if (!what.ends()) {
            parts.add(phrases.withNumbers("roles.told.letter"));
        }
        return String.join("\n\n", parts);
    }

    private List<String> paragraphs(
            What what, Appointment appointment, Proposal agreed, Instant now, UnaryOperator<String> typed) {
        List<String> parts = new ArrayList<>();
        String holder = typed.apply(text.name(appointment.person()));
        parts.add(messages.text("roles.told." + what.key, text.role(appointment), holder));
        parts.add(consent(agreed, typed));
        if (what.ends()) {
            return parts;
        }
        roles.find(appointment.role()).map(Roles.Role::means).ifPresent(parts::add);
        list("roles.told.duties", duties(appointment.role()), parts);
        if (what != What.DEPUTY) {
            list(
                    "roles.told.now",
                    text.details(appointment, now).stream().map(typed).toList(),
                    parts);
        }
        parts.add(messages.text("roles.told.how"));
        return parts;
    }

    private String consent(Proposal agreed, UnaryOperator<String> typed) {
        String by = typed.apply(text.name(agreed.by()));
        Person second = agreed.decider();
        return second == null || second.is(agreed.by())
                ? messages.text("roles.told.by.alone", by)
                : messages.text("roles.told.by", by, typed.apply(text.name(second)));
    }

    private List<String> duties(String role) {
        return duties.duties().stream()
                .filter(rule -> rule.roles().contains(role))
                .map(DutyRule::title)
                .toList();
    }

    private void list(String heading, List<String> lines, List<String> parts) {
        if (!lines.isEmpty()) {
            parts.add(messages.text(heading) + "\n- " + String.join("\n- ", lines));
        }
    }
}
