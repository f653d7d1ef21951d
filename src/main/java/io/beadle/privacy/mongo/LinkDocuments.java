package io.beadle.privacy.mongo;

import io.beadle.privacy.Link;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The stored form of a link. */
public final class LinkDocuments {
    private LinkDocuments() {}

    public static Document document(Link link) {
        Document document = new Document("n", link.n())
                .append("at", Date.from(link.at()))
                .append("what", link.what())
                .append("parts", link.parts())
                .append("forgot", link.forgot())
                .append("digest", link.digest())
                .append("state", link.state())
                .append("hash", link.hash());
        if (link.salt() != null) {
            document.append("salt", link.salt());
        }
        return document;
    }

    /** What is missing or of another kind in it, because somebody altered it, makes it a link that follows from none. */
    public static Link link(Document document) {
        return new Link(
                document.get("n") instanceof Long n ? n : 0,
                document.get("at") instanceof Date at ? at.toInstant() : Instant.EPOCH,
                text(document, "what"),
                list(document, "parts", String.class),
                list(document, "forgot", Long.class),
                text(document, "digest"),
                text(document, "state"),
                text(document, "hash"),
                document.get("salt") instanceof String salt ? salt : null);
    }

    private static String text(Document document, String field) {
        return document.get(field) instanceof String text ? text : "";
    }

    private static <T> List<T> list(Document document, String field, Class<T> type) {
        return document.get(field) instanceof List<?> list
                ? list.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }
}
