package io.beadle.register;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Closing;
import io.beadle.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What other councils may learn of one incident (003, section 14.2.3; G31): chosen values alone, the month and not the day, no
 * council, person or place, nothing that anybody typed, and not its reference.
 */
@Component
public final class WarpSummary {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /** The acts that log what was done, by a choice. */
    private static final List<String> STEPS = List.of("contain", "recover");

    private final Lessons lessons;
    private final Messages messages;
    private final ZoneId zone;

    public WarpSummary(Lessons lessons, Messages messages, ZoneId zone) {
        this.lessons = lessons;
        this.messages = messages;
        this.zone = zone;
    }

    /** Whether it may go to others: a drill is none, and of a restricted one even this could say too much (G10). */
    public static boolean mayBeTold(Incident incident) {
        return !incident.exercise() && !new CaseFile(incident).isRestricted();
    }

    public Paper of(Incident incident) {
        CaseFile file = new CaseFile(incident);
        List<Paper.Line> lines = new ArrayList<>();
        add(lines, "warp.type", incident.report().title());
        add(lines, "warp.month", MONTH.format(incident.report().reported().atZone(zone)));
        add(
                lines,
                "warp.severity",
                messages.text("severity." + incident.severity().name().toLowerCase(Locale.ROOT)));
        add(lines, "warp.kind", lessons.kind(incident));
        add(
                lines,
                "warp.breach",
                messages.text("warp.breach." + file.breach().name().toLowerCase(Locale.ROOT)));
        add(lines, "warp.cause", lessons.cause(incident).orElse(""));
        add(lines, "warp.malfunction", lessons.malfunctioned(incident) ? messages.text("register.yes") : "");
        add(lines, "warp.steps", steps(file));
        add(lines, "warp.controls", lessons.controls(incident).collect(Collectors.joining("; ")));
        add(lines, "warp.training", lessons.training(incident).orElse(""));
        add(lines, "warp.time", took(incident));
        return new Paper(
                messages.text("warp.title"),
                List.of(new Paper.Text(messages.text("warp.intro")), new Paper.Lines(lines)));
    }

    private void add(List<Paper.Line> lines, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(new Paper.Line(messages.text(key), value, false));
        }
    }

    /** What the steps were, once each; of what was filled in only the choice. */
    private static String steps(CaseFile file) {
        return STEPS.stream()
                .flatMap(act -> file.all(act).stream())
                .flatMap(WarpSummary::chosen)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> chosen(Act act) {
        return act.answers().stream()
                .filter(answer -> answer.question().equals("step"))
                .filter(answer -> Question.chosen(answer.value()).findAny().isPresent())
                .map(Answer::shown);
    }

    /** In days: more exactly it could be recognised. */
    private String took(Incident incident) {
        Closing closing = incident.closing();
        if (closing == null) {
            return messages.text("warp.open");
        }
        Instant reported = incident.report().reported();
        return messages.text(
                "warp.closed", Duration.between(reported, closing.at()).toDays() + 1);
    }
}
