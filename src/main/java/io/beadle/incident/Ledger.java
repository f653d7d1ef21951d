package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who was to be told of an incident in person, and what became of it. A line is one person by one means: what Teams will not
 * take goes by e-mail, or to the deputy, as a line of its own behind it.
 */
public record Ledger(Incident incident) {
    /** How many people are to be alerted of every incident at least. */
    private static final int FEWEST = 2;

    /** After how long a fault is as bad as a refusal. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What becomes of a message that its recipient does not get. */
    public sealed interface Instead {
        /** The same person is written an e-mail. */
        record Email() implements Instead {}

        /** The deputy is told in their place. */
        record Deputy(Recipient recipient) implements Instead {}

        /** There is nobody, and nothing, else; or not yet. */
        record Nothing() implements Instead {}
    }

    /** The line that the message is about; empty once it was taken out of the ledger. */
    public Optional<Delivery> line(OutboxMessage message) {
        return line(message.key());
    }

    Optional<Delivery> line(String key) {
        return incident.ledger().stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /** The line of the person themselves, where this one is their e-mail. */
    public Delivery first(Delivery line) {
        return line.isEmail()
                ? line(line.key().substring(0, line.key().lastIndexOf('/'))).orElse(line)
                : line;
    }

    /** The e-mail to the same person, if one was written. */
    public Optional<Delivery> email(Delivery line) {
        return line(line.key() + Delivery.EMAIL);
    }

    /** The line with all that the same message says, in the order of the ledger. */
    public List<Delivery> bundle(Delivery line) {
        return incident.ledger().stream()
                .filter(other -> other.equals(line) || (other.isWith(line) && !hasMessage(other)))
                .toList();
    }

    private boolean hasMessage(Delivery line) {
        return incident.outbox().stream().anyMatch(message -> message.key().equals(line.key()));
    }

    /** The lines that the message settles. */
    private List<Delivery> settledBy(OutboxMessage message) {
        return line(message)
                .map(line -> bundle(line).stream()
                        .filter(other -> other.equals(line) || other.isWaiting())
                        .toList())
                .orElse(List.of());
    }

    /** Whether somebody is told in one of the roles, be it in their own right or in another's place. */
    boolean isToldAs(Person person, Collection<String> roles) {
        return incident.ledger().stream()
                .anyMatch(line -> line.to() != null && line.to().is(person) && roles.contains(line.role()));
    }

    private boolean hasInstead(Delivery line, Instead instead) {
        return switch (instead) {
            case Instead.Email email -> email(line).isPresent();
            case Instead.Deputy deputy ->
                line(first(line).key() + Delivery.DEPUTY).isPresent()
                        || incident.ledger().stream()
                                .anyMatch(other -> other.to() != null
                                        && other.to().is(deputy.recipient().person())
                                        && other.why().equals(line.why())
                                        && other.at().equals(first(line).at()));
            case Instead.Nothing nothing -> true;
        };
    }

    /** The incident after the message was sent by this claim; unchanged when the claim is void. */
    public Incident sent(OutboxMessage message, String claim, String means, Instant at) {
        if (!incident.holds(message, claim)) {
            return incident;
        }
        Change change = settled(message, claim, at);
        settledBy(message).forEach(line -> change.become(line, line.become(Delivery.State.SENT, means, at)));
        return change.incident();
    }

    /** The incident after the message was refused for good, and what is done instead; unchanged when the claim is void. */
    public Incident refused(OutboxMessage message, String claim, String reason, Instead instead, Instant at) {
        if (!incident.holds(message, claim)) {
            return incident;
        }
        Change change = settled(message, claim, at);
        settledBy(message).forEach(line -> {
            change.become(line, line.become(Delivery.State.BLOCKED, reason, at));
            instead(change, line, instead, at);
        });
        return change.incident();
    }

    /**
     * The incident with the message to be tried again from {@code next} on, and what is done meanwhile; unchanged when the
     * claim is void.
     */
    public Incident delayed(
            OutboxMessage message, String claim, String reason, Instant next, Instead meanwhile, Instant at) {
        if (!incident.holds(message, claim)) {
            return incident;
        }
        Change change = new Change(incident.retry(message, claim, next));
        settledBy(message).forEach(line -> {
            if (line.state() != Delivery.State.REPLACED) {
                change.become(line, line.become(Delivery.State.FAILED, reason, at));
            }
            instead(change, line, meanwhile, at);
        });
        return change.incident();
    }

    private void instead(Change change, Delivery line, Instead instead, Instant at) {
        if (hasInstead(line, instead)) {
            return;
        }
        switch (instead) {
            case Instead.Email email -> change.deliver(line.byEmail(at));
            case Instead.Deputy deputy -> {
                Delivery first = first(line);
                change.become(Delivery.State.REPLACED, first.key(), at);
                change.deliver(first.toDeputy(deputy.recipient(), at));
            }
            case Instead.Nothing nothing -> {}
        }
    }

    /**
     * What was to be told since before then, and was neither by any means nor to anybody in its place, and why. Of a closed
     * incident nothing.
     */
    public List<Delivery> undelivered(Instant before) {
        return incident.isOpen()
                ? incident.ledger().stream()
                        .filter(line -> !line.isEmail() && line.at().isBefore(before) && isUntold(line))
                        .toList()
                : List.of();
    }

    /** Of one that was replaced, the deputy's line speaks. */
    private boolean isUntold(Delivery line) {
        return line.state() != Delivery.State.SENT
                && line.state() != Delivery.State.REPLACED
                && incident.ledger().stream()
                        .noneMatch(other -> other.state() == Delivery.State.SENT
                                && other.key().startsWith(line.key() + '/'));
    }

    /** The incident with the message that shows the cards in people's chats as it now is. */
    public Incident renewCards(Instant at) {
        return new Change(incident).cardsInPerson(at).incident();
    }

    /** What could not be told is tried again from now on, as if for the first time: at the person first, by all the ways again. */
    public Incident again(Instant before, Instant at) {
        Change change = new Change(incident);
        undelivered(before).stream()
                .filter(line -> line.to() != null)
                .map(this::toThemselves)
                .distinct()
                .forEach(line -> {
                    incident.ledger().stream()
                            .filter(other -> other.key().startsWith(line.key() + '/'))
                            .forEach(change::withdraw);
                    change.become(line, line.become(Delivery.State.QUEUED, null, null))
                            .tellNow(line, at);
                });
        return change.incident();
    }

    private Delivery toThemselves(Delivery line) {
        return line.isToDeputy()
                ? line(line.key().substring(0, line.key().lastIndexOf(Delivery.DEPUTY)))
                        .orElse(line)
                : line;
    }

    /**
     * Whether fewer people than {@link #enough} can be reached who are to deal with it: of a restricted incident those told
     * at all, of any other those told to acknowledge it. Of a wave that counts of the one that leads it. Where it stands in a channel and nobody holds the roles, the channel
     * is who is told.
     */
    public boolean isShort(Instant now) {
        if (!incident.isOpen() || incident.isAcknowledged() || new InWave(incident).isToldByAnother()) {
            return false;
        }
        boolean shown = !incident.desk().isEmpty();
        List<Delivery> lines = incident.ledger().stream()
                .filter(line -> !shown || line.why().equals(Duty.ACKNOWLEDGE))
                .toList();
        if (shown && lines.stream().allMatch(line -> line.to() == null)) {
            return false;
        }
        Set<String> reached = lines.stream()
                .filter(line -> isReached(line, now))
                .flatMap(line -> Stream.ofNullable(line.to()))
                .map(Person::id)
                .collect(Collectors.toSet());
        return reached.size() < enough();
    }

    /** How many people must be reached: {@value #FEWEST}, or more where more must acknowledge it. */
    public int enough() {
        return Math.max(FEWEST, incident.wanted());
    }

    /** What is under way counts as long as nothing speaks against it. */
    private static boolean isReached(Delivery line, Instant now) {
        return switch (line.state()) {
            case SENT, QUEUED -> true;
            case FAILED -> now.isBefore(line.at().plus(PATIENCE));
            case BLOCKED, REPLACED, NOBODY -> false;
        };
    }

    private Change settled(OutboxMessage message, String claim, Instant at) {
        return new Change(incident).outbox(new Outbox(incident.outbox()).settled(message, claim, at));
    }

    /** Teams will not let the reporter be written to: the desk sees it, and has to ring. */
    public Incident reporterNotReached(Instant at) {
        return incident.has(TimelineEntry.Kind.NOT_REACHED)
                ? incident
                : new Change(incident)
                        .entry(at, TimelineEntry.Kind.NOT_REACHED, null)
                        .tell(OutboxMessage.deskCard(at))
                        .incident();
    }
}
