package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.documents;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;
import static io.beadle.incident.mongo.Fields.listed;
import static io.beadle.incident.mongo.Fields.person;
import static io.beadle.incident.mongo.Fields.texts;

import io.beadle.incident.Acknowledgement;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Answer;
import io.beadle.incident.Closing;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.incident.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored form of an incident. */
final class IncidentDocuments {
    private IncidentDocuments() {}

    static Document document(Incident incident) {
        Document document = new Document("_id", incident.reference())
                .append("version", incident.version())
                .append("draft", AnonymousToken.stored(incident.draft()))
                .append("report", document(incident.report()))
                .append("flags", List.copyOf(incident.flags()))
                .append("severity", incident.severity().name())
                .append(MongoIncidents.URGENCY, urgency(incident.severity()))
                .append("acknowledgements", documents(incident.acknowledgements(), IncidentDocuments::document))
                .append("statements", documents(incident.statements(), StatementDocuments::document))
                .append("missing", incident.missing())
                .append("duties", documents(incident.duties(), CaseDocuments::document))
                .append("acts", documents(incident.acts(), CaseDocuments::document))
                .append("ledger", documents(incident.ledger(), CaseDocuments::document))
                .append("timeline", documents(incident.timeline(), IncidentDocuments::document))
                .append("outbox", documents(incident.outbox(), OutboxDocuments::document))
                .append("desk", incident.desk())
                .append("exercise", incident.exercise())
                .append("seek", SoughtBy.document(incident));
        appendKnown(document, "deskPost", incident.deskPost(), OutboxDocuments::document);
        appendKnown(document, "wave", incident.wave(), WaveDocuments::document);
        appendKnown(document, "closing", incident.closing(), IncidentDocuments::document);
        appendKnown(document, "reporterChat", incident.reporterChat(), IncidentDocuments::document);
        appendKnown(document, "outboxDue", incident.outboxDue(OutboxMessage.Kind.DESK_CARD), Fields::date);
        appendKnown(document, "clearDue", incident.outboxDue(OutboxMessage.Kind.DESK_CLEAR), Fields::date);
        appendKnown(document, "personDue", incident.outboxDue(OutboxMessage.Kind.PERSON), Fields::date);
        appendKnown(document, "everybodyDue", incident.outboxDue(OutboxMessage.Kind.EVERYBODY), Fields::date);
        appendKnown(document, "cardsDue", incident.outboxDue(OutboxMessage.Kind.CARDS_IN_PERSON), Fields::date);
        appendKnown(document, "reporterDue", incident.outboxDue(OutboxMessage.Kind.REPORTER), Fields::date);
        appendKnown(document, "handOverDue", incident.outboxDue(OutboxMessage.Kind.HAND_OVER), Fields::date);
        appendKnown(document, "alarmDue", incident.outboxDue(OutboxMessage.Kind.ALARM), Fields::date);
        appendKnown(document, "dutyDue", incident.dutyDue(), Fields::date);
        appendKnown(document, "untold", untoldSince(incident), Fields::date);
        if (incident.isOpen() && !incident.isAcknowledged() && incident.has(TimelineEntry.Kind.TOO_FEW_REACHED)) {
            document.append("tooFew", true);
        }
        if (incident.isOpen() && incident.ledger().stream().anyMatch(l -> l.state() == Delivery.State.NOBODY)) {
            document.append("unheld", true);
        }
        return document;
    }

    private static @Nullable Instant untoldSince(Incident incident) {
        return new Ledger(incident)
                .undelivered(Instant.MAX).stream()
                        .map(Delivery::at)
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    static Incident incident(Document document) {
        return new Incident(
                document.getString("_id"),
                document.getLong("version"),
                document.getString("draft"),
                report(document.get("report", Document.class)),
                known(document, "reporterChat", IncidentDocuments::reporterChat),
                Set.copyOf(texts(document, "flags")),
                Severity.valueOf(document.getString("severity")),
                listed(document, "acknowledgements", IncidentDocuments::acknowledgement),
                listed(document, "statements", StatementDocuments::statement),
                texts(document, "missing"),
                CaseDocuments.duties(document),
                listed(document, "acts", CaseDocuments::act),
                listed(document, "ledger", CaseDocuments::delivery),
                listed(document, "timeline", IncidentDocuments::timelineEntry),
                listed(document, "outbox", OutboxDocuments::outboxMessage),
                document.get("desk", Incident.MAIN_DESK),
                known(document, "deskPost", OutboxDocuments::deskPost),
                document.getBoolean("exercise", false),
                known(document, "wave", WaveDocuments::membership),
                known(document, "closing", IncidentDocuments::closing));
    }

    /** The lower, the sooner it is told. */
    private static int urgency(Severity severity) {
        return switch (severity) {
            case HIGH -> 0;
            case MEDIUM -> 1;
            case LOW -> 2;
        };
    }

    private static Document document(Report report) {
        Document document = new Document("type", report.type())
                .append("title", report.title())
                .append("reporter", ReporterDocuments.document(report.reporter()));
        appendKnown(document, "happened", report.happened(), Fields::date);
        appendKnown(document, "noticed", report.noticed(), Fields::date);
        appendKnown(document, "onBehalfOf", report.onBehalfOf(), Fields::document);
        return document.append("reported", date(report.reported()))
                .append("answers", documents(report.answers(), IncidentDocuments::document));
    }

    private static Report report(Document document) {
        return new Report(
                document.getString("type"),
                document.getString("title"),
                ReporterDocuments.reporter(document.get("reporter", Document.class)),
                known(document, "happened", Fields::instant),
                known(document, "noticed", Fields::instant),
                instant(document, "reported"),
                listed(document, "answers", IncidentDocuments::answer),
                known(document, "onBehalfOf", Fields::onBehalfOf));
    }

    static Document document(Answer answer) {
        return new Document("question", answer.question())
                .append("asked", answer.asked())
                .append("value", answer.value())
                .append("shown", answer.shown())
                .append("alerts", answer.alerts());
    }

    static Answer answer(Document document) {
        return new Answer(
                document.getString("question"),
                document.getString("asked"),
                document.getString("value"),
                document.getString("shown"),
                document.getBoolean("alerts"));
    }

    static Acknowledgement acknowledgement(Document document) {
        return new Acknowledgement(person(document, "by"), instant(document, "at"));
    }

    static Document document(Acknowledgement acknowledgement) {
        return new Document("by", Fields.document(acknowledgement.by())).append("at", date(acknowledgement.at()));
    }

    private static Document document(TimelineEntry entry) {
        Document document =
                new Document("at", date(entry.at())).append("kind", entry.kind().name());
        appendKnown(document, "by", entry.by(), Fields::document);
        return document;
    }

    private static TimelineEntry timelineEntry(Document document) {
        return new TimelineEntry(
                instant(document, "at"),
                TimelineEntry.Kind.valueOf(document.getString("kind")),
                known(document, "by", Fields::person));
    }

    private static Document document(Closing closing) {
        return new Document("at", date(closing.at()))
                .append("by", Fields.document(closing.by()))
                .append("outcome", closing.outcome());
    }

    private static Closing closing(Document document, String field) {
        Document closing = document.get(field, Document.class);
        return new Closing(instant(closing, "at"), person(closing, "by"), closing.getString("outcome"));
    }

    static Document document(ReporterChat chat) {
        return new Document("member", chat.member()).append("conversation", chat.conversation());
    }

    static ReporterChat reporterChat(Document document, String field) {
        Document chat = document.get(field, Document.class);
        return new ReporterChat(chat.getString("member"), chat.getString("conversation"));
    }
}
