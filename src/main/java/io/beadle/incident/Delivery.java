package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery ledger: that somebody is to be told of an incident, and what became of it.
 *
 * @param key unique within the incident
 * @param role by which they are told
 * @param why the duty's key or the route's id
 * @param occasion what they are told
 * @param to null where nobody held the role
 * @param email where to write if Teams cannot reach them, null where none is known; personal data
 * @param at when it was put in the ledger
 * @param reason the platform's own word for a refusal, or the means by which it was sent; null while it waits. Of
 *     what is told everybody, the count
 * @param settled when the state was reached, null while it waits
 */
public record Delivery(
        String key,
        String role,
        String why,
        Occasion occasion,
        @Nullable Person to,
        @Nullable String email,
        Instant at,
        State state,
        @Nullable String reason,
        @Nullable Instant settled) {
    /** How the key ends of what is told the same person by e-mail. */
    static final String EMAIL = "/email";

    /** How the key ends of what is told the deputy. */
    static final String DEPUTY = "/deputy";

    /** What somebody is told. */
    public enum Occasion {
        /** There is an incident that concerns them. */
        NEWS,
        /** There is something for them to do. */
        DUTY,
        /** It is due soon. */
        WARNING,
        /** It was not done in time. */
        OVERDUE
    }

    /** What became of it. */
    public enum State {
        QUEUED,
        SENT,
        /** The platform will not take it, and never will. */
        BLOCKED,
        /** It was not taken so far, and is tried again. */
        FAILED,
        /** Somebody else is told in their place: the next line says who. */
        REPLACED,
        /** Nobody held the role. */
        NOBODY
    }

    /** Whether it is told the same person by the same means at the same moment: one message does for both. */
    boolean isWith(Delivery other) {
        return to != null
                && other.to != null
                && to.is(other.to)
                && at.equals(other.at)
                && isEmail() == other.isEmail()
                && isToDeputy() == other.isToDeputy();
    }

    public boolean isWaiting() {
        return state == State.QUEUED || state == State.FAILED;
    }

    /** Whether it is told by e-mail; anything else is told in Teams. */
    public boolean isEmail() {
        return key.endsWith(EMAIL);
    }

    /** Whether whoever is told stands in for somebody who could not be reached. */
    public boolean isToDeputy() {
        return key.endsWith(DEPUTY) || key.endsWith(DEPUTY + EMAIL);
    }

    /** The same person is told by other means. */
    Delivery byEmail(Instant when) {
        return new Delivery(key + EMAIL, role, why, occasion, to, email, when, State.QUEUED, null, null);
    }

    Delivery toDeputy(Recipient deputy, Instant when) {
        return new Delivery(
                key + DEPUTY, role, why, occasion, deputy.person(), deputy.email(), when, State.QUEUED, null, null);
    }

    /** The same in that state. */
    public Delivery become(State next, @Nullable String because, @Nullable Instant when) {
        return new Delivery(key, role, why, occasion, to, email, at, next, because, when);
    }

    /** The state and role alone: no name or address reaches a log. */
    @Override
    public String toString() {
        return "Delivery[" + role + ", " + state + "]";
    }
}
