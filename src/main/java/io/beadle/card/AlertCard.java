package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An incident as the desk's channel sees it: chosen values only, no typed text and no name of a reporter (G11). Each
 * incident has one, which is updated in place.
 */
@Component
public final class AlertCard {
    /** More are not read at a glance. */
    private static final int MOST_FACTS = 6;

    private final CardTemplates templates;
    private final Messages messages;
    private final ReportTypes types;
    private final WrittenTime times;
    private final AlertNotes notes;
    private final DutyText duties;
    private final SeverityText severity;

    AlertCard(
            CardTemplates templates,
            Messages messages,
            ReportTypes types,
            WrittenTime times,
            AlertNotes notes,
            DutyText duties,
            SeverityText severity) {
        this.templates = templates;
        this.messages = messages;
        this.types = types;
        this.times = times;
        this.notes = notes;
        this.duties = duties;
        this.severity = severity;
    }

    /** The card as of {@code now}, which it names beside the time left, because a card grows old. */
    public Card of(Incident incident, Instant now) {
        String title = incident.report().title();
        Map<String, Object> data = new HashMap<>();
        data.put(
                "summary",
                messages.text("alert.summary", incident.reference(), severity.word(incident.severity()), title));
        data.put("style", style(incident));
        data.put("severity", severity.inFull(incident));
        data.put("title", title);
        data.put("reference", incident.reference());
        List<Map<String, String>> facts = facts(incident, now);
        data.put("facts", facts);
        data.put("hasFacts", !facts.isEmpty());
        data.put("due", due(incident, now));
        data.put("ico", ico(incident, now));
        data.put(
                "acknowledged",
                messages.text("alert.count", incident.acknowledgements().size(), incident.wanted()));
        data.put(
                "acknowledgements",
                incident.acknowledgements().stream()
                        .map(by -> acknowledged(incident, by))
                        .toList());
        data.put(
                "notes",
                notes.of(incident).stream().map(note -> Map.of("text", note)).toList());
        data.put("open", incident.isOpen() && !incident.isAcknowledged());
        data.put("acknowledgeTitle", messages.text("alert.acknowledge"));
        data.put("openTitle", messages.text("alert.open"));
        return new ExerciseMark(messages)
                .on(
                        new Card(templates.render("alert", data), String.valueOf(data.get("summary"))),
                        incident.exercise());
    }

    private Map<String, String> acknowledged(Incident incident, Acknowledgement acknowledgement) {
        Person by = acknowledgement.by();
        String name = by.name().isBlank() || incident.report().reporter().is(by)
                ? messages.text("alert.somebody")
                : Markdown.escape(by.name());
        return Map.of("text", messages.text("alert.by", name, times.onDay(acknowledgement.at())));
    }

    private String due(Incident incident, Instant now) {
        if (incident.isAcknowledged()) {
            return messages.text("alert.done");
        }
        Duration left = Duration.between(now, incident.acknowledgeBy());
        return messages.text(
                left.isNegative() ? "alert.overdue" : "alert.due",
                times.onDay(incident.acknowledgeBy()),
                WrittenTime.of(left),
                times.clock(now),
                incident.wanted());
    }

    /** The 72 hours, while they run (G2). Null where the next duty tells of them, and where there are none. */
    private @Nullable String ico(Incident incident, Instant now) {
        return incident.duty(Duty.ICO)
                .filter(duty -> duty.isOpen()
                        && !new CaseFile(incident)
                                .nextDuty()
                                .filter(duty::equals)
                                .isPresent())
                .map(duty -> messages.text("alert.ico", duties.left(duty, now)))
                .orElse(null);
    }

    /** Who deals with it and what is next, then as much of the report as a card can be read with. */
    private List<Map<String, String>> facts(Incident incident, Instant now) {
        CaseFile file = new CaseFile(incident);
        List<Map<String, String>> facts = new ArrayList<>();
        file.owner().map(owner -> fact("alert.owner", owner(incident, owner))).ifPresent(facts::add);
        file.nextDuty()
                .map(duty -> fact("alert.next", messages.text("case.next", duties.title(duty), duties.left(duty, now))))
                .ifPresent(facts::add);
        incident.answers().stream()
                .filter(answer -> answer.alerts() && !isNoDanger(answer))
                .map(a -> Map.of("title", label(incident, a), "value", value(incident, a)))
                .limit(MOST_FACTS - facts.size())
                .forEach(facts::add);
        return facts;
    }

    /** That nobody is in danger is what one expects: it takes the place of no other fact. */
    private static boolean isNoDanger(Answer answer) {
        return answer.question().equals("danger") && answer.value().equals("no");
    }

    private Map<String, String> fact(String title, String value) {
        return Map.of("title", messages.text(title), "value", value);
    }

    /** By name, unless that is the reporter's (G11). */
    private String owner(Incident incident, Answer owner) {
        return incident.report().reporter().is(new Person(owner.value(), owner.shown()))
                ? messages.text("alert.owner.somebody")
                : Markdown.escape(owner.shown());
    }

    private String value(Incident incident, Answer answer) {
        String shown = Markdown.escape(answer.shown());
        return incident.report()
                        .answer(answer.question())
                        .filter(first -> !first.value().equals(answer.value()))
                        .isPresent()
                ? messages.text("alert.corrected", shown)
                : shown;
    }

    /** The short label of today's report types; the question itself once the officer has taken the question out. */
    private String label(Incident incident, Answer answer) {
        return types.find(incident.report().type())
                .flatMap(type -> type.question(answer.question()))
                .map(Question::alert)
                .orElse(answer.asked());
    }

    /** The colour of its severity while there is something to do; that it is acknowledged is said in words. */
    static String style(Incident incident) {
        if (!incident.isOpen()) {
            return "good";
        }
        return switch (incident.severity()) {
            case HIGH -> "attention";
            case MEDIUM -> "warning";
            case LOW -> "emphasis";
        };
    }
}
