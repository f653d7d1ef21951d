package io.beadle.people.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import io.beadle.people.Proposal.State;
import io.beadle.people.Proposals;
import io.beadle.people.ProposedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** One document a proposal, replaced on the version that was read. */
@Component
final class MongoProposals implements Proposals {
    private static final String STATE = "state";
    private static final String VERSION = "version";

    private final MongoTemplate mongo;

    MongoProposals(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(Proposal proposal) {
        proposals().insertOne(document(proposal));
    }

    @Override
    public Optional<Proposal> find(String id) {
        return Optional.ofNullable(proposals().find(eq(id)).first()).map(MongoProposals::proposal);
    }

    @Override
    public List<Proposal> in(State state) {
        return proposals()
                .find(eq(STATE, state.name()))
                .sort(Sorts.ascending("at", "_id"))
                .map(MongoProposals::proposal)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Proposal> replace(Proposal changed) {
        Document next = document(changed).append(VERSION, changed.version() + 1);
        boolean stored = proposals()
                        .replaceOne(and(eq(changed.id()), eq(VERSION, changed.version())), next)
                        .getMatchedCount()
                == 1;
        return stored ? Optional.of(proposal(next)) : Optional.empty();
    }

    @Override
    public long deleteEndedBefore(Instant before) {
        return proposals()
                .deleteMany(and(nin(STATE, State.OPEN.name(), State.AGREED.name()), lt("since", Date.from(before))))
                .getDeletedCount();
    }

    private static Document document(Proposal proposal) {
        Person decider = proposal.decider();
        return new Document("_id", proposal.id())
                .append(VERSION, proposal.version())
                .append("by", AppointmentDocuments.document(proposal.by()))
                .append("at", Date.from(proposal.at()))
                .append("change", document(proposal.change()))
                .append(STATE, proposal.state().name())
                .append("decider", decider == null ? null : AppointmentDocuments.document(decider))
                .append("since", Date.from(proposal.since()));
    }

    private static Proposal proposal(Document document) {
        return new Proposal(
                document.getString("_id"),
                document.getLong(VERSION),
                AppointmentDocuments.person(document.get("by", Document.class)),
                document.getDate("at").toInstant(),
                change(document.get("change", Document.class)),
                State.valueOf(document.getString(STATE)),
                document.get("decider") instanceof Document decider ? AppointmentDocuments.person(decider) : null,
                document.getDate("since").toInstant());
    }

    private static Document document(ProposedChange change) {
        return switch (change) {
            case ProposedChange.Appoint appoint -> document("appoint", appoint.appointment());
            case ProposedChange.Amend amend ->
                document("amend", amend.appointment()).append("before", AppointmentDocuments.document(amend.before()));
            case ProposedChange.Dismiss dismiss -> document("dismiss", dismiss.appointment());
            case ProposedChange.MoveDesk move ->
                new Document("kind", "move-desk")
                        .append("desk", move.desk())
                        .append("title", move.title())
                        .append("conversation", move.conversation())
                        .append("team", move.team());
        };
    }

    private static Document document(String kind, Appointment appointment) {
        return new Document("kind", kind).append("appointment", AppointmentDocuments.document(appointment));
    }

    private static ProposedChange change(Document document) {
        String kind = document.getString("kind");
        return switch (kind) {
            case "appoint" -> new ProposedChange.Appoint(appointment(document, "appointment"));
            case "amend" ->
                new ProposedChange.Amend(appointment(document, "before"), appointment(document, "appointment"));
            case "dismiss" -> new ProposedChange.Dismiss(appointment(document, "appointment"));
            case "move-desk" ->
                new ProposedChange.MoveDesk(
                        document.getString("desk"),
                        document.getString("title"),
                        document.getString("conversation"),
                        document.getString("team"));
            default -> throw new IllegalStateException("A stored proposal is of an unknown kind: " + kind);
        };
    }

    private static Appointment appointment(Document document, String field) {
        return AppointmentDocuments.appointment(document.get(field, Document.class));
    }

    private MongoCollection<Document> proposals() {
        return mongo.getCollection("proposals");
    }
}
