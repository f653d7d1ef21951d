package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.documents;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.listed;
import static io.beadle.incident.mongo.Fields.texts;

import io.beadle.incident.Kind;
import io.beadle.incident.Membership;
import io.beadle.incident.Severity;
import io.beadle.incident.Wave;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/** The stored form of a wave, and of being part of one. */
final class WaveDocuments {
    /** Names the kind of one that takes in more; of these there is one. */
    static final String GATHERING = "gathering";

    private WaveDocuments() {}

    static Document document(Wave wave) {
        Document document = new Document("_id", wave.id())
                .append("version", wave.version())
                .append("type", wave.kind().type())
                .append("kind", document(wave.kind()))
                .append("since", date(wave.since()))
                .append("until", date(wave.until()))
                .append("lead", wave.lead())
                .append("shown", wave.shown())
                .append("acknowledgements", documents(wave.acknowledgements(), IncidentDocuments::document));
        return wave.ended() ? document : document.append(GATHERING, wave.kind().key());
    }

    static Wave wave(Document document) {
        return new Wave(
                document.getString("_id"),
                document.getLong("version"),
                kind(document),
                instant(document, "since"),
                instant(document, "until"),
                !document.containsKey(GATHERING),
                document.getString("lead"),
                document.getString("shown"),
                listed(document, "acknowledgements", IncidentDocuments::acknowledgement));
    }

    static Document document(Membership membership) {
        return new Document("wave", membership.wave())
                .append("leads", membership.leads())
                .append("kind", document(membership.kind()));
    }

    static Membership membership(Document document, String field) {
        Document membership = document.get(field, Document.class);
        return new Membership(membership.getString("wave"), membership.getBoolean("leads"), kind(membership));
    }

    private static Document document(Kind kind) {
        return new Document("type", kind.type())
                .append("desk", kind.desk())
                .append("exercise", kind.exercise())
                .append("severity", kind.severity().name())
                .append("told", new TreeSet<>(kind.told()).stream().toList());
    }

    private static Kind kind(Document document) {
        Document kind = document.get("kind", Document.class);
        return new Kind(
                kind.getString("type"),
                kind.getString("desk"),
                kind.getBoolean("exercise"),
                Severity.valueOf(kind.getString("severity")),
                Set.copyOf(texts(kind, "told")));
    }
}
