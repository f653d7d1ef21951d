package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An incident with all its words, as an officer sees it in the personal chat, and what they can do about it. */
@Component
public final class CaseCards {
    /** The input that says which act is wanted. */
    static final String WANTED = "wanted";

    /** What Teams takes is counted in UTF-16; the card without lines, choices and notes takes the rest. */
    private static final int ROOM = 14_000 - 5_200;

    /** What a choice or a note takes besides its words. */
    private static final int FRAME = 90;

    /** The least there is for lines on the first page. */
    private static final int LEAST = 400;

    private final CardTemplates templates;
    private final Messages messages;
    private final WrittenTime times;
    private final DeskActs acts;
    private final AlertNotes notes;
    private final IncidentRecord records;
    private final CaseLines lines;
    private final DutyText dutyText;
    private final SeverityText severity;

    CaseCards(
            CardTemplates templates,
            Messages messages,
            WrittenTime times,
            DeskActs acts,
            AlertNotes notes,
            IncidentRecord records,
            CaseLines lines,
            DutyText dutyText,
            SeverityText severity) {
        this.templates = templates;
        this.messages = messages;
        this.times = times;
        this.acts = acts;
        this.notes = notes;
        this.records = records;
        this.lines = lines;
        this.dutyText = dutyText;
        this.severity = severity;
    }

    /**
     * The incident with all its words, a page at a time.
     *
     * @param page from 0; the nearest there is
     * @param notice what has just become of it, null for nothing
     */
    public Card of(CaseSight sight, int page, @Nullable String notice, Instant now) {
        Incident incident = sight.incident();
        List<String> state = state(sight);
        List<Map<String, String>> choices = choices(sight);
        int taken = choices.stream()
                        .mapToInt(choice -> FRAME + Excerpts.weight(String.join("", choice.values())))
                        .sum()
                + state.stream().mapToInt(note -> FRAME + Excerpts.weight(note)).sum();
        CasePages pages =
                new CasePages(lines.of(sight, now), Math.max(LEAST, ROOM - taken), ROOM, messages.text("record.cut"));
        int shown = pages.nearest(page);
        Map<String, Object> data = new HashMap<>();
        data.put(
                "summary",
                messages.text(
                        "mine.report", incident.reference(), incident.report().title()));
        data.put("exercise", incident.exercise() ? messages.text("alert.exercise") : null);
        data.put("severity", severity.inFull(incident));
        data.put("style", AlertCard.style(incident));
        data.put("title", incident.report().title());
        data.put("incident", incident.reference());
        data.put("notice", notice);
        data.put("facts", facts(incident, now));
        boolean first = shown == 0;
        data.put(
                "notes",
                first ? state.stream().map(text -> Map.of("text", text)).toList() : List.of());
        data.put("sections", pages.get(shown));
        data.put("page", pages.size() == 1 ? null : messages.text("case.page", shown + 1, pages.size()));
        data.put("mayAct", first && !choices.isEmpty());
        data.put("wantedId", InputIds.of(WANTED));
        data.put("wantedLabel", messages.text("case.wanted"));
        data.put("wantedHint", messages.text("report.choose"));
        data.put("choices", choices);
        data.put("goTitle", messages.text("case.go"));
        List<Map<String, Object>> buttons = buttons(sight, shown, pages.size());
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        return new Card(templates.render("case", data), String.valueOf(data.get("summary")));
    }

    private List<Map<String, String>> facts(Incident incident, Instant now) {
        CaseFile file = new CaseFile(incident);
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact(
                "state",
                messages.text("case.state." + file.state().name().toLowerCase(Locale.ROOT), incident.wanted())));
        facts.add(fact(
                "acknowledged",
                incident.acknowledgements().isEmpty()
                        ? messages.text("case.nobody")
                        : incident.acknowledgements().stream()
                                .map(this::acknowledged)
                                .collect(Collectors.joining("; "))));
        facts.add(fact(
                "owner", file.owner().map(Answer::shown).map(Markdown::escape).orElse(messages.text("case.nobody"))));
        facts.add(fact(
                "next",
                file.nextDuty()
                        .map(duty -> messages.text("case.next", dutyText.title(duty), dutyText.left(duty, now)))
                        .orElse(messages.text("case.next.none"))));
        Instant noticed = file.noticed();
        facts.add(fact(
                "noticed",
                noticed.equals(file.firstNoticed())
                        ? times.onDay(noticed)
                        : messages.text("case.noticed.moved", times.onDay(noticed), times.onDay(file.firstNoticed()))));
        return facts;
    }

    private Map<String, String> fact(String name, String value) {
        return Map.of("title", messages.text("case.fact." + name), "value", value);
    }

    private String acknowledged(Acknowledgement by) {
        String name = by.by().name().isBlank()
                ? messages.text("alert.somebody")
                : Markdown.escape(by.by().name());
        return messages.text("alert.by", name, times.onDay(by.at()));
    }

    private List<String> state(CaseSight sight) {
        Incident incident = sight.incident();
        List<String> state = new ArrayList<>();
        incident.report()
                .reporter()
                .named()
                .map(person -> messages.text(
                        "case.from",
                        person.name().isBlank() ? messages.text("alert.somebody") : Markdown.escape(person.name()),
                        times.inFull(incident.report().reported())))
                .ifPresent(state::add);
        if (new CaseFile(incident).isRestricted()) {
            state.add(messages.text("case.restricted"));
        }
        state.addAll(notes.state(incident));
        String missing = records.missing(incident);
        if (missing != null) {
            state.add(missing);
        }
        sight.related().stream()
                .map(other -> messages.text(
                        "case.related",
                        other.reference(),
                        other.report().title(),
                        times.onDay(other.report().reported())))
                .forEach(state::add);
        return state;
    }

    private List<Map<String, String>> choices(CaseSight sight) {
        return acts.groups().stream()
                .flatMap(group -> sight.possible().stream()
                        .filter(act -> act.group().equals(group.id()))
                        .map(act -> Map.of(
                                "title", messages.text("case.choice", group.title(), act.label()), "value", act.id())))
                .toList();
    }

    private List<Map<String, Object>> buttons(CaseSight sight, int page, int pages) {
        String reference = sight.incident().reference();
        List<Map<String, Object>> buttons = new ArrayList<>();
        if (!sight.related().isEmpty()) {
            sight.possible().stream()
                    .filter(act -> act.effect() == DeskAct.Effect.JOIN)
                    .findFirst()
                    .ifPresent(act -> buttons.add(
                            new IncidentButton(messages.text("case.join"), "case.act", reference, act.id(), "")
                                    .shown()));
        }
        if (sight.incident().isHeld() && sight.maySayRevoked()) {
            buttons.add(IncidentButton.of(messages.text("case.revoked"), "case.revoked", reference)
                    .shown());
        }
        if (page > 0) {
            buttons.add(turning("case.page.before", reference, page - 1));
        }
        if (page < pages - 1) {
            buttons.add(turning("case.page.next", reference, page + 1));
        }
        return buttons;
    }

    private Map<String, Object> turning(String title, String reference, int page) {
        return new IncidentButton(messages.text(title), "case.show", reference, "", String.valueOf(page)).shown();
    }
}
