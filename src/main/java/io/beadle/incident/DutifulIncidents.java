package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Incidents whose every write is settled first: no change is stored without the duties and messages that follow from it, and
 * none that leaves something to be told without {@link OutboxBell ringing}.
 */
public final class DutifulIncidents implements Incidents {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Incidents stored;
    private final Obligations obligations;
    private final OutboxBell bell;
    private final UnaryOperator<Incident> grouping;
    private final InstantSource clock;
    private final Lock oneByOne;

    /** Whose reports are all alerted by themselves. */
    public DutifulIncidents(Incidents stored, Obligations obligations, OutboxBell bell, InstantSource clock) {
        this(stored, obligations, UnaryOperator.identity(), bell, clock, new ReentrantLock());
    }

    public DutifulIncidents(
            Incidents stored, Obligations obligations, Grouping grouping, OutboxBell bell, InstantSource clock) {
        this(stored, obligations, made -> grouping.grouped(made, clock.instant()), bell, clock, new ReentrantLock());
    }

    /**
     * With a lock of the caller's.
     *
     * @param oneByOne held by each report: of a hundred in the same moment each is to see those before it, or none would be part
     *     of a wave
     */
    DutifulIncidents(
            Incidents stored,
            Obligations obligations,
            UnaryOperator<Incident> grouping,
            OutboxBell bell,
            InstantSource clock,
            Lock oneByOne) {
        this.stored = stored;
        this.obligations = obligations;
        this.grouping = grouping;
        this.bell = bell;
        this.clock = clock;
        this.oneByOne = oneByOne;
    }

    @Override
    public Incident report(String draft, int year, Function<String, Incident> made) {
        boolean alone = tryAlone();
        try {
            Incident reported = stored.report(draft, year, reference -> settled(grouping.apply(made.apply(reference))));
            ring(reported);
            return reported;
        } finally {
            if (alone) {
                oneByOne.unlock();
            }
        }
    }

    /** Not for long: where the store is away, each would wait for all before it to be told so. One more single alert is the lesser evil. */
    private boolean tryAlone() {
        try {
            return oneByOne.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<Incident> replace(Incident changed) {
        Optional<Incident> replaced = stored.replace(settled(changed));
        replaced.ifPresent(this::ring);
        return replaced;
    }

    private void ring(Incident incident) {
        incident.outbox().stream()
                .map(OutboxMessage::availableAt)
                .min(Instant::compareTo)
                .ifPresent(bell::ring);
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
    public Stream<Incident> inRegister() {
        return stored.inRegister();
    }

    @Override
    public Stream<Incident> closedBy(Instant latest) {
        return stored.closedBy(latest);
    }

    @Override
    public Stream<Incident> reportedBetween(Instant from, Instant until) {
        return stored.reportedBetween(from, until);
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
    public List<Incident> alone(String type, Instant since, int limit) {
        return stored.alone(type, since, limit);
    }

    @Override
    public List<Incident> inWave(String wave, int limit) {
        return stored.inWave(wave, limit);
    }

    @Override
    public List<Incident> waiting(String wave, Instant until, @Nullable Person without, int limit) {
        return stored.waiting(wave, until, without, limit);
    }

    @Override
    public Optional<Incident> lastOf(String wave) {
        return stored.lastOf(wave);
    }

    @Override
    public WaveTally tally(String wave, Instant now) {
        return stored.tally(wave, now);
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
