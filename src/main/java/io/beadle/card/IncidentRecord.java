package io.beadle.card;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.OnBehalfOf;
import io.beadle.incident.Statement;
import io.beadle.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report with all that was said since: the first answers stay, and what corrects them stands below them. */
@Component
final class IncidentRecord {
    /** What the rest of the card leaves for typed words, in characters of JSON. */
    private static final int ROOM = 6_000;

    private final Messages messages;
    private final ReportTypes types;
    private final WrittenTime times;

    IncidentRecord(Messages messages, ReportTypes types, WrittenTime times) {
        this.messages = messages;
        this.types = types;
        this.times = times;
    }

    /** Something asked or said, and the words, which may be typed. */
    record Line(String asked, String shown) {}

    /**
     * The sections for the template, cut together to what fits.
     *
     * @param voice the first part of the messages' keys: {@code mine} for the reporter, {@code case} for the desk
     */
    List<Map<String, Object>> sections(Incident incident, String voice) {
        List<Line> reported = reported(incident, voice);
        List<Line> since = since(incident, voice);
        List<Line> all = new ArrayList<>(reported);
        all.addAll(since);
        List<String> shown = Excerpts.of(all.stream().map(Line::shown).toList(), ROOM, messages.text("record.cut"));
        List<Map<String, Object>> sections = new ArrayList<>();
        sections.add(section(messages.text(voice + ".reported"), reported, shown.subList(0, reported.size())));
        if (!since.isEmpty()) {
            sections.add(section(messages.text(voice + ".since"), since, shown.subList(reported.size(), all.size())));
        }
        return sections;
    }

    /** The report, each answer followed by what corrects it. */
    List<Line> reported(Incident incident, String voice) {
        List<Line> reported = new ArrayList<>();
        OnBehalfOf teller = incident.report().onBehalfOf();
        if (teller != null) {
            reported.add(new Line(
                    messages.text(teller.mayEmail() ? "record.behalf.email" : "record.behalf"),
                    Tellers.inFull(teller)));
        }
        for (Answer answer : incident.report().answers()) {
            reported.add(new Line(answer.asked(), answer.shown()));
            incident.statements(Statement.Kind.CORRECTED).stream()
                    .filter(said -> isAbout(said, answer.question()))
                    .forEach(said -> reported.add(line(said, voice)));
        }
        return reported;
    }

    /** What else was said since. */
    List<Line> since(Incident incident, String voice) {
        return incident.statements().stream()
                .filter(said -> incident.report().answers().stream()
                        .noneMatch(a -> said.kind() == Statement.Kind.CORRECTED && isAbout(said, a.question())))
                .map(said -> line(said, voice))
                .toList();
    }

    /** The missing facts by what is asked, as the content has them today. */
    @Nullable
    String missing(Incident incident) {
        if (incident.missing().isEmpty()) {
            return null;
        }
        String asked = String.join(
                "; ", incident.missing().stream().map(id -> asked(incident, id)).toList());
        return messages.text("record.missing", asked.replace("?;", "?"));
    }

    private String asked(Incident incident, String question) {
        return types.find(incident.report().type())
                .flatMap(type -> type.question(question))
                .map(Question::ask)
                .orElse(question);
    }

    private Line line(Statement said, String voice) {
        String kind = said.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Answer answer = said.answer();
        String name = name(said.by());
        String asked = messages.text(
                voice + ".said." + kind, times.onDay(said.at()), name, answer == null ? "" : answer.asked());
        return new Line(
                said.held() ? messages.text("record.held", asked) : asked,
                answer == null ? said.text() : answer.shown());
    }

    private String name(@Nullable Person by) {
        if (by == null) {
            return messages.text("case.reporter");
        }
        return by.name().isBlank() ? messages.text("alert.somebody") : by.name();
    }

    private static boolean isAbout(Statement said, String question) {
        Answer answer = said.answer();
        return answer != null && answer.question().equals(question);
    }

    private static Map<String, Object> section(String title, List<Line> lines, List<String> shown) {
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            items.add(Map.of("asked", Markdown.escape(lines.get(i).asked()), "shown", shown.get(i)));
        }
        Map<String, Object> section = new HashMap<>();
        section.put("title", title);
        section.put("lines", items);
        return section;
    }
}
