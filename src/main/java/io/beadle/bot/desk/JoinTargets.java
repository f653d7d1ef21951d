package io.beadle.bot.desk;

import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Joining;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The incidents that a report may be joined to; none that the person may not know of (G10). */
final class JoinTargets {
    /** Within that time reports are offered. */
    private static final Duration RECENT = Duration.ofDays(365);

    private static final int LOOKED_AT = 300;
    private static final int MOST_CHOICES = 25;

    private final Incidents incidents;
    private final RelatedReports related;
    private final WrittenTime times;
    private final Messages messages;

    JoinTargets(Incidents incidents, RelatedReports related, WrittenTime times, Messages messages) {
        this.incidents = incidents;
        this.related = related;
        this.times = times;
        this.messages = messages;
    }

    /**
     * The field as a choice where there is one to choose; else a reference is typed, and nothing of that name is found.
     *
     * @param chosen what was sent, "" while the form is drawn. It may be chosen for as long as it fits, however many were reported
     *     since and now come before it
     */
    Question into(Question field, Incident incident, CaseRights.Standing standing, String chosen) {
        List<Question.Choice> targets = choices(incident, standing, chosen);
        return targets.isEmpty()
                ? field
                : new Question(
                        field.id(),
                        Question.Kind.CHOICE,
                        field.ask(),
                        field.why(),
                        field.label(),
                        null,
                        true,
                        targets,
                        field.maxLength(),
                        null,
                        field.when(),
                        Map.of(),
                        List.of());
    }

    /** Those most like it first. */
    private List<Question.Choice> choices(Incident incident, CaseRights.Standing standing, String chosen) {
        Joining joining = new Joining(incident, new Act("", "", standing.at(), standing.person(), List.of()));
        Stream<Incident> offered = Stream.concat(
                        related.of(incident, standing::mayKnow).stream(),
                        incidents.reportedSince(standing.at().minus(RECENT), LOOKED_AT).stream())
                .filter(joining::fits)
                .filter(standing::mayKnow)
                .distinct()
                .limit(MOST_CHOICES);
        Stream<Incident> sent = chosen.isBlank()
                ? Stream.empty()
                : incidents.find(chosen).filter(joining::fits).filter(standing::mayKnow).stream();
        return Stream.concat(offered, sent)
                .distinct()
                .map(other -> new Question.Choice(
                        other.reference(),
                        messages.text(
                                "case.target",
                                other.reference(),
                                other.report().title(),
                                times.onDay(other.report().reported())),
                        List.of()))
                .toList();
    }
}
