package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.REPORTER;

import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Incidents of any type and time, stored as reports make them. */
public final class SomeIncidents {
    public static final Person PRIYA = new Person("priya", "Priya Officer");
    public static final Person DAFYDD = new Person("dafydd", "Dafydd Officer");

    /** 14:17 on a Saturday. */
    public static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");

    private SomeIncidents() {}

    /** One stored, after that was done about it. */
    public static Incident stored(Incidents incidents, String type, Instant reported, UnaryOperator<Incident> done) {
        ReportType of = CONTENT.reportTypes().find(type).orElseThrow();
        String draft = UUID.randomUUID().toString();
        Answer where = new Answer("where", "Where?", "Heliotrope Lane", "Heliotrope Lane", false);
        Report report = new Report(of.id(), of.title(), REPORTER, null, null, reported, List.of(where));
        return incidents.report(
                draft,
                2026,
                reference ->
                        done.apply(Incident.reported(reference, draft, report, Severity.MEDIUM, Duration.ofHours(1))
                                .flagged(of.flags())));
    }

    public static void stored(
            Incidents incidents, int times, String type, String reported, UnaryOperator<Incident> done) {
        for (int i = 0; i < times; i++) {
            stored(incidents, type, Instant.parse(reported), done);
        }
    }

    public static UnaryOperator<Incident> nothing() {
        return UnaryOperator.identity();
    }

    /** Acknowledged by two, the second after that time. */
    public static Incident acknowledged(Incident incident, Duration after) {
        Instant at = incident.report().reported().plus(after);
        return incident.acknowledge(PRIYA, at).acknowledge(DAFYDD, at);
    }

    public static Incident restricted(Incident incident) {
        return SomeBreaches.with(
                incident, "restrict", PRIYA, incident.report().reported(), Map.of("reason", "It is about a colleague"));
    }

    public static Incident assigned(Incident incident, Person to) {
        return SomeBreaches.with(incident, "assign", PRIYA, incident.report().reported(), Map.of("person", to.id()));
    }

    /** Acknowledged and closed after that time, with its cause and costs. */
    public static Incident closed(Incident incident, Duration after, String cause, String pounds) {
        return SomeBreaches.with(
                acknowledged(incident, Duration.ofMinutes(5)),
                "close",
                PRIYA,
                incident.report().reported().plus(after),
                Map.of("outcome", "resolved", "cause", cause, "malfunction", "no", "costs", pounds));
    }
}
