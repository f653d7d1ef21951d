package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An incident while it is being changed: it begins as the one given, and what is not set stays. */
final class Change {
    private final Incident from;
    private Report report;
    private @Nullable ReporterChat reporterChat;
    private Set<String> flags;
    private Severity severity;
    private final List<Acknowledgement> acknowledgements;
    private List<Statement> statements;
    private List<String> missing;
    private List<Duty> duties;
    private List<Act> acts;
    private List<Delivery> ledger;
    private List<TimelineEntry> timeline;
    private List<OutboxMessage> outbox;
    private String desk;
    private @Nullable DeskPost deskPost;
    private boolean exercise;
    private @Nullable Membership wave;
    private @Nullable Closing closing;

    Change(Incident from) {
        this.from = from;
        report = from.report();
        reporterChat = from.reporterChat();
        flags = from.flags();
        severity = from.severity();
        acknowledgements = new ArrayList<>(from.acknowledgements());
        statements = new ArrayList<>(from.statements());
        missing = from.missing();
        duties = new ArrayList<>(from.duties());
        acts = new ArrayList<>(from.acts());
        ledger = new ArrayList<>(from.ledger());
        timeline = new ArrayList<>(from.timeline());
        outbox = new ArrayList<>(from.outbox());
        desk = from.desk();
        deskPost = from.deskPost();
        exercise = from.exercise();
        wave = from.wave();
        closing = from.closing();
    }

    Change reporterChat(ReporterChat chat) {
        reporterChat = chat;
        return this;
    }

    /** Nobody is told of it any more as its reporter. */
    Change forgetReporterChat() {
        reporterChat = null;
        outbox.removeIf(message -> message.kind() == OutboxMessage.Kind.REPORTER);
        return this;
    }

    /** With other forms of what is otherwise only added to: see {@link Rewriting}. */
    Change rewritten(
            Report otherReport,
            List<Statement> otherStatements,
            List<Act> otherActs,
            List<Delivery> otherLedger,
            List<TimelineEntry> otherTimeline,
            List<Duty> otherDuties) {
        report = otherReport;
        statements = new ArrayList<>(otherStatements);
        acts = new ArrayList<>(otherActs);
        ledger = new ArrayList<>(otherLedger);
        timeline = new ArrayList<>(otherTimeline);
        duties = new ArrayList<>(otherDuties);
        return this;
    }

    Change flags(Set<String> all) {
        flags = all;
        return this;
    }

    Change severity(Severity atLeast) {
        severity = severity.atLeast(atLeast);
        return this;
    }

    Change acknowledged(Acknowledgement added) {
        acknowledgements.add(added);
        return entry(added.at(), TimelineEntry.Kind.ACKNOWLEDGED, added.by());
    }

    /** With its entry in the timeline; the desk's card counts what was said. */
    Change said(Statement added) {
        statements.add(added);
        return entry(added.at(), TimelineEntry.Kind.of(added.kind()), added.by())
                .tell(OutboxMessage.deskCard(added.at()));
    }

    Change released() {
        statements = statements.stream().map(Statement::released).toList();
        return this;
    }

    Change missing(List<String> questions) {
        missing = questions;
        return this;
    }

    /** With a duty; one of its key that ended is replaced. */
    Change duty(Duty added) {
        duties.removeIf(duty -> duty.key().equals(added.key()));
        duties.add(added);
        return this;
    }

    /** With another form of a duty; the desk's card shows what is next. One that ended before and arises again is replaced. */
    Change replace(Duty duty, Duty with, Instant at) {
        if (!duty.equals(with)) {
            duties(d -> d.equals(duty) ? with : d).tell(OutboxMessage.deskCard(at));
        }
        return this;
    }

    Change end(Predicate<Duty> ended, Instant at, @Nullable Person by, Duty.End how) {
        return duties(d -> ended.test(d) ? d.end(at, by, how) : d);
    }

    Change duties(UnaryOperator<Duty> change) {
        duties.replaceAll(change);
        return this;
    }

    /** With its entry in the timeline. */
    Change act(Act done) {
        acts.add(done);
        if (done.act().equals(CaseFile.RESTRICT) || Passages.areChangedBy(List.of(done.act()))) {
            cardsInPerson(done.at());
        }
        return entry(done.at(), TimelineEntry.Kind.ACTED, done.by()).tell(OutboxMessage.deskCard(done.at()));
    }

    /** The severity an officer found it to have, which may be a lower one. */
    Change found(Severity severity) {
        this.severity = severity;
        return this;
    }

    /** Shown at another desk, or at none; where it was shown it is no longer (G10). */
    Change desk(String other, Instant at) {
        if (desk.equals(other)) {
            return this;
        }
        desk = other;
        if (deskPost != null) {
            outbox.add(OutboxMessage.clearing(deskPost, at));
            deskPost = null;
        }
        if (other.isEmpty()) {
            outbox.removeIf(m -> m.kind() == OutboxMessage.Kind.DESK_CARD && m.holder() == null);
        }
        return tell(OutboxMessage.deskCard(at));
    }

    /** As if nobody had done anything about it yet. */
    Change undone() {
        acts = List.of();
        acknowledgements.clear();
        return this;
    }

    Change exercise() {
        exercise = true;
        return this;
    }

    /** The wave's card shows it, and none of its own. */
    Change wave(@Nullable Membership of) {
        wave = of;
        outbox.removeIf(message -> message.kind() == OutboxMessage.Kind.DESK_CARD);
        return this;
    }

    /** Whether somebody, or nobody, is on the list under a key that begins so. */
    boolean hasDelivery(String place) {
        return ledger.stream().anyMatch(line -> line.key().startsWith(place + '/'));
    }

    /** With the line, and with the message to whoever it names: one for all that they are told at that moment. */
    Change deliver(Delivery line) {
        boolean rides = ledger.stream().anyMatch(other -> other.isWith(line) && isFree(other.key()));
        ledger.add(line);
        return line.to() == null || rides ? this : tell(OutboxMessage.toPerson(line));
    }

    /** With the line for everybody, and with the message that counts them. */
    Change deliverToAll(Delivery line) {
        ledger.add(line);
        return tell(OutboxMessage.toEverybody(line));
    }

    /** With the message that keeps the cards in people's chats true, where there may be any. */
    Change cardsInPerson(Instant at) {
        return ledger.stream().anyMatch(line -> line.to() != null) ? tell(OutboxMessage.cardsInPerson(at)) : this;
    }

    private boolean isFree(String key) {
        return outbox.stream().anyMatch(message -> message.key().equals(key) && message.holder() == null);
    }

    /** The lines that say that nobody held the role. */
    List<Delivery> undeliverable() {
        return ledger.stream()
                .filter(line -> line.state() == Delivery.State.NOBODY)
                .toList();
    }

    Change withdraw(Delivery line) {
        ledger.remove(line);
        outbox.removeIf(message -> message.key().equals(line.key()));
        return this;
    }

    Change become(Delivery line, Delivery next) {
        ledger.replaceAll(l -> l.equals(line) ? next : l);
        return this;
    }

    /** The time to acknowledge has passed: the reporter is told whom to ring, once (G6). */
    Change lateToAcknowledge(Instant at) {
        return from.has(TimelineEntry.Kind.ACKNOWLEDGEMENT_LATE)
                ? this
                : entry(at, TimelineEntry.Kind.ACKNOWLEDGEMENT_LATE, null)
                        .tell(OutboxMessage.deskCard(at))
                        .tellReporter(News.of(News.What.LATE), at);
    }

    /** The reporter is reminded of the missing facts, once. */
    Change remindOfFacts(Instant at) {
        return from.has(TimelineEntry.Kind.REMINDED)
                ? this
                : entry(at, TimelineEntry.Kind.REMINDED, null).tellReporter(News.of(News.What.FACTS), at);
    }

    /** The missing facts are the desk's to ask for from now on. */
    Change passFacts(Instant at) {
        return from.has(TimelineEntry.Kind.FACTS_PASSED)
                ? this
                : entry(at, TimelineEntry.Kind.FACTS_PASSED, null).tell(OutboxMessage.deskCard(at));
    }

    /** The line of that key is in that state now, for the reason it had. */
    Change become(Delivery.State state, String key, Instant at) {
        ledger.replaceAll(line -> line.key().equals(key) ? line.become(state, line.reason(), at) : line);
        return this;
    }

    /** With the message of the line, to be tried at once and as if for the first time. */
    Change tellNow(Delivery line, Instant at) {
        outbox.removeIf(message -> message.key().equals(line.key()) && message.holder() == null);
        return tell(OutboxMessage.toPerson(line, at));
    }

    /** Fewer people can be reached than must be: told once. */
    Change tooFew(Instant at) {
        return from.has(TimelineEntry.Kind.TOO_FEW_REACHED)
                ? this
                : entry(at, TimelineEntry.Kind.TOO_FEW_REACHED, null)
                        .tell(OutboxMessage.alarm(at))
                        .tell(OutboxMessage.deskCard(at));
    }

    Change entry(Instant at, TimelineEntry.Kind kind, @Nullable Person by) {
        timeline.add(new TimelineEntry(at, kind, by));
        return this;
    }

    Change closed(Closing end) {
        closing = end;
        cardsInPerson(end.at());
        return entry(end.at(), TimelineEntry.Kind.CLOSED, end.by());
    }

    Change outbox(List<OutboxMessage> messages) {
        outbox = new ArrayList<>(messages);
        return this;
    }

    /** With the message; one of its key already there stays in its place, renewed. No desk is shown what is for none, or what a wave's card shows. */
    Change tell(OutboxMessage message) {
        if (message.kind() == OutboxMessage.Kind.DESK_CARD && (desk.isEmpty() || wave != null)) {
            return this;
        }
        if (outbox.stream().noneMatch(m -> m.key().equals(message.key()))) {
            outbox.add(message);
        } else {
            outbox.replaceAll(m -> m.key().equals(message.key()) ? m.renew() : m);
        }
        return this;
    }

    /** Nobody is told where it is not known whom to write to. */
    Change tellReporter(News news, Instant due) {
        return reporterChat != null || from.report().reporter() instanceof Reporter.Sealed
                ? tell(OutboxMessage.toReporter(news, due))
                : this;
    }

    /** The reporter is not told what is no longer true; what is under way already cannot be called back. */
    Change dropNews(News... untrue) {
        Set<News> dropped = Set.of(untrue);
        outbox.removeIf(m -> m.news() != null && dropped.contains(m.news()) && m.holder() == null);
        return this;
    }

    Change deskPost(@Nullable DeskPost post) {
        deskPost = post;
        return this;
    }

    Incident incident() {
        return new Incident(
                from.reference(),
                from.version(),
                from.draft(),
                report,
                reporterChat,
                flags,
                severity,
                acknowledgements,
                statements,
                missing,
                duties,
                acts,
                ledger,
                timeline,
                outbox,
                desk,
                deskPost,
                exercise,
                wave,
                closing);
    }
}
