package io.beadle.people.mongo;

import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Span;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Appointments as documents. */
final class AppointmentDocuments {
    private AppointmentDocuments() {}

    static Document document(Appointment appointment) {
        Person deputy = appointment.deputy();
        return new Document("_id", appointment.id())
                .append("role", appointment.role())
                .append("department", appointment.department())
                .append("person", document(appointment.person()))
                .append("email", appointment.email())
                .append("deputy", deputy == null ? null : document(deputy))
                .append("deputyEmail", appointment.deputyEmail())
                .append("absences", documents(appointment.absences()))
                .append("shifts", documents(appointment.shifts()));
    }

    static Appointment appointment(Document document) {
        return new Appointment(
                document.getString("_id"),
                document.getString("role"),
                document.getString("department"),
                person(document.get("person", Document.class)),
                document.getString("email"),
                document.get("deputy") instanceof Document deputy ? person(deputy) : null,
                document.getString("deputyEmail"),
                spans(document.getList("absences", Document.class)),
                spans(document.getList("shifts", Document.class)));
    }

    static Document document(Person person) {
        return new Document("id", person.id()).append("name", person.name());
    }

    static Person person(Document document) {
        return new Person(document.getString("id"), document.getString("name"));
    }

    private static List<Document> documents(List<Span> spans) {
        return spans.stream()
                .map(span -> new Document("from", Date.from(span.from())).append("to", Date.from(span.to())))
                .toList();
    }

    private static List<Span> spans(List<Document> documents) {
        return documents.stream()
                .map(document -> new Span(
                        document.getDate("from").toInstant(),
                        document.getDate("to").toInstant()))
                .toList();
    }
}
