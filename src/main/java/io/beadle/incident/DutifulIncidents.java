package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Incidents whose every write is settled first: no change is stored without the duties and messages that follow from it. */
public final class DutifulIncidents implements Incidents {
    private final Incidents stored;
    private final Obligations obligations;
    private final InstantSource clock;

    public DutifulIncidents(Incidents stored, Obligations obligations, InstantSource clock) {
        this.stored = stored;
        this.obligations = obligations;
        this.clock = clock;
    }

    @Override
    public Incident report(String draft, int year, Function<String, Incident> made) {
        return stored.report(draft, year, reference -> settled(made.apply(reference)));
    }

    @Override
    public Optional<Incident> replace(Incident changed) {
        return stored.replace(settled(changed));
    }

    @Override
    public boolean delete(Incident incident) {
        return stored.delete(incident);
    }

    @Override
    public String head(Incident incident) {
        return stored.head(incident);
    }

    private Incident settled(Incident incident) {
        return obligations.settle(incident, clock.instant());
    }

    @Override
    public Optional<Incident> find(String reference) {
        return stored.find(reference);
    }

    @Override
    public Optional<Incident> madeFrom(String draft) {
        return stored.madeFrom(draft);
    }

    @Override
    public List<Incident> followedBy(String lookup) {
        return stored.followedBy(lookup);
    }

    @Override
    public List<Incident> reportedBy(String person, int limit) {
        return stored.reportedBy(person, limit);
    }

    @Override
    public List<Incident> reportedSince(Instant since, int limit) {
        return stored.reportedSince(since, limit);
    }

    @Override
    public boolean isReportedBy(Person person, Incident incident) {
        return stored.isReportedBy(person, incident);
    }

    @Override
    public Set<String> heldAccounts() {
        return stored.heldAccounts();
    }

    @Override
    public Optional<ReporterChat> chatOf(Incident incident) {
        return stored.chatOf(incident);
    }

    @Override
    public List<Incident> outboxDue(OutboxMessage.Kind kind, Instant now, int limit) {
        return stored.outboxDue(kind, now, limit);
    }

    @Override
    public List<Incident> dutyDue(Instant now, int limit) {
        return stored.dutyDue(now, limit);
    }

    @Override
    public List<Incident> unheld(int limit) {
        return stored.unheld(limit);
    }

    @Override
    public List<Incident> found(IncidentQuery query, Instant now, int limit) {
        return stored.found(query, now, limit);
    }

    @Override
    public Stream<Incident> all() {
        return stored.all();
    }

    @Override
    public List<Incident> undelivered(Instant before, int limit) {
        return stored.undelivered(before, limit);
    }

    @Override
    public List<Incident> stuck(int attempts, int limit) {
        return stored.stuck(attempts, limit);
    }

    @Override
    public long tooFewReached() {
        return stored.tooFewReached();
    }

    @Override
    public long outboxWaiting(int attempts) {
        return stored.outboxWaiting(attempts);
    }
}
