package io.beadle.card;

import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Joining;
import io.beadle.incident.Warning;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that an incident holds, line by line, for whoever may open it. */
@Component
final class CaseLines {
    /** A heading with what stands under it; lines may hold typed words. */
    record Section(String title, List<IncidentRecord.Line> lines) {}

    private final Messages messages;
    private final DeskActs acts;
    private final Roles roles;
    private final DutyText duties;
    private final WrittenTime times;
    private final IncidentRecord records;

    CaseLines(
            Messages messages, DeskActs acts, Roles roles, DutyText duties, WrittenTime times, IncidentRecord records) {
        this.messages = messages;
        this.acts = acts;
        this.roles = roles;
        this.duties = duties;
        this.times = times;
        this.records = records;
    }

    /** The sections that have something to say, in the order in which they are read. */
    List<Section> of(CaseSight sight, Instant now) {
        Incident incident = sight.incident();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(messages.text("case.reported"), records.reported(incident, "case")));
        sections.add(new Section(messages.text("case.since"), records.since(incident, "case")));
        for (Incident joined : sight.joined()) {
            List<IncidentRecord.Line> lines = new ArrayList<>(records.reported(joined, "case"));
            lines.addAll(records.since(joined, "case"));
            sections.add(new Section(messages.text("case.joined", joined.reference()), lines));
        }
        sections.add(new Section(messages.text("case.duties"), duties(incident, now)));
        sections.add(new Section(
                messages.text("case.acts"),
                sight.acts().reversed().stream().map(this::act).toList()));
        sections.add(new Section(
                messages.text("case.ledger"),
                incident.ledger().reversed().stream().map(this::delivery).toList()));
        return sections.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    /** Open ones first, by when they are due. */
    private List<IncidentRecord.Line> duties(Incident incident, Instant now) {
        return incident.duties().stream()
                .sorted(Comparator.comparing(Duty::isOpen)
                        .reversed()
                        .thenComparing(Duty::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(duty -> new IncidentRecord.Line(duties.title(duty), duties.state(duty, now)))
                .toList();
    }

    /** An act as it is chosen from among others: what was done, the first words of it, by whom and when. */
    String label(Act act) {
        String words = act.answers().stream()
                .filter(answer ->
                        !answer.value().isEmpty() && !answer.question().equals(Act.ABOUT))
                .findFirst()
                .map(answer -> shortened(answer.shown()))
                .orElse("");
        return messages.text("case.act.chosen", title(act), words, name(act.by()), times.onDay(act.at()));
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    private IncidentRecord.Line act(Act act) {
        String said = act.answers().stream()
                .filter(answer -> !answer.value().isEmpty())
                .map(answer -> messages.text("case.act.answer", asked(act, answer), answer.shown()))
                .collect(Collectors.joining("; "));
        return new IncidentRecord.Line(
                messages.text("case.act.done", title(act), name(act.by()), times.onDay(act.at())), said);
    }

    /** The questions of a joined report's note are no content of the officer's. */
    private String asked(Act act, Answer answer) {
        return act.act().equals(Joining.JOINED) ? messages.text("case.joined." + answer.question()) : answer.asked();
    }

    private String title(Act act) {
        return act.act().equals(Joining.JOINED)
                ? messages.text("case.joined.act")
                : acts.find(act.act()).map(DeskAct::label).orElse(act.act());
    }

    private IncidentRecord.Line delivery(Delivery line) {
        if (line.role().equals(Warning.EVERYBODY)) {
            return everybody(line);
        }
        String role = roles.find(line.role()).map(Roles.Role::title).orElse(line.role());
        String occasion = messages.text("ledger." + word(line.occasion()));
        Instant settled = line.settled();
        String state =
                messages.text("ledger." + word(line.state()), times.onDay(settled == null ? line.at() : settled));
        String reason = line.reason();
        String why = reason == null ? state : messages.text("ledger.reason", state, reason);
        return new IncidentRecord.Line(
                messages.text("ledger.line", role, occasion),
                line.to() == null ? why : messages.text("ledger.to", name(line.to()), why));
    }

    private IncidentRecord.Line everybody(Delivery line) {
        String state = Warning.Count.on(line)
                .map(count -> messages.text(
                        count.over() ? "ledger.everybody.over" : "ledger.everybody.count", count.told(), count.of()))
                .orElseGet(() -> messages.text("ledger.queued", times.onDay(line.at())));
        return new IncidentRecord.Line(messages.text("ledger.everybody"), state);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String name(@Nullable Person person) {
        return person == null || person.name().isBlank() ? messages.text("alert.somebody") : person.name();
    }
}
