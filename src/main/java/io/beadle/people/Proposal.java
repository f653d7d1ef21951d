package io.beadle.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that one administrator proposed (G12).
 *
 * @param version counts the stored changes, from 0
 * @param by who proposed it
 * @param decider who made it what it is, null while it is open or where its time ran out
 * @param since when it became what it is
 */
public record Proposal(
        String id,
        long version,
        Person by,
        Instant at,
        ProposedChange change,
        State state,
        @Nullable Person decider,
        Instant since) {
    /** How long it waits for a second administrator. */
    public static final Duration WAITS = Duration.ofDays(7);

    /** What has become of it. */
    public enum State {
        OPEN,
        /** Consented to, and yet to be made so. */
        AGREED,
        DONE,
        /** Consented to in vain: what it would change is another meanwhile. */
        OVERTAKEN,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    static Proposal of(String id, Person by, ProposedChange change, Instant now) {
        return new Proposal(id, 0, by, now, change, State.OPEN, null, now);
    }

    public Instant ends() {
        return at.plus(WAITS);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Consented to by another than who proposed it; unchanged where that is not so, or it is open no more. */
    Proposal agree(Person second, Instant now) {
        return isOpen() && !by.is(second) ? as(State.AGREED, second, now) : this;
    }

    /** Made so at once by the one person there is, as in local mode. */
    Proposal agreeAlone(Instant now) {
        return isOpen() ? as(State.AGREED, by, now) : this;
    }

    /** Refused by another than who proposed it, or taken back by that one; unchanged when it is open no more. */
    Proposal refuse(Person person, Instant now) {
        return isOpen() ? as(by.is(person) ? State.WITHDRAWN : State.REFUSED, person, now) : this;
    }

    /** Ended if nobody decided in time. */
    Proposal expire(Instant now) {
        return isOpen() && !ends().isAfter(now) ? as(State.EXPIRED, null, now) : this;
    }

    /** Made so, or found to be overtaken; unchanged unless it was agreed. */
    Proposal carriedOut(boolean made, Instant now) {
        return state == State.AGREED ? as(made ? State.DONE : State.OVERTAKEN, decider, now) : this;
    }

    private Proposal as(State newState, @Nullable Person newDecider, Instant now) {
        return new Proposal(id, version, by, at, change, newState, newDecider, now);
    }

    /** The id and the state alone: names and addresses never reach a log. */
    @Override
    public String toString() {
        return "Proposal[" + id + ", " + state + "]";
    }
}
