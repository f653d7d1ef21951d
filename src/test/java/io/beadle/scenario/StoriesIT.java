package io.beadle.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a council lives through, told from the first word to the last: the transcripts are for everybody to read. */
class StoriesIT extends Council {
    @Test
    void aLaptopWithPersonalDataIsStolenBeforeEaster() {
        begin("A laptop is stolen on the Thursday before Easter", "2026-04-02T17:40");
        tell("Good Friday is the 3rd of April, Easter Monday the 6th. The office closed at five.");
        String reference = reports(
                "Rosa Bailey",
                "My work laptop was stolen from my car",
                Map.of(
                        "danger", "no",
                        "what", "laptop",
                        "where", "The car park at Mill Lane",
                        "happened", "2026-04-02 16:30"),
                Map.of("personal-data", "yes", "locked", "encrypted", "how", "stolen", "noticed", "2026-04-02 17:15"),
                Map.of(
                        "people", "hundreds",
                        "categories", "children,health",
                        "where-now", "Not known",
                        "system", "Children's social care",
                        "asset-tag", "ABM004711"),
                Map.of(
                        "circumstances", "The rear window was broken while I visited a family.",
                        "crime-reference", "45/1234/26",
                        "contact", "01632 960777"));
        assertThat(duty(reference, "acknowledge").due()).isEqualTo(at("2026-04-02T17:55"));
        assertThat(duty(reference, "ico-decision").due())
                .as("72 hours on the clock from when it was noticed, whatever the bank holidays")
                .isEqualTo(at("2026-04-05T17:15"));

        tell("Nobody answers.");
        until("2026-04-02T18:52");
        assertThat(told(reference)).contains("Simon Lacey").doesNotContain("Bea Cole");

        acknowledges("Alun Price", reference);
        until("2026-04-02T18:58");
        atDesk("Nia Evans", "Acknowledge", reference);
        assertThat(incident(reference).isAcknowledged()).isTrue();

        until("2026-04-02T19:10");
        does("Nia Evans", reference, "matrix", Map.of("reason", ""));
        assertThat(incident(reference).severity()).isEqualTo(Severity.HIGH);
        pressesOnCase("Alun Price", "Sessions revoked", reference);
        does(
                "Nia Evans",
                reference,
                "assign",
                Map.of("person", someone("Nia Evans").objectId()));
        does(
                "Alun Price",
                reference,
                "contain",
                Map.of(
                        "step",
                        "device",
                        "detail",
                        "The laptop is blocked and will lock when it is next on line.",
                        "done",
                        "now"));
        until("2026-04-02T20:30");
        does(
                "Diane Osei",
                reference,
                "looked",
                Map.of("breach", "yes", "why", "Files of families were on it off line."));

        until("2026-04-03T09:30");
        does("Margaret Hale", reference, "bodies", Map.of("bodies", "police"));
        does(
                "Margaret Hale",
                reference,
                "onward",
                Map.of("body", "police", "told", "2026-04-02 17:30", "reference", "45/1234/26"));
        does(
                "Nia Evans",
                reference,
                "custody",
                Map.of(
                        "item", "The laptop's sign-in log",
                        "what", "taken",
                        "where", "The evidence safe",
                        "reason", "To see whether anybody signed in"));
        until("2026-04-03T11:00");
        does(
                "Diane Osei",
                reference,
                "assess",
                Map.ofEntries(
                        Map.entry("nature", "confidentiality"),
                        Map.entry("categories", "special,children"),
                        Map.entry("people", "212"),
                        Map.entry("records", "212"),
                        Map.entry("likelihood", "possible"),
                        Map.entry("harm", "severe"),
                        Map.entry("risk", "high"),
                        Map.entry("consequences", "Families could be found and shamed."),
                        Map.entry("measures", "Blocked, police told, families to be told."),
                        Map.entry("contact", "Diane Osei, 01632 960120"),
                        Map.entry("trained", "February 2025"),
                        Map.entry("whose", "ours")));
        until("2026-04-03T17:30");
        does(
                "Diane Osei",
                reference,
                "advise",
                Map.of("advice", "notify", "reasons", "The risk to the families is high.", "affected", "tell"));
        until("2026-04-04T10:00");
        does(
                "Simon Lacey",
                reference,
                "affected",
                Map.of("decision", "will-be-told", "reasons", "The risk to them is high."));
        until("2026-04-04T16:00");
        does(
                "Diane Osei",
                reference,
                "affected-told",
                Map.of("how", "telephone,letter", "told", "2026-04-04 15:00", "number", "212", "addresses", "checked"));
        tell("The Commissioner has not been told yet, and 48 hours have gone.");
        until("2026-04-05T11:30");
        does(
                "Simon Lacey",
                reference,
                "decide",
                Map.of(
                        "decision", "notified",
                        "notified", "2026-04-05 11:20",
                        "reference", "IC-260405-A1B2",
                        "reasons", "As the data protection officer advises.",
                        "delegation", "siro"));
        assertThat(duty(reference, "ico-decision").end()).isEqualTo(Duty.End.DONE);
        assertThat(new CaseFile(incident(reference))
                        .latest("decide")
                        .orElseThrow()
                        .value("reference"))
                .isEqualTo("IC-260405-A1B2");

        until("2026-04-07T09:30");
        Map<String, String> closing =
                Map.of("outcome", "resolved", "cause", "theft", "malfunction", "no", "costs", "1200");
        assertThat(does("Nia Evans", reference, "close", closing))
                .contains("Internal audit says how to handle evidence");
        assertThat(incident(reference).isOpen()).isTrue();
        does(
                "Iris Chan",
                reference,
                "audit-advice",
                Map.of("forensic", "no", "guidance", "Keep the log sealed until the police have answered."));
        until("2026-04-07T10:15");
        does("Nia Evans", reference, "close", closing);
        assertThat(incident(reference).isOpen()).isFalse();

        until("2026-04-20T11:00");
        does(
                "Margaret Hale",
                reference,
                "review",
                Map.of(
                        "causes", "Laptops are left in cars between visits.",
                        "controls", "physical,people",
                        "training", "team",
                        "process", "Laptops stay with whoever visits."));
        does(
                "Margaret Hale",
                reference,
                "action",
                Map.of(
                        "kind", "preventive",
                        "text", "Give out bags that lock to the seat.",
                        "person", someone("Ian Kerr").objectId(),
                        "due", "2026-05-15"));
        does("Margaret Hale", reference, "policy-review", Map.of("policies", "Mobile working", "result", "proposed"));
        until("2026-05-24T10:00");
        does("Ian Kerr", reference, "action-done", Map.of("worked", "later", "text", "Forty bags were given out."));
        Incident end = incident(reference);
        assertThat(end.duties()).noneMatch(Duty::isOpen);

        tell("What the person who reported it sees, and the breach register.");
        JsonNode mine = says("Rosa Bailey", "my reports");
        presses("Rosa Bailey", "Open " + reference, mine, Map.of());
        assertThat(says("Diane Osei", "breach register").toString()).contains("Breach register");
        isApproved("laptop-before-easter");
    }
}
