package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reported incident. A change is a guarded method that returns the incident as it is afterwards, outbox included;
 * {@link Incidents#replace} stores it in one write.
 *
 * @param reference what people call it, {@code INC-2026-0001}
 * @param version counts the stored changes, from 0
 * @param draft the id of the draft it was made from: one draft makes at most one incident
 * @param severity provisional until confirmed (G18)
 * @param acknowledgeBy by when {@link #ACKNOWLEDGEMENTS} people must have acknowledged
 * @param acknowledgements by different people, earliest first
 * @param deskPost where the desk sees it, null until the alert was posted
 */
public record Incident(
        String reference,
        long version,
        String draft,
        Report report,
        Severity severity,
        Instant acknowledgeBy,
        List<Acknowledgement> acknowledgements,
        List<TimelineEntry> timeline,
        List<OutboxMessage> outbox,
        @Nullable DeskPost deskPost) {
    /** How many different people must acknowledge an incident (G17; template policy, section 14.1.3). */
    public static final int ACKNOWLEDGEMENTS = 2;

    public Incident {
        acknowledgements = List.copyOf(acknowledgements);
        timeline = List.copyOf(timeline);
        outbox = List.copyOf(outbox);
    }

    public static Incident reported(
            String reference, String draft, Report report, Severity severity, Duration timeToAcknowledge) {
        Instant now = report.reported();
        return new Incident(
                reference,
                0,
                draft,
                report,
                severity,
                now.plus(timeToAcknowledge),
                List.of(),
                List.of(new TimelineEntry(now, TimelineEntry.Kind.REPORTED, report.reporter())),
                List.of(OutboxMessage.deskCard(now)),
                null);
    }

    /** Whether enough different people have acknowledged. */
    public boolean isAcknowledged() {
        return acknowledgements.size() >= ACKNOWLEDGEMENTS;
    }

    public boolean isAcknowledgedBy(Person person) {
        return acknowledgements.stream().anyMatch(a -> a.by().is(person));
    }

    /** The incident with this person's acknowledgement; unchanged when they acknowledged before, or enough have. */
    public Incident acknowledge(Person by, Instant at) {
        if (isAcknowledged() || isAcknowledgedBy(by)) {
            return this;
        }
        return new Incident(
                reference,
                version,
                draft,
                report,
                severity,
                acknowledgeBy,
                with(acknowledgements, new Acknowledgement(by, at)),
                with(timeline, new TimelineEntry(at, TimelineEntry.Kind.ACKNOWLEDGED, by)),
                withMessage(OutboxMessage.deskCard(at)),
                deskPost);
    }

    /** When a relay should next look at this incident; null when nothing waits to be told. */
    public @Nullable Instant outboxDue() {
        return outbox.stream()
                .map(OutboxMessage::availableAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    public Optional<OutboxMessage> nextMessage(Instant now) {
        return outbox.stream().filter(m -> m.isAvailable(now)).findFirst();
    }

    /**
     * The incident with the message leased to a relay, which alone may deliver it until the lease ends; unchanged when
     * the message is gone or another relay came first, so ask {@link #holds} of what was stored.
     *
     * @param claim names this claim and no other, not even one by the same relay
     */
    public Incident claim(OutboxMessage message, String claim, Instant now, Duration lease) {
        return withOutbox(
                outbox.stream()
                        .map(m -> m.key().equals(message.key()) && m.isAvailable(now) ? m.claim(claim, now, lease) : m)
                        .toList(),
                deskPost,
                timeline);
    }

    /** Whether the message is under way by this claim. */
    public boolean holds(OutboxMessage message, String claim) {
        return outbox.stream().anyMatch(m -> isHeld(m, message, claim));
    }

    /**
     * The incident after the desk's card was posted or updated by this claim. A message renewed meanwhile is due again
     * at once. Unchanged when the claim is void because its lease ended and another relay took the message over: that
     * relay's card is the one that counts, and a card posted under the void claim is to be taken back.
     */
    public Incident delivered(OutboxMessage message, String claim, DeskPost post, Instant at) {
        if (!holds(message, claim)) {
            return this;
        }
        List<OutboxMessage> left = new ArrayList<>();
        for (OutboxMessage m : outbox) {
            if (!isHeld(m, message, claim)) {
                left.add(m);
            } else if (m.renewed()) {
                left.add(m.again(at));
            }
        }
        return withOutbox(
                left,
                post,
                deskPost == null ? with(timeline, new TimelineEntry(at, TimelineEntry.Kind.ALERTED, null)) : timeline);
    }

    /** The incident with the message free again from {@code next} on; unchanged when this claim is void. */
    public Incident retry(OutboxMessage message, String claim, Instant next) {
        return withOutbox(
                outbox.stream()
                        .map(m -> isHeld(m, message, claim) ? m.retryAt(next) : m)
                        .toList(),
                deskPost,
                timeline);
    }

    private Incident withOutbox(List<OutboxMessage> messages, @Nullable DeskPost post, List<TimelineEntry> entries) {
        return new Incident(
                reference, version, draft, report, severity, acknowledgeBy, acknowledgements, entries, messages, post);
    }

    /** With the message; one of its key already there stays in its place, renewed. */
    private List<OutboxMessage> withMessage(OutboxMessage message) {
        if (outbox.stream().noneMatch(m -> m.key().equals(message.key()))) {
            return with(outbox, message);
        }
        return outbox.stream()
                .map(m -> m.key().equals(message.key()) ? m.renew() : m)
                .toList();
    }

    private static boolean isHeld(OutboxMessage stored, OutboxMessage message, String claim) {
        return stored.key().equals(message.key()) && claim.equals(stored.holder());
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> all = new ArrayList<>(list);
        all.add(added);
        return all;
    }

    /** The reference and version alone: nothing of a report reaches a log. */
    @Override
    public String toString() {
        return reference + "@" + version;
    }
}
