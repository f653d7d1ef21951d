package io.beadle.incident.mongo;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static io.beadle.incident.SomeIncidents.lostPhone;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Said;
import io.beadle.mongo.SharedStore;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Break;
import io.beadle.privacy.Break.Kind;
import io.beadle.privacy.Link;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** The chains as they are stored: what each change adds, and that whatever is altered in the store by hand is found and named. */
class AuditedTests {
    private static final String SECRET = "Rowan left it on the 47 bus";
    private static final Instant LATER = NOON.plusSeconds(60);

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final AuditLog audit = StoredAudit.in(mongo);
    private final Incidents incidents = new MongoIncidents(mongo, InstantSource.fixed(LATER));
    private final AuditCheck check = new AuditCheck(audit, new MongoIncidentChains(mongo));
    private final Witnessing witnessing = new Witnessing(mongo, audit, 2);

    @Test
    void everyChangeIsALinkAndNoLeaseIsOne() {
        Incident incident = worked("a");
        assertThat(links(incident))
                .extracting(Link::what)
                .containsExactly("REPORTED", "ADDED", "ACKNOWLEDGED", "CLOSED");
        OutboxMessage message =
                incident.nextMessage(OutboxMessage.Kind.DESK_CARD, LATER).orElseThrow();
        incidents.change(incident.reference(), i -> i.claim(message, "claim", LATER, Duration.ofMinutes(1)));
        incidents.change(incident.reference(), i -> i.retry(message, "claim", LATER.plusSeconds(5)));
        assertThat(links(incident)).hasSize(4).extracting(Link::at).containsOnly(LATER);
        assertHolds();
    }

    @Test
    void noLinkSaysWhatWasTypedOrWhoDidIt() {
        worked("a");
        assertThat(document("INC-2026-0001").get("audit", Document.class).toJson())
                .doesNotContain(SECRET, REPORTER.id(), REPORTER.name(), ALEX.id(), BLAKE.name());
    }

    @Test
    void theSaltOfEarlierStatesIsGone() {
        Incident incident = worked("a");
        String first =
                document(incident.reference()).get("audit", Document.class).getString("salt");
        incidents.change(incident.reference(), i -> i.say(new Said.Added("k9", "more", REPORTER), LATER));
        assertThat(document(incident.reference()).toJson()).doesNotContain(first);
    }

    @Test
    void changesByManyAtOnceStandInOneChain() throws Exception {
        worked("a");
        incidents.change("INC-2026-0001", i -> i.flagged(Set.of("account")));
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String key = "many" + i;
                all.add(() -> {
                    incidents.change(
                            "INC-2026-0001", incident -> incident.say(new Said.Added(key, key, REPORTER), LATER));
                    audit.add(AuditLog.What.SEARCHED, key, "alex", LATER);
                    StoredAudit.in(mongo).add(AuditLog.What.CASE_OPENED, key, "alex", LATER);
                    return null;
                });
            }
            many.invokeAll(all);
        }
        assertHolds();
        assertThat(mongo.count(new Query(), "audit")).isEqualTo(48);
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                alteration(
                        "an answer of the report",
                        1,
                        Kind.ENTRY,
                        d -> report(d)
                                .getList("answers", Document.class)
                                .getFirst()
                                .put("shown", "something else")),
                alteration("who reported", 1, Kind.ENTRY, d -> report(d).put("reporter", person("x", "Somebody"))),
                alteration(
                        "when it was reported",
                        1,
                        Kind.ENTRY,
                        d -> report(d).put("reported", Date.from(Instant.EPOCH))),
                alteration(
                        "what was said",
                        2,
                        Kind.ENTRY,
                        d -> list(d, "statements").getFirst().put("text", "nothing")),
                alteration("what was said, taken out", 2, Kind.ENTRY, d -> d.put("statements", List.of())),
                alteration(
                        "who acknowledged",
                        3,
                        Kind.ENTRY,
                        d -> list(d, "acknowledgements").getFirst().put("by", person("x", "Somebody"))),
                alteration(
                        "an act put in",
                        4,
                        Kind.UNRECORDED,
                        d -> d.put(
                                "acts",
                                List.of(new Document("key", "k")
                                        .append("act", "note")
                                        .append("answers", List.of())))),
                alteration(
                        "the timeline",
                        4,
                        Kind.ENTRY,
                        d -> list(d, "timeline").getLast().put("at", Date.from(Instant.EPOCH))),
                alteration(
                        "how it was closed",
                        4,
                        Kind.ENTRY,
                        d -> d.get("closing", Document.class).put("outcome", "none")),
                alteration("that it was closed", 4, Kind.ENTRY, d -> d.remove("closing")),
                alteration("the severity", 4, Kind.STATE, d -> d.put("severity", "LOW")),
                alteration("a flag", 4, Kind.STATE, d -> d.put("flags", List.of("restricted"))),
                alteration(
                        "a duty",
                        4,
                        Kind.STATE,
                        d -> list(d, "duties").getFirst().put("due", Date.from(Instant.EPOCH))),
                alteration("the ledger", 4, Kind.STATE, d -> d.put("ledger", List.of(new Document("key", "x")))),
                alteration("an unreadable list", 1, Kind.ENTRY, d -> d.put("statements", "gone")),
                alteration("the chain", 0, Kind.NO_CHAIN, d -> d.remove("audit")),
                alteration("the first link", 1, Kind.GAP, d -> links(d).removeFirst()),
                alteration("a link in the middle", 3, Kind.GAP, d -> links(d).remove(2)),
                alteration(
                        "what a link says", 2, Kind.LINK, d -> links(d).get(1).put("what", "ANSWERED")),
                alteration(
                        "when a link was made",
                        3,
                        Kind.LINK,
                        d -> links(d).get(2).put("at", Date.from(Instant.EPOCH))),
                alteration("a digest", 2, Kind.LINK, d -> links(d).get(1).put("digest", "x")),
                alteration("a salt", 2, Kind.SALT, d -> links(d).get(1).remove("salt")),
                alteration("the last link cut off", 3, Kind.UNRECORDED, d -> {
                    links(d).removeLast();
                    d.remove("closing");
                }));
    }

    private static Arguments alteration(String what, long n, Kind kind, Consumer<Document> alter) {
        return Arguments.of(what, n, kind, alter);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void whateverIsAlteredByHandIsFound(String what, long n, Kind kind, Consumer<Document> alter) {
        worked("a");
        worked("b");
        worked("c");
        assertThat(witnessing.sweep(LATER)).isEqualTo(3);
        assertHolds();
        alter("INC-2026-0002", alter);
        assertThat(check.check().broken()).containsExactly(new Break("INC-2026-0002", n, kind));
    }

    @Test
    void anIncidentPutBackAsItWasBeforeIsFoundByItsWitness() {
        Incident reported = incidents.report("a", 2026, r -> lostPhone(r, "a", REPORTER, NOON));
        Document copy = document(reported.reference());
        incidents.change(reported.reference(), i -> i.acknowledge(ALEX, LATER));
        witnessing.sweep(LATER);
        mongo.save(copy, "incidents");
        assertThat(check.check().broken()).containsExactly(new Break(reported.reference(), 2, Kind.CUT_OFF));
    }

    @Test
    void anIncidentThatIsGoneIsFoundByItsWitness() {
        worked("a");
        witnessing.sweep(LATER);
        mongo.remove(new Query(), "incidents");
        assertThat(check.check().broken()).containsExactly(new Break("INC-2026-0001", 0, Kind.GONE));
    }

    @Test
    void whatWasAlteredIsNotMadeGoodByTheNextChange() {
        worked("a");
        alter("INC-2026-0001", d -> d.put("severity", "LOW"));
        incidents.change("INC-2026-0001", i -> i.say(new Said.Added("k9", "more", REPORTER), LATER));
        assertThat(check.check().broken()).containsExactly(new Break("INC-2026-0001", 5, Kind.FOUND_ALTERED));
        assertThat(links(incidents.find("INC-2026-0001").orElseThrow())).hasSize(6);
    }

    @Test
    void aSaltThatALaterLinkForgetsWithoutARedactionIsFound() {
        Incident incident = worked("a");
        Document before = document(incident.reference());
        Document after = document(incident.reference());
        list(after, "statements").getFirst().put("text", "nothing");
        mongo.save(Audited.grown(before, after, LATER), "incidents");
        assertThat(check.check().broken()).containsExactly(new Break(incident.reference(), 5, Kind.REWRITTEN));
    }

    @Test
    void byARedactionTheSaltsOfWhatIsGoneAreGoneAndTheChainHolds() {
        Incident incident = worked("a");
        Document before = document(incident.reference());
        Document after = document(incident.reference());
        list(after, "statements").getFirst().put("text", "[redacted]");
        after.put("acts", List.of(redaction()));
        String salt = links(before).get(1).getString("salt");
        mongo.save(Audited.grown(before, after, LATER), "incidents");
        assertHolds();
        assertThat(document(incident.reference()).toJson()).doesNotContain(salt, SECRET);
        assertThat(links(incident).getLast().forgot()).containsExactly(2L);
        alter(incident.reference(), d -> list(d, "statements").getFirst().put("text", "put back"));
        assertThat(check.check().broken())
                .as("what stands in its place is in the chain again")
                .containsExactly(new Break(incident.reference(), 5, Kind.ENTRY));
    }

    @Test
    void ofTheInstancesChainEverythingIsFoundToo() {
        for (int i = 1; i <= 4; i++) {
            audit.add(AuditLog.What.CASE_OPENED, "INC-2026-000" + i, "alex", LATER);
        }
        assertThat(audit.check()).isEmpty();
        assertInstance(2, Kind.ENTRY, d -> d.get("says", Document.class).put("by", "blake"));
        assertInstance(2, Kind.ENTRY, d -> d.remove("says"));
        assertInstance(2, Kind.SALT, d -> {
            d.remove("salt");
            d.remove("says");
        });
        assertInstance(2, Kind.LINK, d -> d.put("what", "SEARCHED"));
        assertInstance(2, Kind.LINK, d -> d.put("at", Date.from(Instant.EPOCH)));
        mongo.remove(query(where("_id").is(2L)), "audit");
        assertThat(audit.check()).contains(new Break(Break.INSTANCE, 2, Kind.GAP));
    }

    @Test
    void aChainThatWasCutOffDoesNotHaveTheHeadThatWasKept() {
        audit.add(AuditLog.What.CASE_OPENED, "INC-2026-0001", "alex", LATER);
        audit.add(AuditLog.What.CASE_OPENED, "INC-2026-0002", "alex", LATER);
        String kept = audit.head();
        assertThat(kept).startsWith("2:");
        audit.add(AuditLog.What.CASE_OPENED, "INC-2026-0003", "alex", LATER);
        assertThat(audit.had(kept)).isTrue();
        mongo.remove(query(where("_id").gte(2L)), "audit");
        StoredAudit.in(mongo).add(AuditLog.What.CASE_OPENED, "INC-2026-0004", "blake", LATER);
        assertThat(audit.check()).isEmpty();
        assertThat(audit.had(kept)).isFalse();
    }

    @Test
    void whatEntriesAboutSomethingPurgedSaidIsGoneAndTheChainHolds() {
        audit.add(AuditLog.What.CASE_OPENED, "INC-2026-0001", "alex", LATER);
        audit.add(AuditLog.What.CASE_OPENED, "INC-2026-0002", "alex", LATER);
        audit.add(AuditLog.What.PACK_MADE, "INC-2026-0001", "blake", LATER);
        assertThat(audit.forget("INC-2026-0001", LATER)).isEqualTo(2);
        assertThat(audit.forget("INC-2026-0001", LATER)).isZero();
        assertThat(audit.check()).isEmpty();
        assertThat(audit.about("INC-2026-0001")).isEmpty();
        assertThat(audit.by("blake")).isEmpty();
        assertThat(audit.by("alex")).extracting(AuditLog.Entry::about).containsExactly("INC-2026-0002");
    }

    @Test
    void whatWasStoredBeforeThereWereChainsGetsOneAndIsWitnessed() {
        worked("a");
        Document before = document("INC-2026-0001");
        before.remove("audit");
        before.remove("unwitnessed");
        mongo.save(before, "incidents");
        assertThat(check.check().broken()).containsExactly(new Break("INC-2026-0001", 0, Kind.NO_CHAIN));
        assertThat(witnessing.sweep(LATER)).isEqualTo(1);
        assertThat(witnessing.sweep(LATER)).isZero();
        incidents.change("INC-2026-0001", i -> i.say(new Said.Added("k9", "more", REPORTER), LATER));
        assertThat(links(incidents.find("INC-2026-0001").orElseThrow()))
                .extracting(Link::what)
                .containsExactly("CARRIED_OVER", "ADDED");
        assertHolds();
    }

    private void assertInstance(long n, Kind kind, Consumer<Document> alter) {
        Document before = requireNonNull(mongo.findById(n, Document.class, "audit"));
        Document altered = requireNonNull(mongo.findById(n, Document.class, "audit"));
        alter.accept(altered);
        mongo.save(altered, "audit");
        assertThat(audit.check()).contains(new Break(Break.INSTANCE, n, kind));
        mongo.save(before, "audit");
        assertThat(audit.check()).isEmpty();
    }

    private void assertHolds() {
        assertThat(check.check().broken()).isEmpty();
    }

    /** Reported, added to, acknowledged and closed: four links. */
    private Incident worked(String draft) {
        Incident incident = incidents.report(draft, 2026, r -> lostPhone(r, draft, REPORTER, NOON));
        incidents.change(incident.reference(), i -> i.say(new Said.Added("k1", SECRET, REPORTER), LATER));
        incidents.change(incident.reference(), i -> i.acknowledge(ALEX, LATER).acknowledge(BLAKE, LATER));
        return incidents
                .change(incident.reference(), i -> i.close("done", ALEX, LATER))
                .orElseThrow();
    }

    private List<Link> links(Incident incident) {
        return Audited.trail(document(incident.reference())).links();
    }

    private void alter(String reference, Consumer<Document> alter) {
        Document altered = document(reference);
        alter.accept(altered);
        mongo.save(altered, "incidents");
    }

    private Document document(String reference) {
        return requireNonNull(mongo.findById(reference, Document.class, "incidents"));
    }

    private static Document report(Document incident) {
        return incident.get("report", Document.class);
    }

    private static List<Document> list(Document incident, String field) {
        return incident.getList(field, Document.class);
    }

    private static List<Document> links(Document incident) {
        return incident.get("audit", Document.class).getList("links", Document.class);
    }

    private static Document person(String id, String name) {
        return new Document("id", id).append("name", name);
    }

    /** The stored form of an act by which something may be changed. */
    private static Document redaction() {
        return CaseDocuments.document(new Act("r1", "redact", LATER, ALEX, List.of()));
    }
}
