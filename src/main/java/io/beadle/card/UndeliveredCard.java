package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.OutboxMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who could not be told of which incident for a day, and why, and what else was tried in vain; what can be sent again is. */
@Component
public final class UndeliveredCard {
    /** As many buttons as Teams shows in a row; one more, for the notices, it puts into a menu. */
    public static final int MOST = 6;

    /** In place of a reference: all that is about no incident. */
    public static final String NOTICES = "notices";

    private final CardTemplates templates;
    private final Messages messages;
    private final PersonAlertText text;
    private final WrittenTime times;

    UndeliveredCard(CardTemplates templates, Messages messages, PersonAlertText text, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.text = text;
        this.times = times;
    }

    /**
     * The list.
     *
     * @param untold the incidents, {@value #MOST} at most, each with the lines of people who were not told; none where
     *     something else of it is stuck
     * @param desk how many notices for the desk are stuck
     * @param people how many for people
     * @param notice what has just come of a button, null for nothing
     */
    public Card of(SequencedMap<Incident, List<Delivery>> untold, long desk, long people, @Nullable String notice) {
        Map<String, Object> data = new HashMap<>();
        String title = messages.text("undelivered.title");
        boolean notices = desk + people > 0;
        data.put("summary", title);
        data.put("title", title);
        data.put("notice", notice);
        data.put("state", messages.text(untold.isEmpty() && !notices ? "undelivered.none" : "undelivered"));
        data.put("missing", null);
        List<Map<String, Object>> sections = new ArrayList<>();
        untold.forEach((incident, lines) -> sections.add(section(incident, lines)));
        List<Map<String, Object>> buttons = new ArrayList<>(untold.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(line -> line.to() != null)
                        || stuck(entry.getKey()).findAny().isPresent())
                .map(entry -> again(entry.getKey()))
                .toList());
        if (notices) {
            sections.add(notices(desk, people));
            buttons.add(IncidentButton.of(messages.text("undelivered.notices.again"), "person.again", NOTICES)
                    .shown());
        }
        data.put("sections", sections);
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        data.put("urgent", null);
        return new Card(templates.render("incident-record", data), title);
    }

    private static Stream<OutboxMessage> stuck(Incident incident) {
        return incident.outbox().stream().filter(OutboxMessage::isStuck);
    }

    private Map<String, Object> notices(long desk, long people) {
        return Map.of(
                "title",
                messages.text("undelivered.notices"),
                "lines",
                List.of(Map.of(
                        "asked",
                        messages.text("undelivered.notices.desk", desk),
                        "shown",
                        messages.text("undelivered.notices.people", people))));
    }

    private Map<String, String> line(OutboxMessage message) {
        return Map.of(
                "asked",
                messages.text("undelivered.of."
                        + message.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                "shown",
                messages.text("undelivered.stuck", message.attempts(), times.clock(message.availableAt())));
    }

    private Map<String, Object> section(Incident incident, List<Delivery> lines) {
        return Map.of(
                "title",
                new ExerciseMark(messages).on(incident.reference(), incident.exercise()),
                "lines",
                Stream.concat(stuck(incident).map(this::line), lines.stream().map(this::line))
                        .limit(MOST)
                        .toList());
    }

    private Map<String, String> line(Delivery line) {
        String role = text.role(line.role());
        String asked = line.to() == null || line.to().name().isBlank()
                ? role
                : messages.text("undelivered.person", role, line.to().name());
        String shown = line.state() == Delivery.State.NOBODY
                ? messages.text("undelivered.nobody", times.onDay(line.at()))
                : messages.text("undelivered.why", times.onDay(line.at()), reason(line));
        return Map.of("asked", asked, "shown", shown);
    }

    private String reason(Delivery line) {
        String reason = line.reason();
        return reason == null ? messages.text("undelivered.waits") : reason;
    }

    private Map<String, Object> again(Incident incident) {
        return IncidentButton.of(
                        messages.text("undelivered.again", incident.reference()), "person.again", incident.reference())
                .shown();
    }
}
