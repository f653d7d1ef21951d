package io.beadle.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That two administrators want a change (G12): one proposes it, another consents. What was agreed is carried out by whoever
 * knows how, and then said to be.
 */
public final class Consents {
    private final Administrators administrators;
    private final Proposals proposals;

    public Consents(Administrators administrators, Proposals proposals) {
        this.administrators = administrators;
        this.proposals = proposals;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** The proposal as it is now, which need not be what the person wanted: somebody may have come first. */
        record Stands(Proposal proposal) implements Answer {}

        /** It is not for this person to decide; nothing was changed. */
        record Refused(Why why) implements Answer {}
    }

    public enum Why {
        UNKNOWN,
        NOT_AN_ADMINISTRATOR,
        OWN_PROPOSAL
    }

    /**
     * Keeps a proposal; where one person may act alone, it is agreed at once.
     *
     * @throws IllegalStateException if the person is no administrator, or nobody could consent
     */
    public Proposal propose(Person by, ProposedChange change, Instant now) {
        if (!administrators.include(by) || !administrators.areTwo()) {
            throw new IllegalStateException("Cannot propose a change: person=" + by.id() + " administrators="
                    + (administrators.areTwo() ? "without this person" : "fewer than two"));
        }
        Proposal open = Proposal.of(UUID.randomUUID().toString(), by, change, now);
        Proposal proposal = administrators.actAlone() ? open.agreeAlone(now) : open;
        proposals.add(proposal);
        return proposal;
    }

    /** A second administrator agrees. */
    public Answer consent(String id, Person by, Instant now) {
        Optional<Answer> refusal = refusal(id, by, true);
        return refusal.orElseGet(() ->
                stands(proposals.change(id, p -> p.expire(now).agree(by, now))));
    }

    /** A second administrator does not agree, or who proposed it takes it back. */
    public Answer refuse(String id, Person by, Instant now) {
        Optional<Answer> refusal = refusal(id, by, false);
        return refusal.orElseGet(() ->
                stands(proposals.change(id, p -> p.expire(now).refuse(by, now))));
    }

    /** For an administrator to look at. */
    public Answer look(String id, Person by) {
        return refusal(id, by, false).orElseGet(() -> stands(proposals.find(id)));
    }

    /** Says whether what was agreed could be made so. */
    public Proposal carriedOut(Proposal agreed, boolean made, Instant now) {
        return proposals.change(agreed.id(), p -> p.carriedOut(made, now)).orElse(agreed);
    }

    /** What waits for a second administrator, oldest first. */
    public List<Proposal> open() {
        return proposals.in(Proposal.State.OPEN);
    }

    /** The one that waits for just this change, if somebody has proposed it. */
    public Optional<Proposal> waiting(ProposedChange change) {
        return open().stream()
                .filter(proposal -> proposal.change().equals(change))
                .findFirst();
    }

    /** What was agreed and, because something broke, not carried out yet. */
    public List<Proposal> agreed() {
        return proposals.in(Proposal.State.AGREED);
    }

    /** Ends what nobody decided in time; those are returned. */
    public List<Proposal> expire(Instant now) {
        return open().stream()
                .filter(proposal -> !proposal.ends().isAfter(now))
                .flatMap(proposal -> proposals.change(proposal.id(), p -> p.expire(now)).stream())
                .filter(proposal -> proposal.state() == Proposal.State.EXPIRED)
                .toList();
    }

    private Optional<Answer> refusal(String id, Person by, boolean second) {
        if (!administrators.include(by)) {
            return Optional.of(new Answer.Refused(Why.NOT_AN_ADMINISTRATOR));
        }
        Optional<Proposal> found = proposals.find(id);
        if (found.isEmpty()) {
            return Optional.of(new Answer.Refused(Why.UNKNOWN));
        }
        return second && found.get().isOpen() && found.get().by().is(by)
                ? Optional.of(new Answer.Refused(Why.OWN_PROPOSAL))
                : Optional.empty();
    }

    private static Answer stands(Optional<Proposal> stored) {
        return stored.<Answer>map(Answer.Stands::new).orElseGet(() -> new Answer.Refused(Why.UNKNOWN));
    }
}
