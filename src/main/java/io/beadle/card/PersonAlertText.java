package io.beadle.card;

import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.Membership;
import io.beadle.incident.Task;
import io.beadle.incident.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people in roles are told of an incident, in chosen values alone (G11): it may stand in an e-mail. */
@Component
public final class PersonAlertText {
    /** The field of an action that says what it is for. */
    private static final String KIND = "kind";

    private final Messages messages;
    private final Phrases phrases;
    private final Roles roles;
    private final Duties duties;
    private final WrittenTime times;

    PersonAlertText(Messages messages, Phrases phrases, Roles roles, Duties duties, WrittenTime times) {
        this.messages = messages;
        this.phrases = phrases;
        this.roles = roles;
        this.duties = duties;
        this.times = times;
    }

    /** Such as "INC-2026-0042: High, Lost or stolen device". */
    public String title(Incident incident) {
        String severity = messages.text("severity." + incident.severity().name().toLowerCase(Locale.ROOT));
        return messages.text(
                "alert.summary",
                incident.reference(),
                severity,
                incident.report().title());
    }

    /** What is expected of them and by when, and why of them. */
    List<String> lines(Incident incident, Delivery line) {
        List<Delivery> all = new Ledger(incident).bundle(line);
        List<String> expected =
                all.stream().map(one -> expected(incident, one)).distinct().toList();
        String news = messages.text("person.news");
        List<String> lines = new ArrayList<>(expected);
        if (expected.size() > 1) {
            lines.remove(news);
        }
        String told = all.stream().map(one -> role(one.role())).distinct().collect(Collectors.joining(", "));
        lines.add(messages.text(line.isToDeputy() ? "person.why.deputy" : "person.why", told));
        Membership wave = incident.wave();
        if (wave != null && wave.leads()) {
            lines.add(messages.text("person.wave"));
        }
        if (new CaseFile(incident).isRestricted()) {
            lines.add(messages.text("person.restricted"));
        }
        return lines;
    }

    private String expected(Incident incident, Delivery line) {
        if (Warning.of(line, incident).isPresent()) {
            return messages.text("person.warned");
        }
        Optional<Duty> duty = incident.duty(line.why());
        if (duty.isEmpty()) {
            return messages.text("person.news");
        }
        String title = title(duty.get(), incident);
        Instant due = duty.get().due();
        if (!duty.get().isOpen()) {
            return messages.text("person.done", title);
        }
        if (due == null) {
            return messages.text("person.duty.open", title);
        }
        String key = switch (line.occasion()) {
            case NEWS, DUTY -> "person.duty";
            case WARNING -> "person.warning";
            case OVERDUE -> "person.overdue";
        };
        return messages.text(key, title, times.onDay(due));
    }

    /** Of what is one person's to do, what kind of thing and whose: chosen values too. */
    private String title(Duty duty, Incident incident) {
        String title = duties.rule(duty.rule()).map(DutyRule::title).orElse(duty.rule());
        return Task.of(duty, incident)
                .map(task -> messages.text(
                        "person.task",
                        title,
                        task.answer(KIND).map(Answer::shown).orElse(""),
                        task.doer().map(Answer::shown).orElse("")))
                .orElse(title);
    }

    /** What is somebody's to do, of all that the line tells of. */
    List<Task> tasks(Incident incident, Delivery line) {
        return new Ledger(incident)
                .bundle(line).stream()
                        .flatMap(one -> incident.duty(one.why()).stream())
                        .distinct()
                        .flatMap(duty -> Task.of(duty, incident).stream())
                        .toList();
    }

    /** By when a duty is to be done; "" where it has no time. */
    String due(Duty duty) {
        Instant due = duty.due();
        return due == null ? "" : times.onDay(due);
    }

    /** The role as people call it; its id once it was taken out of the content. */
    public String role(String id) {
        return roles.find(id).map(Roles.Role::title).orElse(id);
    }

    /** The text of an e-mail. */
    public String letter(Incident incident, Delivery line) {
        List<String> parts = new ArrayList<>();
        parts.add(marked(incident, title(incident)));
        parts.addAll(lines(incident, line));
        parts.add(phrases.withNumbers(incident, "person.letter"));
        return String.join("\n\n", parts);
    }

    public String heldTitle(Incident incident) {
        return messages.text("person.held.title", incident.reference());
    }

    /** For an account that somebody else may have (G5). */
    public String held(Incident incident) {
        return phrases.withNumbers(incident, "person.held", incident.reference());
    }

    public String secretSubject(Incident incident) {
        return phrases.withNumbers(incident, "person.secret.title");
    }

    /** A restricted case is in no e-mail: they are to ring. */
    public String secret(Incident incident) {
        return phrases.withNumbers(incident, "person.secret");
    }

    /** For administrators: too few people can be reached. */
    public String tooFew(Incident incident) {
        String unreached = incident.ledger().stream()
                .filter(line ->
                        line.state() != Delivery.State.SENT && !line.role().equals(Warning.EVERYBODY))
                .map(line -> role(line.role()))
                .distinct()
                .collect(Collectors.joining(", "));
        return marked(
                incident, messages.text("person.few", incident.reference(), unreached, new Ledger(incident).enough()));
    }

    /** Of a drill it says so, whatever it is: a subject, a letter, a message. */
    public String marked(Incident incident, String text) {
        return new ExerciseMark(messages).on(text, incident.exercise());
    }

    /** The same of a restricted incident, which is not named. */
    public String tooFewSecret(Incident incident) {
        return messages.text("person.few.secret", new Ledger(incident).enough());
    }

    public String tooFewSubject(Incident incident) {
        return marked(incident, messages.text("person.few.title", incident.reference()));
    }

    public String tooFewLetter(Incident incident) {
        return tooFew(incident) + "\n\n" + phrases.withNumbers(incident, "person.letter");
    }
}
