package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;

import io.beadle.incident.DeskPost;
import io.beadle.incident.News;
import io.beadle.incident.OutboxMessage;
import java.util.function.Function;
import org.bson.Document;

/** The stored form of what waits to be told, and of where it was shown. */
final class OutboxDocuments {
    private OutboxDocuments() {}

    static Document document(OutboxMessage message) {
        Document document = new Document("key", message.key())
                .append("kind", message.kind().name())
                .append("due", date(message.due()))
                .append("attempts", message.attempts());
        appendKnown(document, "news", message.news(), OutboxDocuments::document);
        appendKnown(document, "cleared", message.cleared(), OutboxDocuments::document);
        appendKnown(document, "holder", message.holder(), Function.identity());
        appendKnown(document, "leaseEnds", message.leaseEnds(), Fields::date);
        return document.append("renewed", message.renewed()).append("doubtful", message.doubtful());
    }

    static OutboxMessage outboxMessage(Document document) {
        return new OutboxMessage(
                document.getString("key"),
                OutboxMessage.Kind.valueOf(document.getString("kind")),
                known(document, "news", OutboxDocuments::news),
                known(document, "cleared", OutboxDocuments::deskPost),
                instant(document, "due"),
                document.getInteger("attempts"),
                known(document, "holder", Document::getString),
                known(document, "leaseEnds", Fields::instant),
                document.getBoolean("renewed"),
                document.getBoolean("doubtful", false));
    }

    static Document document(DeskPost post) {
        return new Document("conversation", post.conversation()).append("activity", post.activity());
    }

    static DeskPost deskPost(Document document, String field) {
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
}
