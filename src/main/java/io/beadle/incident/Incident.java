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
        return outbox.stream().filter(m -> !m.availableAt().isAfter(now)).findFirst();
    }

    /** The incident with the message leased to a relay, which alone may deliver it until the lease ends. */
    public Incident claim(OutboxMessage message, String relay, Instant now, Duration lease) {
        return withOutbox(withMessage(message.claim(relay, now, lease)), deskPost, timeline);
    }

    /** The incident after the desk's card was posted or updated under this relay's lease. */
    public Incident delivered(OutboxMessage message, String relay, DeskPost post, Instant at) {
        boolean first = deskPost == null;
        return withOutbox(
                withoutMessage(message, relay),
                post,
                first ? with(timeline, new TimelineEntry(at, TimelineEntry.Kind.ALERTED, null)) : timeline);
    }

    /** The incident with the message free again from {@code next} on. */
    public Incident retry(OutboxMessage message, String relay, Instant next) {
        List<OutboxMessage> messages = new ArrayList<>();
        for (OutboxMessage m : outbox) {
            messages.add(isHeld(m, message, relay) ? m.retryAt(next) : m);
        }
        return withOutbox(messages, deskPost, timeline);
    }

    private Incident withOutbox(List<OutboxMessage> messages, @Nullable DeskPost post, List<TimelineEntry> entries) {
        return new Incident(
                reference, version, draft, report, severity, acknowledgeBy, acknowledgements, entries, messages, post);
    }

    private List<OutboxMessage> withMessage(OutboxMessage message) {
        List<OutboxMessage> messages = new ArrayList<>(outbox);
        messages.removeIf(m -> m.key().equals(message.key()));
        messages.add(message);
        return messages;
    }

    /** Without the delivered message; one renewed meanwhile, by a later change, stays. */
    private List<OutboxMessage> withoutMessage(OutboxMessage message, String relay) {
        return outbox.stream().filter(m -> !isHeld(m, message, relay)).toList();
    }

    private static boolean isHeld(OutboxMessage stored, OutboxMessage message, String relay) {
        return stored.key().equals(message.key()) && relay.equals(stored.holder());
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
