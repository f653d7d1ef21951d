package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;

import io.beadle.incident.Statement;
import java.util.function.Function;
import org.bson.Document;

/** The stored form of what was said after the report. */
final class StatementDocuments {
    private StatementDocuments() {}

    static Document document(Statement said) {
        Document document = new Document("key", said.key())
                .append("at", date(said.at()))
                .append("kind", said.kind().name());
        appendKnown(document, "by", said.by(), Fields::document);
        appendKnown(document, "answer", said.answer(), IncidentDocuments::document);
        document.append("text", said.text());
        appendKnown(document, "replyTo", said.replyTo(), Function.identity());
        return document.append("held", said.held());
    }

    static Statement statement(Document document) {
        return new Statement(
                document.getString("key"),
                instant(document, "at"),
                Statement.Kind.valueOf(document.getString("kind")),
                known(document, "by", Fields::person),
                known(document, "answer", (d, field) -> IncidentDocuments.answer(d.get(field, Document.class))),
                document.getString("text"),
                known(document, "replyTo", Document::getString),
                document.getBoolean("held"));
    }
}
