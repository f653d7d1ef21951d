package io.beadle.register;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Question;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Incidents;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Works out what a desk reads once a week. */
@Component
public final class Digests {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST = 2_000;
    private static final String STATUS = "status";

    private final Incidents incidents;
    private final DueReviews reviews;
    private final AskedQuestions questions;
    private final DeskActs acts;
    private final Duties duties;

    public Digests(Incidents incidents, DueReviews reviews, AskedQuestions questions, DeskActs acts, Duties duties) {
        this.incidents = incidents;
        this.reviews = reviews;
        this.questions = questions;
        this.acts = acts;
        this.duties = duties;
    }

    /** Of what that desk's channel shows. */
    public Digest of(String desk, Instant now) {
        Instant since = now.minus(WEEK);
        List<Incident> open = found(desk, IncidentQuery.of(State.OPEN), now);
        return new Digest(
                found(desk, IncidentQuery.of(State.ANY).reported(since, now), now)
                        .size(),
                open.size(),
                found(desk, IncidentQuery.of(State.CLOSED), now).stream()
                        .filter(incident -> incident.closing() != null
                                && incident.closing().at().isAfter(since))
                        .count(),
                open.stream()
                        .filter(incident -> new CaseFile(incident).owner().isEmpty())
                        .count(),
                found(desk, IncidentQuery.of(State.OVERDUE), now).stream()
                        .flatMap(incident -> overdue(incident, now))
                        .sorted(Comparator.comparing(Digest.Overdue::due))
                        .toList(),
                open.stream()
                        .flatMap(incident -> waitsFor(incident).stream())
                        .collect(groupingBy(Function.identity(), counting())),
                reviews.of(new Viewer.Channel(desk, new Person("", "")), now).stream()
                        .filter(due -> due.isOverdue(now.plus(WEEK)))
                        .count(),
                questions.gaps(since, MOST).size());
    }

    private List<Incident> found(String desk, IncidentQuery query, Instant now) {
        return incidents.found(query, now, MOST).stream()
                .filter(incident -> incident.desk().equals(desk))
                .toList();
    }

    private Stream<Digest.Overdue> overdue(Incident incident, Instant now) {
        return incident.duties().stream()
                .filter(duty -> duty.isOpen() && duty.isLate(now))
                .map(duty -> new Digest.Overdue(incident.reference(), title(duty), Objects.requireNonNull(duty.due())));
    }

    private String title(Duty duty) {
        return duties.rule(duty.rule()).map(DutyRule::title).orElse(duty.rule());
    }

    /** How far it is, as whoever said so last chose it. */
    private Optional<String> waitsFor(Incident incident) {
        String status = new CaseFile(incident).latest(STATUS, STATUS);
        return status.startsWith("waiting-")
                ? acts.find(STATUS)
                        .flatMap((DeskAct act) -> act.field(STATUS))
                        .flatMap(asked -> asked.choice(status))
                        .map(Question.Choice::label)
                : Optional.empty();
    }
}
