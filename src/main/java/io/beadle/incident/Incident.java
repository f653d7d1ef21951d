package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * @param acknowledgeBy by when {@link #ACKNOWLEDGEMENTS} people must have acknowledged
 * @param acknowledgements by different people, earliest first
 * @param statements what was said after the report, earliest first
 * @param missing the ids of the required questions that nobody has answered yet, in the order in which they are asked
 * @param deskPost where the desk sees it, null until the alert was posted
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
        Instant acknowledgeBy,
        List<Acknowledgement> acknowledgements,
        List<Statement> statements,
        List<String> missing,
        List<Duty> duties,
        List<TimelineEntry> timeline,
        List<OutboxMessage> outbox,
        @Nullable DeskPost deskPost,
        @Nullable Closing closing) {
    /** How many different people must acknowledge an incident (G17; template policy, section 14.1.3). */
    public static final int ACKNOWLEDGEMENTS = 2;

    /** The flag of a report after which the reporter's account may be in somebody else's hands (G5). */
    public static final String ACCOUNT = "account";

    public Incident {
        flags = Set.copyOf(flags);
        acknowledgements = List.copyOf(acknowledgements);
        statements = List.copyOf(statements);
        missing = List.copyOf(missing);
        duties = List.copyOf(duties);
        timeline = List.copyOf(timeline);
        outbox = List.copyOf(outbox);
    }

    public static Incident reported(
            String reference, String draft, Report report, Severity severity, Duration timeToAcknowledge) {
        Instant now = report.reported();
        Instant by = now.plus(timeToAcknowledge);
        return new Incident(
                reference,
                0,
                draft,
                report,
                null,
                Set.of(),
                severity,
                by,
                List.of(),
                List.of(),
                List.of(),
                List.of(Duty.of(Duty.Kind.ACKNOWLEDGEMENT, by)),
                List.of(new TimelineEntry(
                        now,
                        TimelineEntry.Kind.REPORTED,
                        report.reporter().named().orElse(null))),
                List.of(OutboxMessage.deskCard(now)),
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

    /**
     * A new incident that lacks answers, of which the reporter is reminded then; none is as good as it is. Who reported
     * anonymously cannot be reminded and owes nothing: what is missing is the desk's to ask for from the start (G8).
     */
    public Incident lacking(List<String> questions, Instant reminded) {
        if (questions.isEmpty()) {
            return this;
        }
        Change change = new Change(this).missing(questions);
        return isAnonymous()
                ? change.entry(report.reported(), TimelineEntry.Kind.FACTS_PASSED, null)
                        .incident()
                : change.duty(Duty.of(Duty.Kind.FACTS, reminded)).incident();
    }

    public boolean isAnonymous() {
        return report.reporter() instanceof Reporter.Anonymous;
    }

    /** Whether the reporter is told of it in a chat: one that the incident names, or that is sealed with who they are. */
    public boolean isTold() {
        return reporterChat != null || report.reporter() instanceof Reporter.Sealed;
    }

    /** Whether the reporter gets to read a question: told of it, or when they come back with their code. */
    public boolean canBeAsked() {
        return isTold() || isAnonymous();
    }

    public boolean isOpen() {
        return closing == null;
    }

    /** Whether enough different people have acknowledged. */
    public boolean isAcknowledged() {
        return acknowledgements.size() >= ACKNOWLEDGEMENTS;
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

    /** The latest answer to the question that counts; the report keeps the one it was given with. */
    public Optional<Answer> current(String question) {
        return answers().stream().filter(a -> a.question().equals(question)).findFirst();
    }

    /** Every answer as it counts now, in the order in which the report asked; what was supplied later comes last. */
    public List<Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        report.answers().forEach(answer -> answers.put(answer.question(), answer));
        statements.stream()
                .filter(said -> said.kind().answersAQuestion() && !said.held())
                .map(Statement::answer)
                .filter(Objects::nonNull)
                .forEach(answer -> answers.put(answer.question(), answer));
        return List.copyOf(answers.values());
    }

    public boolean asksToWithdraw() {
        return !statements(Statement.Kind.WITHDRAWAL_ASKED).isEmpty();
    }

    public Optional<Statement> statement(String key) {
        return statements.stream().filter(said -> said.key().equals(key)).findFirst();
    }

    public List<Statement> statements(Statement.Kind kind) {
        return statements.stream().filter(said -> said.kind() == kind).toList();
    }

    /** What the desk asked and nobody has answered, earliest first. */
    public List<Statement> unanswered() {
        return statements(Statement.Kind.ASKED).stream()
                .filter(asked -> statements.stream().noneMatch(s -> asked.key().equals(s.replyTo())))
                .toList();
    }

    public Optional<Duty> duty(Duty.Kind kind) {
        return duties.stream().filter(duty -> duty.kind() == kind).findFirst();
    }

    /** When the clock must next look at a duty; null when none waits for it. */
    public @Nullable Instant dutyDue() {
        return duties.stream()
                .filter(Duty::isOpen)
                .map(Duty::due)
                .filter(Objects::nonNull)
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
        if (acknowledgements.size() + 1 < ACKNOWLEDGEMENTS) {
            return change.incident();
        }
        return change.end(duty -> duty.kind() == Duty.Kind.ACKNOWLEDGEMENT, at, by)
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

    /** The incident closed; unchanged when it is closed, or fewer than two people have acknowledged it. */
    public Incident close(String outcome, Person by, Instant at) {
        return isOpen() && isAcknowledged()
                ? new Change(this)
                        .closed(new Closing(at, by, outcome))
                        .end(Duty::isOpen, at, by)
                        .dropNews(News.of(News.What.FACTS), News.of(News.What.ACKNOWLEDGED))
                        .tell(OutboxMessage.deskCard(at))
                        .tellReporter(News.of(News.What.CLOSED), at)
                        .incident()
                : this;
    }

    /** The time to acknowledge has passed: the reporter is told whom to ring, once (G6). */
    public Incident lateToAcknowledge(Instant at) {
        return due(Duty.Kind.ACKNOWLEDGEMENT, 0, at)
                .map(duty -> new Change(this)
                        .moved(duty, null)
                        .entry(at, TimelineEntry.Kind.ACKNOWLEDGEMENT_LATE, null)
                        .tell(OutboxMessage.deskCard(at))
                        .tellReporter(News.of(News.What.LATE), at)
                        .incident())
                .orElse(this);
    }

    /** The reporter is reminded of the missing facts, once; {@code passed} is when the desk gets to ask for them. */
    public Incident remindOfFacts(Instant at, Instant passed) {
        return due(Duty.Kind.FACTS, 0, at)
                .map(duty -> new Change(this)
                        .moved(duty, passed)
                        .entry(at, TimelineEntry.Kind.REMINDED, null)
                        .tellReporter(News.of(News.What.FACTS), at)
                        .incident())
                .orElse(this);
    }

    /** The missing facts are the desk's to ask for from now on. */
    public Incident passFacts(Instant at) {
        return due(Duty.Kind.FACTS, 1, at)
                .map(duty -> new Change(this)
                        .moved(duty, null)
                        .entry(at, TimelineEntry.Kind.FACTS_PASSED, null)
                        .tell(OutboxMessage.deskCard(at))
                        .incident())
                .orElse(this);
    }

    private Optional<Duty> due(Duty.Kind kind, int stage, Instant now) {
        return duty(kind).filter(duty -> duty.stage() == stage && duty.isDue(now));
    }

    /** When a relay should next look at this incident for messages of the kind; null when none waits. */
    public @Nullable Instant outboxDue(OutboxMessage.Kind kind) {
        return new Outbox(outbox).due(kind);
    }

    public Optional<OutboxMessage> nextMessage(OutboxMessage.Kind kind, Instant now) {
        return new Outbox(outbox).next(kind, now);
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
        return deskPost == null
                ? change.entry(at, TimelineEntry.Kind.ALERTED, null).incident()
                : change.incident();
    }

    /** The incident after the reporter was told by this claim; unchanged when the claim is void. */
    public Incident told(OutboxMessage message, String claim, Instant at) {
        return holds(message, claim) ? settled(message, claim, at).incident() : this;
    }

    /** The incident with the message free again from {@code next} on; unchanged when this claim is void. */
    public Incident retry(OutboxMessage message, String claim, Instant next) {
        return withOutbox(new Outbox(outbox).retry(message, claim, next)).incident();
    }

    private Change settled(OutboxMessage message, String claim, Instant at) {
        return withOutbox(new Outbox(outbox).settled(message, claim, at));
    }

    private Change withOutbox(List<OutboxMessage> messages) {
        return new Change(this).outbox(messages);
    }

    /** Teams will not let the reporter be written to: the desk sees it, and has to ring. */
    public Incident notReached(Instant at) {
        return has(TimelineEntry.Kind.NOT_REACHED)
                ? this
                : new Change(this)
                        .entry(at, TimelineEntry.Kind.NOT_REACHED, null)
                        .tell(OutboxMessage.deskCard(at))
                        .incident();
    }

    /** The reference and version alone: nothing of a report reaches a log. */
    @Override
    public String toString() {
        return reference + "@" + version;
    }
}
