package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Incidents and the people in them, for tests. */
public final class SomeIncidents {
    public static final Person REPORTER = new Person("reporter", "Rowan Reporter");
    public static final Person ALEX = new Person("alex", "Alex Analyst");
    public static final Person BLAKE = new Person("blake", "Blake Backup");
    public static final Person CHRIS = new Person("chris", "Chris Third");
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private SomeIncidents() {}

    public static Incident lostPhone(String reference) {
        return lostPhone(reference, "draft of " + reference, REPORTER, NOON);
    }

    /** One more of them, stored. */
    public static Incident reported(Incidents incidents, Instant at) {
        String draft = UUID.randomUUID().toString();
        return incidents.report(draft, 2026, reference -> lostPhone(reference, draft, REPORTER, at));
    }

    public static Incident lostPhone(String reference, String draft, Person reporter, Instant reported) {
        Report report = new Report(
                "lost-device",
                "Lost or stolen device",
                reporter,
                reported.minus(Duration.ofHours(2)),
                null,
                reported,
                List.of(
                        new Answer("item", "What is it?", "phone", "Work phone", true),
                        new Answer(
                                "where",
                                "Where was it lost?",
                                "the 8:15 to Leicester",
                                "the 8:15 to Leicester",
                                false)));
        return Incident.reported(reference, draft, report, Severity.HIGH, Duration.ofMinutes(15));
    }
}
