package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An incident while it is being changed: it begins as the one given, and what is not set stays. */
final class Change {
    private final Incident from;
    private @Nullable ReporterChat reporterChat;
    private Set<String> flags;
    private Severity severity;
    private final List<Acknowledgement> acknowledgements;
    private List<Statement> statements;
    private List<String> missing;
    private List<Duty> duties;
    private final List<TimelineEntry> timeline;
    private List<OutboxMessage> outbox;
    private @Nullable DeskPost deskPost;
    private @Nullable Closing closing;

    Change(Incident from) {
        this.from = from;
        reporterChat = from.reporterChat();
        flags = from.flags();
        severity = from.severity();
        acknowledgements = new ArrayList<>(from.acknowledgements());
        statements = new ArrayList<>(from.statements());
        missing = from.missing();
        duties = new ArrayList<>(from.duties());
        timeline = new ArrayList<>(from.timeline());
        outbox = new ArrayList<>(from.outbox());
        deskPost = from.deskPost();
        closing = from.closing();
    }

    Change reporterChat(ReporterChat chat) {
        reporterChat = chat;
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

    Change duty(Duty added) {
        duties.add(added);
        return this;
    }

    Change moved(Duty duty, @Nullable Instant next) {
        duties = duties.stream().map(d -> d.equals(duty) ? d.moved(next) : d).toList();
        return this;
    }

    Change end(Predicate<Duty> ended, Instant at, @Nullable Person by) {
        duties = duties.stream().map(d -> ended.test(d) ? d.end(at, by) : d).toList();
        return this;
    }

    Change entry(Instant at, TimelineEntry.Kind kind, @Nullable Person by) {
        timeline.add(new TimelineEntry(at, kind, by));
        return this;
    }

    Change closed(Closing end) {
        closing = end;
        return entry(end.at(), TimelineEntry.Kind.CLOSED, end.by());
    }

    Change outbox(List<OutboxMessage> messages) {
        outbox = new ArrayList<>(messages);
        return this;
    }

    /** With the message; one of its key already there stays in its place, renewed. */
    Change tell(OutboxMessage message) {
        if (outbox.stream().noneMatch(m -> m.key().equals(message.key()))) {
            outbox.add(message);
        } else {
            outbox.replaceAll(m -> m.key().equals(message.key()) ? m.renew() : m);
        }
        return this;
    }

    /** Nobody is told where it is not known whom to write to. */
    Change tellReporter(News news, Instant due) {
        return from.isTold() || reporterChat != null ? tell(OutboxMessage.toReporter(news, due)) : this;
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
                from.report(),
                reporterChat,
                flags,
                severity,
                from.acknowledgeBy(),
                acknowledgements,
                statements,
                missing,
                duties,
                timeline,
                outbox,
                deskPost,
                closing);
    }
}
