package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Severity;
import io.beadle.register.Search;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Incidents that were searched for, ten at a time: references, types, severities and states, and nothing typed (G11). */
@Component
public final class SearchCard {
    /** So many fit on a telephone. */
    static final int PAGE = 10;

    private static final int NAMED_TYPES = 3;

    private final CardTemplates templates;
    private final Messages messages;
    private final ReportTypes types;
    private final WrittenTime times;

    SearchCard(CardTemplates templates, Messages messages, ReportTypes types, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.types = types;
        this.times = times;
    }

    /**
     * A page of what was found.
     *
     * @param page from 0; beyond the last it is the last
     * @param alone whether nobody reads along: then whoever deals with it is named
     */
    public Card of(Search search, List<Incident> found, int page, boolean alone, Instant now) {
        int last = Math.max(0, (found.size() - 1) / PAGE);
        int shown = Math.clamp(page, 0, last);
        List<Incident> lines = found.subList(shown * PAGE, Math.min(found.size(), (shown + 1) * PAGE));
        String more =
                shown < last ? messages.text("find.more", Math.min(PAGE, found.size() - (shown + 1) * PAGE)) : null;
        return card(
                search, messages.text("find.title", words(search)), found.size(), lines, more, shown + 1, alone, now);
    }

    /** The one of that reference, if it was found. */
    public Card one(String reference, List<Incident> found, boolean alone, Instant now) {
        Search any = new Search(Set.of(), Set.of(), State.ANY, false, false, null, null);
        return card(any, messages.text("find.title", reference), found.size(), found, null, 0, alone, now);
    }

    private Card card(
            Search search,
            String title,
            int found,
            List<Incident> lines,
            @Nullable String more,
            int next,
            boolean alone,
            Instant now) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("find.summary", found));
        data.put("title", title);
        data.put("intro", messages.text(found == 0 ? "find.none" : "find.found", found));
        data.put(
                "lines",
                lines.stream().map(incident -> line(incident, alone, now)).toList());
        data.put("hasMore", more != null);
        data.put("moreTitle", more);
        data.put("search", search.code());
        data.put("page", next);
        data.put("hint", messages.text("find.hint"));
        return new Card(templates.render("search", data), String.valueOf(data.get("summary")));
    }

    private Map<String, Object> line(Incident incident, boolean alone, Instant now) {
        Map<String, Object> line = new HashMap<>(
                IncidentButton.of(messages.text("find.open", incident.reference()), "case.open", incident.reference())
                        .shown());
        line.put(
                "title",
                messages.text(
                        incident.exercise() ? "find.line.exercise" : "find.line",
                        incident.reference(),
                        Markdown.escapeInLine(incident.report().title())));
        line.put("state", state(incident, alone, now));
        return line;
    }

    private String state(Incident incident, boolean alone, Instant now) {
        CaseFile file = new CaseFile(incident);
        List<String> parts = new ArrayList<>();
        parts.add(severity(incident.severity()));
        parts.add(messages.text("find.state." + file.state().name().toLowerCase(Locale.ROOT), incident.wanted()));
        parts.add(messages.text("find.reported", times.onDay(incident.report().reported())));
        Instant due = incident.nextDue();
        if (due != null) {
            parts.add(messages.text(due.isBefore(now) ? "find.overdue" : "find.due", times.onDay(due)));
        }
        if (alone) {
            parts.add(file.owner()
                    .map(Answer::shown)
                    .map(name -> messages.text("find.owner", Markdown.escapeInLine(name)))
                    .orElseGet(() -> messages.text("find.owner.none")));
        }
        if (alone && file.isRestricted()) {
            parts.add(messages.text("find.restricted"));
        }
        return String.join(" \u00b7 ", parts);
    }

    /** What was understood, in chosen words. */
    private String words(Search search) {
        List<String> parts = new ArrayList<>();
        parts.add(messages.text(
                search.exercises()
                        ? "find.exercises"
                        : "find.of." + search.state().name().toLowerCase(Locale.ROOT)));
        if (search.mine()) {
            parts.add(messages.text("find.mine"));
        }
        if (!search.severities().isEmpty()) {
            parts.add(search.severities().stream().sorted().map(this::severity).collect(Collectors.joining(", ")));
        }
        if (search.types().size() > NAMED_TYPES) {
            parts.add(messages.text("find.types", search.types().size()));
        } else if (!search.types().isEmpty()) {
            parts.add(types.types().stream()
                    .filter(type -> search.types().contains(type.id()))
                    .map(ReportType::title)
                    .collect(Collectors.joining(", ")));
        }
        LocalDate since = search.since();
        if (since != null) {
            parts.add(messages.text("find.since", WrittenTime.date(since)));
        }
        LocalDate before = search.before();
        if (before != null) {
            parts.add(messages.text("find.before", WrittenTime.date(before)));
        }
        return String.join(", ", parts);
    }

    private String severity(Severity severity) {
        return messages.text("severity." + severity.name().toLowerCase(Locale.ROOT));
    }
}
