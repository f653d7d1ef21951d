package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored incidents. Every write is durable once its method has returned. Times are kept to the millisecond; what a
 * method returns is as it was stored.
 */
public interface Incidents {
    /**
     * Stores a new incident under the next reference of the year in which it was reported.
     *
     * @param made given the reference, the incident; called again when the reference turned out to be taken
     * @return the incident stored, or the one made from the same draft before
     */
    Incident report(String draft, int year, Function<String, Incident> made);

    Optional<Incident> find(String reference);

    /** The incident made from the draft of this id, if it was sent. */
    Optional<Incident> madeFrom(String draft);

    /** The incidents whose anonymous reporter has a code that begins so; hardly ever more than one. */
    List<Incident> followedBy(String lookup);

    /** The incidents reported by the person with this id, in their name or in confidence, latest first, at most {@code limit}. */
    List<Incident> reportedBy(String person, int limit);

    /** The incidents reported since then, latest first, at most {@code limit}. */
    List<Incident> reportedSince(Instant since, int limit);

    /** The open incidents of that type that were reported since then and are part of no wave, latest first, at most {@code limit}. */
    List<Incident> alone(String type, Instant since, int limit);

    /** The open incidents of the wave, earliest reported first, at most {@code limit}. */
    List<Incident> inWave(String wave, int limit);

    /**
     * Those of the wave that not enough people have acknowledged, earliest reported first, at most {@code limit}.
     *
     * @param until reported then or before
     * @param without only those that this person has not acknowledged; null for all
     */
    List<Incident> waiting(String wave, Instant until, @Nullable Person without, int limit);

    /** The latest reported of the wave. */
    Optional<Incident> lastOf(String wave);

    WaveTally tally(String wave, Instant now);

    /** Whether the person reported it, in their name or in confidence; nobody is known to have reported anonymously. */
    boolean isReportedBy(Person person, Incident incident);

    /** Whether somebody else may have the person's account, by what they reported lately (G5); in a drill nothing is lost. */
    default boolean isHeld(Person person) {
        return reportedBy(person.id(), 50).stream().anyMatch(incident -> incident.isHeld() && !incident.exercise());
    }

    /**
     * Of everybody of whom that is so, by whichever reports, the ids by which they are known: as people, and towards this bot.
     */
    Set<String> heldAccounts();

    /** Where the reporter is told of it: in the chat the incident names, or in the one that is sealed. */
    Optional<ReporterChat> chatOf(Incident incident);

    /**
     * The incidents with a message of the kind that a relay may take now, longest waiting first, of alerts the severest first of all;
     * at most {@code limit}.
     */
    List<Incident> outboxDue(OutboxMessage.Kind kind, Instant now, int limit);

    /** The incidents with a duty that the clock must look at now, the severest first and then the longest waiting, at most {@code limit}. */
    List<Incident> dutyDue(Instant now, int limit);

    /** The open incidents of which somebody was to be told in a role that nobody held, at most {@code limit}. */
    List<Incident> unheld(int limit);

    /**
     * The incidents wanted, latest reported first, of those with something due what is due first; at most {@code limit}.
     *
     * @param now decides what is overdue
     */
    List<Incident> found(IncidentQuery query, Instant now, int limit);

    /** Every incident, in the order of the references; whoever asks closes it. */
    Stream<Incident> all();

    /** Every incident of which the register of breaches may have an entry, in the order of the references; whoever asks closes it. */
    Stream<Incident> inRegister();

    /** The incidents closed then or before, earliest first; whoever asks closes it. */
    Stream<Incident> closedBy(Instant latest);

    /** The incidents reported between these times, the second left out, earliest first; whoever asks closes it. */
    Stream<Incident> reportedBetween(Instant from, Instant until);

    /** The open incidents of which somebody was to be told before then and was not, at most {@code limit}. */
    List<Incident> undelivered(Instant before, int limit);

    /** The incidents of which something was tried to be told that often in vain, to whomever, at most {@code limit}. */
    List<Incident> stuck(int attempts, int limit);

    /** How many incidents wait to be acknowledged of which fewer people could be alerted than must be. */
    long tooFewReached();

    /** How many incidents have a message for the desk that still waits to be told and was tried at least {@code attempts} times. */
    long outboxWaiting(int attempts);

    /**
     * Stores a changed incident if nobody stored another change since it was read.
     *
     * @return the incident as stored, its version one higher, or empty when {@code changed.version()} is no longer the
     *     stored one
     */
    Optional<Incident> replace(Incident changed);

    /** Deletes the incident for good, unless it was changed since it was read; whether it did. */
    boolean delete(Incident incident);

    /** How the chain of its changes ends: see {@code io.beadle.privacy.Trail}. */
    String head(Incident incident);

    /**
     * Reads, changes and replaces, again from the start while others come first. A change that returns the incident it
     * was given writes nothing.
     *
     * @return the incident as stored, or empty when there is none of this reference
     */
    default Optional<Incident> change(String reference, UnaryOperator<Incident> change) {
        while (true) {
            Optional<Incident> read = find(reference);
            if (read.isEmpty()) {
                return read;
            }
            Incident changed = change.apply(read.get());
            if (changed.equals(read.get())) {
                return read;
            }
            Optional<Incident> stored = replace(changed);
            if (stored.isPresent()) {
                return stored;
            }
        }
    }
}
