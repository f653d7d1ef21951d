package io.beadle.incident.mongo;

import io.beadle.incident.OnBehalfOf;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The parts that stored forms have in common. Times are dates, so to the millisecond; what is unknown is absent. */
final class Fields {
    private Fields() {}

    static Document document(Person person) {
        return new Document("id", person.id()).append("name", person.name());
    }

    static Person person(Document document, String field) {
        Document person = document.get(field, Document.class);
        return new Person(person.getString("id"), person.getString("name"));
    }

    static Document document(OnBehalfOf teller) {
        return new Document("name", teller.name())
                .append("organisation", teller.organisation())
                .append("number", teller.number())
                .append("mayEmail", teller.mayEmail())
                .append("email", teller.email());
    }

    static OnBehalfOf onBehalfOf(Document document, String field) {
        Document teller = document.get(field, Document.class);
        return new OnBehalfOf(
                teller.getString("name"),
                teller.getString("organisation"),
                teller.getString("number"),
                teller.getBoolean("mayEmail"),
                teller.getString("email"));
    }

    static Date date(Instant instant) {
        return Date.from(instant);
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    static <T> List<Document> documents(List<T> values, Function<T, Document> form) {
        return values.stream().map(form).toList();
    }

    /** Empty where the document was stored before there was such a list. */
    static <T> List<T> listed(Document document, String field, Function<Document, T> value) {
        return document.getList(field, Document.class, List.of()).stream()
                .map(value)
                .toList();
    }

    static List<String> texts(Document document, String field) {
        return document.getList(field, String.class, List.of());
    }

    static <T> void appendKnown(Document document, String field, @Nullable T value, Function<T, ?> form) {
        if (value != null) {
            document.append(field, form.apply(value));
        }
    }

    static <T> @Nullable T known(Document document, String field, BiFunction<Document, String, T> value) {
        return document.containsKey(field) ? value.apply(document, field) : null;
    }
}
