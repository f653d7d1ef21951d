package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.documents;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;
import static io.beadle.incident.mongo.Fields.listed;
import static io.beadle.incident.mongo.Fields.person;

import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Answer;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.incident.TimelineEntry;
import java.util.function.Function;
import org.bson.Document;

/** The stored form of an incident. */
final class IncidentDocuments {
    private IncidentDocuments() {}

    static Document document(Incident incident) {
        Document document = new Document("_id", incident.reference())
                .append("version", incident.version())
                .append("draft", incident.draft())
                .append("report", document(incident.report()))
                .append("severity", incident.severity().name())
                .append("acknowledgeBy", date(incident.acknowledgeBy()))
                .append("acknowledgements", documents(incident.acknowledgements(), IncidentDocuments::document))
                .append("timeline", documents(incident.timeline(), IncidentDocuments::document))
                .append("outbox", documents(incident.outbox(), IncidentDocuments::document));
        appendKnown(document, "deskPost", incident.deskPost(), IncidentDocuments::document);
        appendKnown(document, "outboxDue", incident.outboxDue(), Fields::date);
        return document;
    }

    static Incident incident(Document document) {
        return new Incident(
                document.getString("_id"),
                document.getLong("version"),
                document.getString("draft"),
                report(document.get("report", Document.class)),
                Severity.valueOf(document.getString("severity")),
                instant(document, "acknowledgeBy"),
                listed(document, "acknowledgements", d -> new Acknowledgement(person(d, "by"), instant(d, "at"))),
                listed(document, "timeline", IncidentDocuments::timelineEntry),
                listed(document, "outbox", IncidentDocuments::outboxMessage),
                known(document, "deskPost", IncidentDocuments::deskPost));
    }

    private static Document document(Report report) {
        Document document = new Document("type", report.type())
                .append("title", report.title())
                .append("reporter", Fields.document(report.reporter()));
        appendKnown(document, "happened", report.happened(), Fields::date);
        appendKnown(document, "noticed", report.noticed(), Fields::date);
        return document.append("reported", date(report.reported()))
                .append("answers", documents(report.answers(), IncidentDocuments::document));
    }

    private static Report report(Document document) {
        return new Report(
                document.getString("type"),
                document.getString("title"),
                person(document, "reporter"),
                known(document, "happened", Fields::instant),
                known(document, "noticed", Fields::instant),
                instant(document, "reported"),
                listed(document, "answers", IncidentDocuments::answer));
    }

    private static Document document(Answer answer) {
        return new Document("question", answer.question())
                .append("asked", answer.asked())
                .append("value", answer.value())
                .append("shown", answer.shown())
                .append("alerts", answer.alerts());
    }

    private static Answer answer(Document document) {
        return new Answer(
                document.getString("question"),
                document.getString("asked"),
                document.getString("value"),
                document.getString("shown"),
                document.getBoolean("alerts"));
    }

    private static Document document(Acknowledgement acknowledgement) {
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

    private static Document document(OutboxMessage message) {
        Document document = new Document("key", message.key())
                .append("kind", message.kind().name())
                .append("due", date(message.due()))
                .append("attempts", message.attempts());
        appendKnown(document, "holder", message.holder(), Function.identity());
        appendKnown(document, "leaseEnds", message.leaseEnds(), Fields::date);
        return document.append("renewed", message.renewed());
    }

    private static OutboxMessage outboxMessage(Document document) {
        return new OutboxMessage(
                document.getString("key"),
                OutboxMessage.Kind.valueOf(document.getString("kind")),
                instant(document, "due"),
                document.getInteger("attempts"),
                known(document, "holder", Document::getString),
                known(document, "leaseEnds", Fields::instant),
                document.getBoolean("renewed"));
    }

    private static Document document(DeskPost post) {
        return new Document("conversation", post.conversation()).append("activity", post.activity());
    }

    private static DeskPost deskPost(Document document, String field) {
        Document post = document.get(field, Document.class);
        return new DeskPost(post.getString("conversation"), post.getString("activity"));
    }
}
