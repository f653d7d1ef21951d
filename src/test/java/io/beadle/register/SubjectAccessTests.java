package io.beadle.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.Severity;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a subject access request finds, and what it marks (G15). */
class SubjectAccessTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Person ROWAN = new Person("aad-rowan-1", "Rowan Pike");
    private static final Person ALEX = new Person("aad-alex-2", "Alex Moor");

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final StoredIncidents stored = StoredIncidents.in(mongo);
    private final Incidents incidents = stored.incidents();
    private final SubjectAccess subjects = new SubjectAccess(
            StoredAudit.words(mongo),
            BundledContent.CONTENT.acts(),
            BundledContent.CONTENT.messages(),
            ZoneId.of("Europe/London"));

    @Test
    void everythingAboutSomebodyIsFoundWhereverItIsStored() {
        report("a", new Reporter.Named(ROWAN), "Left on the bus");
        report("b", new Reporter.Named(ALEX), "It was Pike, Rowan who had it");
        report("c", new Reporter.Named(ALEX), "Nobody knows");
        mongo.insert(new Document("_id", "q1").append("text", "May rowan píke use it?"), "askedQuestions");
        mongo.insert(
                new Document("_id", "e1")
                        .append("name", "rowan pike.jpg")
                        .append("sender", new Document("id", "x").append("name", "Kit Lane")),
                "evidence");
        mongo.insert(new Document("_id", "r1").append("person", "aad-rowan-1"), "references");
        mongo.insert(new Document("_id", "x").append("body", "Rowan Pike"), "answered");

        List<List<String>> rows = rows("Rowan Pike");
        assertThat(rows)
                .extracting(List::getFirst)
                .contains("incidents", "askedQuestions", "evidence", "references")
                .doesNotContain("answered");
        assertThat(rows)
                .filteredOn(row -> row.getFirst().equals("incidents"))
                .extracting(row -> row.get(1))
                .contains("INC-2026-0001", "INC-2026-0002")
                .doesNotContain("INC-2026-0003");
        assertThat(rows)
                .as("for a person to decide")
                .allSatisfy(row -> assertThat(row.getLast()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"aad-rowan-1", "AAD-ROWAN-1", "Rowan Pike", "pike rowan", "r.pike@council.example"})
    void anIdANameOrAnAddressLeadToTheSame(String said) {
        report("a", new Reporter.Named(ROWAN), "Ring Rowan Pike, r.pike@council.example");
        assertThat(rows(said)).extracting(row -> row.get(6)).contains("Ring Rowan Pike, r.pike@council.example");
    }

    @Test
    void nobodyElseOfASimilarNameIsFound() {
        report("a", new Reporter.Named(new Person("aad-3", "Rowan Pikestaff")), "Rowan and Mr Spike");
        assertThat(rows("Rowan Pike")).isEmpty();
    }

    @Test
    void whatOthersWroteOrIsPrivilegedOrSealedIsMarked() {
        Incident incident = report("a", new Reporter.Named(ROWAN), "About Rowan Pike and Alex Moor");
        act(incident, "legal-note", "text", "Advice on Rowan Pike");
        act(incident, "police-pause", "officer", "Sergeant Bow, about Rowan Pike");
        act(incident, "note", "text", "Rowan Pike rang");
        stored.sealed().seal("s", new SealedReporters.Sealed(ROWAN, null));
        report("s", new Reporter.Sealed(), "My manager Rowan Pike");

        assertThat(marks("Advice on Rowan Pike")).contains("legal advice", "somebody else wrote it");
        assertThat(marks("Sergeant Bow, about Rowan Pike")).contains("police or counter-fraud");
        assertThat(marks("Rowan Pike rang")).isEqualTo("somebody else wrote it or is named");
        assertThat(marks("About Rowan Pike and Alex Moor")).contains("somebody else wrote it or is named");
        assertThat(marks("My manager Rowan Pike")).contains("reported in confidence or anonymously");
        assertThat(rows("Rowan Pike"))
                .filteredOn(row -> row.getFirst().equals("sealedReporters"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(7)).contains("reported in confidence"));
    }

    @Test
    void whatIsRestrictedIsMarkedAndWhatTheReaderMayNotKnowIsNotThere() {
        incidents.report(
                "a",
                2026,
                r -> incident(r, "a", new Reporter.Named(ALEX), "Rowan Pike looked it up")
                        .flagged(Set.of(CaseFile.RESTRICTED)));
        assertThat(marks("Rowan Pike looked it up")).contains("restricted");
        SubjectAccess.Pack pack = subjects.about("Rowan Pike", reference -> false, NOON);
        assertThat(pack.mentions()).isZero();
    }

    @Test
    void thePackSaysWhatItIsAndWhatWasNotLookedThrough() {
        report("a", new Reporter.Named(ROWAN), "Left on the bus");
        List<Table> tables =
                subjects.about("Rowan Pike", reference -> true, NOON).tables();
        assertThat(tables).allSatisfy(table -> assertThat(table.note()).contains("never for whoever asked"));
        assertThat(tables.getFirst().rows().toString()).contains("aad-rowan-1", "inside files of evidence");
    }

    private String marks(String words) {
        return rows("Rowan Pike").stream()
                .filter(row -> row.get(6).equals(words))
                .map(row -> row.get(7))
                .findFirst()
                .orElseThrow();
    }

    private List<List<String>> rows(String said) {
        return subjects.about(said, reference -> true, NOON).tables().getLast().rows();
    }

    private Incident report(String draft, Reporter reporter, String words) {
        return incidents.report(draft, 2026, reference -> incident(reference, draft, reporter, words));
    }

    private static Incident incident(String reference, String draft, Reporter reporter, String words) {
        Answer answer = new Answer("what", "What happened?", words, words, false);
        Report report = new Report("lost-device", "Lost device", reporter, null, null, NOON, List.of(answer));
        return Incident.reported(reference, draft, report, Severity.HIGH, NOON);
    }

    private void act(Incident incident, String act, String field, String words) {
        Act done = new Act(act, act, NOON.plusSeconds(1), ALEX, List.of(new Answer(field, "?", words, words, false)));
        incidents.change(
                incident.reference(),
                i -> new Acting(BundledContent.CONTENT.acts().find(act).orElseThrow()).on(i, done));
    }
}
