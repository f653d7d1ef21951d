package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.documents;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;
import static io.beadle.incident.mongo.Fields.listed;
import static io.beadle.incident.mongo.Fields.person;

import io.beadle.content.DutyRule;
import io.beadle.incident.Act;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** The stored form of what is to be done about an incident, was done, and of who was told. */
final class CaseDocuments {
    private CaseDocuments() {}

    static Document document(Duty duty) {
        Document document = new Document("key", duty.key())
                .append("rule", duty.rule())
                .append("people", duty.people())
                .append("closing", duty.closing().name())
                .append("begins", date(duty.begins()))
                .append("taken", duty.taken());
        appendKnown(document, "due", duty.due(), Fields::date);
        appendKnown(document, "next", duty.next(), Fields::date);
        appendKnown(document, "ended", duty.ended(), Fields::date);
        appendKnown(document, "by", duty.by(), Fields::document);
        appendKnown(document, "end", duty.end(), Duty.End::name);
        return document;
    }

    /** Those of a form from before there were rules for them are left out: what the content demands arises anew. */
    static List<Duty> duties(Document incident) {
        return incident.getList("duties", Document.class, List.of()).stream()
                .filter(duty -> duty.containsKey("rule"))
                .map(CaseDocuments::duty)
                .toList();
    }

    private static Duty duty(Document document) {
        return new Duty(
                document.getString("key"),
                document.getString("rule"),
                // stored before the content said how many
                document.get("people", DutyRule.TWO),
                DutyRule.Closing.valueOf(document.getString("closing")),
                instant(document, "begins"),
                known(document, "due", Fields::instant),
                document.getInteger("taken"),
                known(document, "next", Fields::instant),
                known(document, "ended", Fields::instant),
                known(document, "by", Fields::person),
                known(document, "end", (d, field) -> Duty.End.valueOf(d.getString(field))));
    }

    static Document document(Act act) {
        return new Document("key", act.key())
                .append("act", act.act())
                .append("at", date(act.at()))
                .append("by", Fields.document(act.by()))
                .append("answers", documents(act.answers(), IncidentDocuments::document));
    }

    static Act act(Document document) {
        return new Act(
                document.getString("key"),
                document.getString("act"),
                instant(document, "at"),
                person(document, "by"),
                listed(document, "answers", IncidentDocuments::answer));
    }

    static Document document(Delivery line) {
        Document document = new Document("key", line.key())
                .append("role", line.role())
                .append("why", line.why())
                .append("occasion", line.occasion().name())
                .append("at", date(line.at()))
                .append("state", line.state().name());
        appendKnown(document, "to", line.to(), Fields::document);
        appendKnown(document, "email", line.email(), Function.identity());
        appendKnown(document, "reason", line.reason(), Function.identity());
        appendKnown(document, "settled", line.settled(), Fields::date);
        return document;
    }

    static Delivery delivery(Document document) {
        return new Delivery(
                document.getString("key"),
                document.getString("role"),
                document.getString("why"),
                Delivery.Occasion.valueOf(document.getString("occasion")),
                known(document, "to", Fields::person),
                known(document, "email", Document::getString),
                instant(document, "at"),
                Delivery.State.valueOf(document.getString("state")),
                known(document, "reason", Document::getString),
                known(document, "settled", Fields::instant));
    }
}
