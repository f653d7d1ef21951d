package io.beadle.incident;

import io.beadle.content.DutyRule;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reported incident. A change is a guarded method that returns the incident as it is afterwards, outbox included;
 * {@link Incidents#replace} stores it in one write. A change that is not possible, or was made before, returns it as it is.
 *
 * @param reference what people call it, {@code INC-2026-0001}
 * @param version counts the stored changes, from 0
 * @param draft the id of the draft it was made from: one draft makes at most one incident
 * @param reporterChat where the reporter is told what becomes of it, null if they are not
 * @param flags of its type, by which it is routed and restricted
 * @param severity provisional until confirmed (G18)
 * @param acknowledgements by different people, earliest first
 * @param statements what was said after the report, earliest first
 * @param missing the ids of the required questions that nobody has answered yet, in the order in which they are asked
 * @param acts what people in roles did about it, earliest first
 * @param ledger who was or is to be told of it in person, and what became of that
 * @param desk the desk whose channel shows it, empty where none does
 * @param deskPost where the desk sees it, null until the alert was posted
 * @param exercise whether it is a drill, and so in no register and no figure
 * @param wave the wave that it is part of, null where it is alerted by itself
 * @param closing how it ended, null while it is open
 */
public record Incident(
        String reference,
        long version,
        String draft,
        Report report,
        @Nullable ReporterChat reporterChat,
        Set<String> flags,
        Severity severity,
        List<Acknowledgement> acknowledgements,
        List<Statement> statements,
        List<String> missing,
        List<Duty> duties,
        List<Act> acts,
        List<Delivery> ledger,
        List<TimelineEntry> timeline,
        List<OutboxMessage> outbox,
        String desk,
        @Nullable DeskPost deskPost,
        boolean exercise,
        @Nullable Membership wave,
        @Nullable Closing closing)
        implements Statements {
    /** The desk that sees what no route sends elsewhere. */
    public static final String MAIN_DESK = "main";

    /** The flag of a report after which the reporter's account may be in somebody else's hands (G5). */
    public static final String ACCOUNT = "account";

    public Incident {
        flags = Set.copyOf(flags);
        acknowledgements = List.copyOf(acknowledgements);
        statements = List.copyOf(statements);
        missing = List.copyOf(missing);
        duties = List.copyOf(duties);
        acts = List.copyOf(acts);
        ledger = List.copyOf(ledger);
        timeline = List.copyOf(timeline);
        outbox = List.copyOf(outbox);
    }

    public static Incident reported(
            String reference, String draft, Report report, Severity severity, Duration timeToAcknowledge) {
        return reported(reference, draft, report, severity, report.reported().plus(timeToAcknowledge));
    }

    /**
     * A new incident.
     *
     * @param acknowledgeBy by when enough people must have acknowledged
     */
    public static Incident reported(
            String reference, String draft, Report report, Severity severity, Instant acknowledgeBy) {
        return new Incident(
                reference,
                0,
                draft,
                report,
                null,
                Set.of(),
                severity,
                List.of(),
                List.of(),
                List.of(),
                List.of(Duty.of(Duty.ACKNOWLEDGE, DutyRule.Closing.BLOCKS, report.reported(), acknowledgeBy)),
                List.of(),
                List.of(),
                List.of(TimelineEntry.reported(report)),
                List.of(OutboxMessage.deskCard(report.reported())),
                MAIN_DESK,
                null,
                false,
                null,
                null);
    }

    /** A new incident whose reporter is told there what becomes of it. */
    public Incident toldTo(ReporterChat chat) {
        return new Change(this).reporterChat(chat).incident();
    }

    public Incident flagged(Set<String> ofItsType) {
        return new Change(this).flags(ofItsType).incident();
    }

    /** A new incident that lacks answers; of an anonymous one the desk asks for them (G8). */
    public Incident lacking(List<String> questions) {
        if (questions.isEmpty()) {
            return this;
        }
        Change change = new Change(this).missing(questions);
        return (isAnonymous() ? change.entry(report.reported(), TimelineEntry.Kind.FACTS_PASSED, null) : change)
                .incident();
    }

    /** A new incident that is a drill. */
    public Incident drill() {
        return new Change(this).exercise().incident();
    }

    public boolean isAnonymous() {
        return report.reporter() instanceof Reporter.Anonymous;
    }

    /** Whether the reporter gets to read a question: in the chat that is named or sealed, or when they come with their code. */
    public boolean canBeAsked() {
        return reporterChat != null || report.reporter().named().isEmpty();
    }

    public boolean isOpen() {
        return closing == null;
    }

    /** How many different people must acknowledge it: as the content says for one so bad (G17; template policy, 14.1.3). */
    public int wanted() {
        return duty(Duty.ACKNOWLEDGE).map(Duty::people).orElse(DutyRule.TWO);
    }

    /** Whether enough different people have acknowledged. */
    public boolean isAcknowledged() {
        return acknowledgements.size() >= wanted();
    }

    public boolean isAcknowledgedBy(Person person) {
        return acknowledgements.stream().anyMatch(a -> a.by().is(person));
    }

    /**
     * Whether the reporter's account may be in somebody else's hands: it is told the reference only, and what it says is
     * held, until IT has confirmed that its sessions are revoked (G5).
     */
    public boolean isHeld() {
        return flags.contains(ACCOUNT) && !has(TimelineEntry.Kind.SESSIONS_REVOKED);
    }

    /** Whether that has happened at least once. */
    public boolean has(TimelineEntry.Kind kind) {
        return timeline.stream().anyMatch(entry -> entry.kind() == kind);
    }

    public Optional<Duty> duty(String key) {
        return duties.stream().filter(duty -> duty.key().equals(key)).findFirst();
    }

    /** By when enough people must have acknowledged. */
    public Instant acknowledgeBy() {
        return duty(Duty.ACKNOWLEDGE).map(Duty::due).orElse(report.reported());
    }

    /** When the clock must next look at a duty; null when none waits for it. */
    public @Nullable Instant dutyDue() {
        return first(Duty::next);
    }

    /** When the first of its open duties is due, or was; null when none has a time. */
    public @Nullable Instant nextDue() {
        return first(Duty::due);
    }

    private @Nullable Instant first(Function<Duty, @Nullable Instant> time) {
        return duties.stream()
                .filter(Duty::isOpen)
                .flatMap(duty -> Stream.ofNullable(time.apply(duty)))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The incident with this person's acknowledgement; unchanged when they acknowledged before, or enough have. */
    public Incident acknowledge(Person by, Instant at) {
        if (isAcknowledged() || isAcknowledgedBy(by)) {
            return this;
        }
        Change change =
                new Change(this).acknowledged(new Acknowledgement(by, at)).tell(OutboxMessage.deskCard(at));
        if (acknowledgements.size() + 1 < wanted()) {
            return change.incident();
        }
        return change.end(duty -> duty.rule().equals(Duty.ACKNOWLEDGE), at, by, Duty.End.DONE)
                .cardsInPerson(at)
                .dropNews(News.of(News.What.LATE))
                .tellReporter(News.of(News.What.ACKNOWLEDGED), at)
                .incident();
    }

    /** The incident after something was said about it; what was said before, or cannot be said now, changes nothing. */
    public Incident say(Said said, Instant at) {
        return said.about(this, at);
    }

    /** IT has confirmed that the sessions of the reporter's account are revoked: what was held takes effect (G5). */
    public Incident confirmAccount(Person by, Instant at) {
        return isHeld()
                ? new Change(this)
                        .released()
                        .entry(at, TimelineEntry.Kind.SESSIONS_REVOKED, by)
                        .tell(OutboxMessage.deskCard(at))
                        .tellReporter(News.of(News.What.CONFIRMED), at)
                        .incident()
                : this;
    }

    /** The duties that must be done, or waived, before it is closed. */
    public List<Duty> hindrances() {
        return duties.stream()
                .filter(duty -> duty.isOpen() && duty.closing() == DutyRule.Closing.BLOCKS)
                .toList();
    }

    /** The incident closed; unchanged when it is closed, not enough people have acknowledged it, or a duty hinders it. */
    public Incident close(String outcome, Person by, Instant at) {
        return isAcknowledged() && hindrances().isEmpty() ? end(outcome, by, at) : this;
    }

    /** The incident closed though not everything was done: it is none, or part of another. Unchanged when it is closed. */
    Incident end(String outcome, Person by, Instant at) {
        return isOpen()
                ? new Change(this)
                        .closed(new Closing(at, by, outcome))
                        .end(duty -> duty.closing() != DutyRule.Closing.STAYS, at, by, Duty.End.VOID)
                        .dropNews(News.of(News.What.FACTS), News.of(News.What.ACKNOWLEDGED))
                        .tell(OutboxMessage.deskCard(at))
                        .tellReporter(News.of(News.What.CLOSED), at)
                        .incident()
                : this;
    }

    /** When a relay should next look at this incident for messages of the kind; null when none waits. */
    public @Nullable Instant outboxDue(OutboxMessage.Kind kind) {
        return new Outbox(outbox).due(kind);
    }

    /** What of a kind may be told now, by any relay, in order. */
    public Stream<OutboxMessage> messages(OutboxMessage.Kind kind, Instant now) {
        return new Outbox(outbox).available(kind, now);
    }

    public Optional<OutboxMessage> nextMessage(OutboxMessage.Kind kind, Instant now) {
        return messages(kind, now).findFirst();
    }

    /**
     * The incident with the message leased to a relay, which alone may deliver it until the lease ends; unchanged when
     * the message is gone or another relay came first, so ask {@link #holds} of what was stored.
     *
     * @param claim names this claim and no other, not even one by the same relay
     */
    public Incident claim(OutboxMessage message, String claim, Instant now, Duration lease) {
        return withOutbox(new Outbox(outbox).claim(message, claim, now, lease)).incident();
    }

    /** Whether the message is under way by this claim. */
    public boolean holds(OutboxMessage message, String claim) {
        return new Outbox(outbox).holds(message, claim);
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
        Change change = settled(message, claim, at).deskPost(post);
        if (deskPost != null) {
            return change.incident();
        }
        boolean again = new Outbox(outbox).isDoubtful(message, claim);
        return change.entry(at, again ? TimelineEntry.Kind.ALERTED_AGAIN : TimelineEntry.Kind.ALERTED, null)
                .incident();
    }

    /**
     * The incident after its card was shown at a desk that is not its own any more: it is taken away from there again, whatever
     * became of it before. Unchanged when the claim is void.
     */
    public Incident misplaced(OutboxMessage message, String claim, DeskPost post, Instant at) {
        return holds(message, claim)
                ? settled(message, claim, at)
                        .tell(OutboxMessage.clearing(post, at))
                        .incident()
                : this;
    }

    /** The incident after the message was dealt with by this claim; unchanged when the claim is void. */
    public Incident told(OutboxMessage message, String claim, Instant at) {
        return holds(message, claim) ? settled(message, claim, at).incident() : this;
    }

    /** The incident with the message free again from {@code next} on; unchanged when this claim is void. */
    public Incident retry(OutboxMessage message, String claim, Instant next) {
        return withOutbox(new Outbox(outbox).retry(message, claim, next, false)).incident();
    }

    /** As {@link #retry}, of a message that may have arrived: when it is told again, that is said. */
    public Incident doubt(OutboxMessage message, String claim, Instant next) {
        return withOutbox(new Outbox(outbox).retry(message, claim, next, true)).incident();
    }

    /** The incident with all that was tried in vain free to be tried at once; unchanged where there is nothing. */
    public Incident sentAgain(Instant now) {
        List<OutboxMessage> again = new Outbox(outbox).sentAgain(now);
        return again.equals(outbox) ? this : withOutbox(again).incident();
    }

    private Change settled(OutboxMessage message, String claim, Instant at) {
        return withOutbox(new Outbox(outbox).settled(message, claim, at));
    }

    private Change withOutbox(List<OutboxMessage> messages) {
        return new Change(this).outbox(messages);
    }

    /** The reference and version alone: nothing of a report reaches a log. */
    @Override
    public String toString() {
        return reference + "@" + version;
    }
}
