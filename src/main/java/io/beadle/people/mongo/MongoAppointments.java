package io.beadle.people.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** One document an appointment, replaced on the version that was read. */
@Component
final class MongoAppointments implements Appointments {
    private static final String MADE = "made";
    private static final String VERSION = "version";

    /** Not in the database's order of the ids, which are hashes there. */
    private static final Comparator<Document> AS_MADE = Comparator.comparing((Document stored) -> stored.getDate(MADE))
            .thenComparing(stored -> stored.getString("_id"));

    private final MongoTemplate mongo;
    private final InstantSource clock;

    MongoAppointments(MongoTemplate mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public List<Appointment> all() {
        return appointments().find().into(new ArrayList<>()).stream()
                .sorted(AS_MADE)
                .map(AppointmentDocuments::appointment)
                .toList();
    }

    @Override
    public Optional<Appointment> find(String id) {
        return Optional.ofNullable(appointments().find(eq(id)).first()).map(AppointmentDocuments::appointment);
    }

    @Override
    public boolean add(Appointment appointment) {
        try {
            appointments()
                    .insertOne(AppointmentDocuments.document(appointment)
                            .append(MADE, Date.from(clock.instant()))
                            .append(VERSION, 0L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Appointment> change(String id, UnaryOperator<Appointment> change) {
        while (true) {
            Document stored = appointments().find(eq(id)).first();
            if (stored == null) {
                return Optional.empty();
            }
            Appointment before = AppointmentDocuments.appointment(stored);
            Appointment changed = change.apply(before);
            if (changed.equals(before)) {
                return Optional.of(before);
            }
            long version = stored.getLong(VERSION);
            Document next = AppointmentDocuments.document(changed)
                    .append(MADE, stored.getDate(MADE))
                    .append(VERSION, version + 1);
            if (appointments()
                            .replaceOne(and(eq(id), eq(VERSION, version)), next)
                            .getMatchedCount()
                    == 1) {
                return Optional.of(changed);
            }
        }
    }

    @Override
    public boolean remove(String id) {
        return appointments().deleteOne(eq(id)).getDeletedCount() == 1;
    }

    private MongoCollection<Document> appointments() {
        return mongo.getCollection("appointments");
    }
}
