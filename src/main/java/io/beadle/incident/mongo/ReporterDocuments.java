package io.beadle.incident.mongo;

import io.beadle.incident.Reporter;
import io.beadle.people.Person;
import org.bson.Document;

/** The stored form of who reported: the person as they always were stored, or that there is none. */
final class ReporterDocuments {
    private ReporterDocuments() {}

    static Document document(Reporter reporter) {
        return switch (reporter) {
            case Reporter.Named named -> Fields.document(named.person());
            case Reporter.Sealed sealed -> new Document("sealed", true);
            case Reporter.Anonymous anonymous ->
                new Document("lookup", anonymous.lookup()).append("hash", anonymous.hash());
        };
    }

    static Reporter reporter(Document document) {
        if (document.containsKey("lookup")) {
            return new Reporter.Anonymous(document.getString("lookup"), document.getString("hash"));
        }
        return document.containsKey("sealed")
                ? new Reporter.Sealed()
                : new Reporter.Named(new Person(document.getString("id"), document.getString("name")));
    }
}
