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
import io.beadle.incident.DeskPost;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.News;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.incident.TimelineEntry;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;

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
                .append("acknowledgeBy", date(incident.acknowledgeBy()))
                .append("acknowledgements", documents(incident.acknowledgements(), IncidentDocuments::document))
                .append("statements", documents(incident.statements(), StatementDocuments::document))
                .append("missing", incident.missing())
                .append("duties", documents(incident.duties(), IncidentDocuments::document))
                .append("timeline", documents(incident.timeline(), IncidentDocuments::document))
                .append("outbox", documents(incident.outbox(), IncidentDocuments::document));
        appendKnown(document, "deskPost", incident.deskPost(), IncidentDocuments::document);
        appendKnown(document, "closing", incident.closing(), IncidentDocuments::document);
        appendKnown(document, "reporterChat", incident.reporterChat(), IncidentDocuments::document);
        appendKnown(document, "outboxDue", incident.outboxDue(OutboxMessage.Kind.DESK_CARD), Fields::date);
        appendKnown(document, "reporterDue", incident.outboxDue(OutboxMessage.Kind.REPORTER), Fields::date);
        appendKnown(document, "dutyDue", incident.dutyDue(), Fields::date);
        return document;
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
                instant(document, "acknowledgeBy"),
                listed(document, "acknowledgements", d -> new Acknowledgement(person(d, "by"), instant(d, "at"))),
                listed(document, "statements", StatementDocuments::statement),
                texts(document, "missing"),
                listed(document, "duties", IncidentDocuments::duty),
                listed(document, "timeline", IncidentDocuments::timelineEntry),
                listed(document, "outbox", IncidentDocuments::outboxMessage),
                known(document, "deskPost", IncidentDocuments::deskPost),
                known(document, "closing", IncidentDocuments::closing));
    }

    private static Document document(Report report) {
        Document document = new Document("type", report.type())
                .append("title", report.title())
                .append("reporter", ReporterDocuments.document(report.reporter()));
        appendKnown(document, "happened", report.happened(), Fields::date);
        appendKnown(document, "noticed", report.noticed(), Fields::date);
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
                listed(document, "answers", IncidentDocuments::answer));
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
        appendKnown(document, "news", message.news(), IncidentDocuments::document);
        appendKnown(document, "holder", message.holder(), Function.identity());
        appendKnown(document, "leaseEnds", message.leaseEnds(), Fields::date);
        return document.append("renewed", message.renewed());
    }

    private static OutboxMessage outboxMessage(Document document) {
        return new OutboxMessage(
                document.getString("key"),
                OutboxMessage.Kind.valueOf(document.getString("kind")),
                known(document, "news", IncidentDocuments::news),
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

    private static Document document(News news) {
        Document document = new Document("what", news.what().name());
        appendKnown(document, "statement", news.statement(), Function.identity());
        return document;
    }

    private static News news(Document document, String field) {
        Document news = document.get(field, Document.class);
        return new News(News.What.valueOf(news.getString("what")), known(news, "statement", Document::getString));
    }

    private static Document document(Duty duty) {
        Document document = new Document("key", duty.key())
                .append("kind", duty.kind().name())
                .append("stage", duty.stage());
        appendKnown(document, "due", duty.due(), Fields::date);
        appendKnown(document, "ended", duty.ended(), Fields::date);
        appendKnown(document, "by", duty.by(), Fields::document);
        return document;
    }

    private static Duty duty(Document document) {
        return new Duty(
                document.getString("key"),
                Duty.Kind.valueOf(document.getString("kind")),
                document.getInteger("stage"),
                known(document, "due", Fields::instant),
                known(document, "ended", Fields::instant),
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
