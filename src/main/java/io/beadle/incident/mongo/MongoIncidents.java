package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.IncidentDocuments.document;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Reporter;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.Severity;
import io.beadle.incident.WaveTally;
import io.beadle.people.Person;
import io.beadle.privacy.Trail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * One document an incident, its duties and its outbox inside. Beside them stand the times that relays and the clock poll by:
 * {@code outboxDue} for the desk's card, {@code clearDue} for posts to be taken away, {@code personDue} and {@code reporterDue} for
 * messages to people, {@code everybodyDue} for warnings to all, {@code cardsDue} for cards that stand with them, {@code alarmDue} for alarms, {@code handOverDue} for what another system is to have, {@code dutyDue} for
 * duties; {@code urgency}, by which alerts go out before others; {@code untold} since when somebody was to be told and was not; {@code tooFew} where too few people could be;
 * {@code unheld} where nobody held a role that is to be told; {@code seek}, by which incidents are searched; and {@code audit},
 * the chain of its changes.
 */
class MongoIncidents implements Incidents {
    private static final String INCIDENTS = "incidents";
    private static final String COUNTERS = "counters";
    static final String URGENCY = "urgency";

    private final MongoOperations mongo;
    private final SealedReporters sealed;
    private final InstantSource clock;

    MongoIncidents(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.sealed = new MongoSealedReporters(mongo);
        mongo.indexOps(INCIDENTS).createIndex(new Index("draft", Direction.ASC).unique());
        mongo.indexOps(INCIDENTS).createIndex(new Index("report.reporter.id", Direction.ASC));
        mongo.indexOps(INCIDENTS).createIndex(new Index("report.reporter.lookup", Direction.ASC).sparse());
        mongo.indexOps(INCIDENTS).createIndex(new Index("report.reported", Direction.DESC));
        mongo.indexOps(INCIDENTS).createIndex(new Index("outbox.attempts", Direction.ASC).sparse());
        SoughtBy.indexes().forEach(index -> mongo.indexOps(INCIDENTS).createIndex(index));
        for (String due : List.of(
                "outboxDue",
                "reporterDue",
                "clearDue",
                "personDue",
                "everybodyDue",
                "cardsDue",
                "alarmDue",
                "handOverDue",
                "dutyDue",
                "unheld",
                "untold",
                "tooFew",
                Audited.UNWITNESSED)) {
            mongo.indexOps(INCIDENTS).createIndex(new Index(due, Direction.ASC).sparse());
        }
    }

    @Override
    public Incident report(String draft, int year, Function<String, Incident> made) {
        while (true) {
            Optional<Incident> before = madeFrom(draft);
            if (before.isPresent()) {
                return before.get();
            }
            try {
                Document incident = Audited.begun(document(made.apply(nextReference(year))), clock.instant());
                mongo.insert(incident, INCIDENTS);
                return IncidentDocuments.incident(incident);
            } catch (DuplicateKeyException taken) {
                // by the same draft sent twice at once, or by a counter that lags behind: either is settled above
            }
        }
    }

    private String nextReference(int year) {
        Document counter = mongo.findAndModify(
                query(where("_id").is("incidents-" + year)),
                new Update().inc("last", 1),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                COUNTERS);
        return "INC-%d-%04d".formatted(year, Objects.requireNonNull(counter).getInteger("last"));
    }

    @Override
    public Optional<Incident> find(String reference) {
        return one(where("_id").is(reference));
    }

    @Override
    public Optional<Incident> madeFrom(String draft) {
        return one(where("draft").is(AnonymousToken.stored(draft)));
    }

    @Override
    public List<Incident> followedBy(String lookup) {
        return list(query(where("report.reporter.lookup").is(lookup)));
    }

    @Override
    public List<Incident> reportedBy(String person, int limit) {
        return list(query(new Criteria()
                        .orOperator(
                                where("report.reporter.id").is(person),
                                where("draft").in(sealed.draftsOf(person))))
                .with(Sort.by(Direction.DESC, "report.reported"))
                .limit(limit));
    }

    @Override
    public List<Incident> reportedSince(Instant since, int limit) {
        return list(query(where("report.reported").gte(since))
                .with(Sort.by(Direction.DESC, "report.reported"))
                .limit(limit));
    }

    @Override
    public List<Incident> alone(String type, Instant since, int limit) {
        return list(SoughtBy.alone(type, since).limit(limit));
    }

    @Override
    public List<Incident> inWave(String wave, int limit) {
        return list(SoughtBy.openOf(wave).limit(limit));
    }

    @Override
    public List<Incident> waiting(String wave, Instant until, @Nullable Person without, int limit) {
        return list(SoughtBy.waitingOf(wave, until, without).limit(limit));
    }

    @Override
    public Optional<Incident> lastOf(String wave) {
        return list(SoughtBy.lastOf(wave).limit(1)).stream().findFirst();
    }

    @Override
    public WaveTally tally(String wave, Instant now) {
        Map<Severity, Long> reports = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            long count = count(SoughtBy.wave(wave).and("severity").is(severity.name()));
            if (count > 0) {
                reports.put(severity, count);
            }
        }
        return new WaveTally(
                reports,
                count(SoughtBy.wave(wave).and("seek.open").is(true)),
                count(SoughtBy.wave(wave).and("seek.waiting").is(true)),
                count(SoughtBy.wave(wave).and("seek.due").lt(now)));
    }

    private long count(Criteria which) {
        return mongo.count(query(which), INCIDENTS);
    }

    @Override
    public boolean isReportedBy(Person person, Incident incident) {
        return incident.report().reporter().is(person)
                || sealed(incident).filter(who -> who.person().is(person)).isPresent();
    }

    @Override
    public Set<String> heldAccounts() {
        return list(SoughtBy.held()).stream()
                .filter(incident -> incident.isHeld() && !incident.exercise())
                .flatMap(incident -> Stream.concat(
                        incident.report().reporter().named().stream().map(Person::id),
                        chatOf(incident).stream().map(ReporterChat::member)))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ReporterChat> chatOf(Incident incident) {
        return Optional.ofNullable(incident.reporterChat())
                .or(() -> sealed(incident).map(SealedReporters.Sealed::chat));
    }

    private Optional<SealedReporters.Sealed> sealed(Incident incident) {
        return incident.report().reporter() instanceof Reporter.Sealed
                ? sealed.find(incident.draft())
                : Optional.empty();
    }

    @Override
    public List<Incident> outboxDue(OutboxMessage.Kind kind, Instant now, int limit) {
        String field = dueField(kind);
        boolean alerts = kind == OutboxMessage.Kind.DESK_CARD || kind == OutboxMessage.Kind.PERSON;
        Sort sort = alerts ? Sort.by(Direction.ASC, URGENCY, field) : Sort.by(Direction.ASC, field);
        return list(query(where(field).lte(now)).with(sort).limit(limit));
    }

    private static String dueField(OutboxMessage.Kind kind) {
        return switch (kind) {
            case DESK_CARD -> "outboxDue";
            case DESK_CLEAR -> "clearDue";
            case PERSON -> "personDue";
            case CARDS_IN_PERSON -> "cardsDue";
            case EVERYBODY -> "everybodyDue";
            case ALARM -> "alarmDue";
            case REPORTER -> "reporterDue";
            case HAND_OVER -> "handOverDue";
        };
    }

    @Override
    public List<Incident> unheld(int limit) {
        return list(query(where("unheld").is(true)).limit(limit));
    }

    @Override
    public List<Incident> undelivered(Instant before, int limit) {
        return list(query(where("untold").lt(before))
                .with(Sort.by(Direction.ASC, "untold"))
                .limit(limit));
    }

    @Override
    public List<Incident> stuck(int attempts, int limit) {
        return list(query(where("outbox.attempts").gte(attempts)).limit(limit));
    }

    @Override
    public long tooFewReached() {
        return mongo.count(query(where("tooFew").is(true)), INCIDENTS);
    }

    @Override
    public List<Incident> dutyDue(Instant now, int limit) {
        return list(query(where("dutyDue").lte(now))
                .with(Sort.by(Direction.ASC, URGENCY, "dutyDue"))
                .limit(limit));
    }

    @Override
    public List<Incident> found(IncidentQuery wanted, Instant now, int limit) {
        return list(SoughtBy.query(wanted, now).limit(limit));
    }

    @Override
    public Stream<Incident> all() {
        return stream(new Query().with(Sort.by(Direction.ASC, "_id")));
    }

    @Override
    public Stream<Incident> inRegister() {
        return stream(SoughtBy.inRegister());
    }

    @Override
    public Stream<Incident> closedBy(Instant latest) {
        return stream(SoughtBy.closedBy(latest));
    }

    @Override
    public Stream<Incident> reportedBetween(Instant from, Instant until) {
        return stream(query(where("report.reported").gte(from).lt(until))
                .with(Sort.by(Direction.ASC, "report.reported", "_id")));
    }

    @Override
    public long outboxWaiting(int attempts) {
        return mongo.count(
                query(where("outboxDue")
                        .exists(true)
                        .and("outbox")
                        .elemMatch(where("kind")
                                .is(OutboxMessage.Kind.DESK_CARD.name())
                                .and("attempts")
                                .gte(attempts))),
                INCIDENTS);
    }

    @Override
    public Optional<Incident> replace(Incident changed) {
        Query same = query(where("_id").is(changed.reference()).and("version").is(changed.version()));
        Document before = mongo.findOne(same, Document.class, INCIDENTS);
        if (before == null) {
            return Optional.empty();
        }
        Document next =
                Audited.grown(before, document(changed).append("version", changed.version() + 1), clock.instant());
        long replaced = mongo.replace(same, next, INCIDENTS).getMatchedCount();
        return replaced == 1 ? Optional.of(IncidentDocuments.incident(next)) : Optional.empty();
    }

    @Override
    public boolean delete(Incident incident) {
        return mongo.remove(
                                query(where("_id")
                                        .is(incident.reference())
                                        .and("version")
                                        .is(incident.version())),
                                INCIDENTS)
                        .getDeletedCount()
                == 1;
    }

    @Override
    public String head(Incident incident) {
        return Optional.ofNullable(mongo.findById(incident.reference(), Document.class, INCIDENTS))
                .map(Audited::trail)
                .map(Trail::head)
                .orElse("0");
    }

    private Optional<Incident> one(Criteria criteria) {
        return Optional.ofNullable(mongo.findOne(query(criteria), Document.class, INCIDENTS))
                .map(IncidentDocuments::incident);
    }

    private Stream<Incident> stream(Query query) {
        return mongo.stream(query, Document.class, INCIDENTS).map(IncidentDocuments::incident);
    }

    private List<Incident> list(Query query) {
        return mongo.find(query, Document.class, INCIDENTS).stream()
                .map(IncidentDocuments::incident)
                .toList();
    }
}
