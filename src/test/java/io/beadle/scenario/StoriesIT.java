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
        does(
                "Nia Evans",
                reference,
                "line-manager",
                Map.of("person", someone("Deb Stone").objectId(), "kind", "support,collect"));
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
        String manager =
                new CaseFile(incident(reference)).all("line-manager").getFirst().key();
        does("Nia Evans", reference, "line-manager-noted", Map.of("about", manager, "done", "done"));
        Map<String, String> closing =
                Map.of("outcome", "resolved", "cause", "theft", "malfunction", "no", "costs", "1200");
        assertThat(tries("Nia Evans", reference, "close", closing))
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

        tell("What the person who reported it sees, the breach register, and the figures of April.");
        JsonNode mine = says("Rosa Bailey", "my reports");
        presses("Rosa Bailey", "Open " + reference, mine, Map.of());
        assertThat(says("Diane Osei", "breach register").toString()).contains("Breach register");
        assertThat(says("Margaret Hale", "report April").toString())
                .contains("Figures: April 2026", "Lost or stolen device 1", "Theft 1")
                .doesNotContain("Nia Evans", "Alun Price");
        isApproved("laptop-before-easter");
    }

    @Test
    void aSuspiciousMessageIsReportedThatDidNoHarm() {
        begin("A suspicious message that did no harm", "2026-06-10T16:20");
        String reference = reportsPhishing("2026-06-10 16:05", "2026-06-10 16:10");
        assertThat(incident(reference).severity()).isEqualTo(Severity.LOW);
        assertThat(duty(reference, "acknowledge").due())
                .as("four hours in which people work")
                .isEqualTo(at("2026-06-11T12:20"));
        assertThat(incident(reference).duties()).extracting(Duty::rule).doesNotContain("ico-decision", "dpo-look");

        until("2026-06-10T16:40");
        atDesk("Tom Okafor", "Acknowledge", reference);
        until("2026-06-11T14:30");
        acknowledges("Ruth Carver", reference);
        assertThat(told(reference)).contains("Dev Anand").doesNotContain("Simon Lacey", "Diane Osei");

        does("Tom Okafor", reference, "classify", Map.of("kind", "event", "why", "Nobody answered it."));
        does(
                "Tom Okafor",
                reference,
                "warn",
                Map.of(
                        "to",
                        "department-rep",
                        "text",
                        "An e-mail that looks like our bank's asks to sign in. Do not."));
        assertThat(tries("Tom Okafor", reference, "warn-release", Map.of())).contains("This is for others to do");
        does("Dev Anand", reference, "warn-release", Map.of());
        assertThat(lastCard("Deb Stone").toString()).contains("An e-mail that looks like our bank");
        Map<String, String> closing = Map.of("outcome", "resolved", "cause", "deceit", "malfunction", "no");
        does("Tom Okafor", reference, "close", closing);
        assertThat(incident(reference).isOpen()).isFalse();
        assertThat(incident(reference).duties()).as("a low one needs no review").noneMatch(Duty::isOpen);
        isApproved("suspicious-message");
    }

    @Test
    void papersWithHealthRecordsAreStolen() {
        begin("Papers with health records are stolen", "2026-05-12T10:10");
        tell("Sonia Mills of senior management has never opened Beadle in Teams.");
        String reference = reportsStolenPapers();
        assertThat(told(reference)).contains("Sonia Mills", "Diane Osei", "Helen Marsh");
        until("2026-05-12T10:25");
        atDesk("Nia Evans", "Acknowledge", reference);
        atDesk("Tom Okafor", "Acknowledge", reference);
        does("Diane Osei", reference, "looked", Map.of("breach", "yes", "why", "Health notes of seven people."));
        does("Diane Osei", reference, "bodies", Map.of("bodies", "nhs"));
        until("2026-05-12T15:00");
        does(
                "Diane Osei",
                reference,
                "assess",
                Map.ofEntries(
                        Map.entry("nature", "confidentiality"),
                        Map.entry("categories", "special"),
                        Map.entry("people", "7"),
                        Map.entry("records", "7"),
                        Map.entry("likelihood", "unlikely"),
                        Map.entry("harm", "limited"),
                        Map.entry("risk", "unlikely"),
                        Map.entry("consequences", "None: the bag was found on the bus, still shut."),
                        Map.entry("measures", "Folders with a lock."),
                        Map.entry("contact", "Diane Osei, 01632 960120"),
                        Map.entry("whose", "ours")));
        does(
                "Diane Osei",
                reference,
                "advise",
                Map.of("advice", "not-notify", "reasons", "Nobody opened it.", "affected", "not-tell"));
        does(
                "Margaret Hale",
                reference,
                "onward",
                Map.of("body", "nhs", "told", "2026-05-12 14:50", "reference", "DSPT-77"));
        does(
                "Simon Lacey",
                reference,
                "decide",
                Map.of("decision", "not-notified", "reasons", "The bag was still shut.", "delegation", "siro"));
        assertThat(incident(reference).duties()).extracting(Duty::rule).doesNotContain("affected");
        does("Tom Okafor", reference, "close", Map.of("outcome", "recovered", "cause", "theft", "malfunction", "no"));
        assertThat(incident(reference).isOpen()).isFalse();
        isApproved("stolen-papers");
    }

    @Test
    void anAddressReachesAViolentFormerPartner() {
        begin("An address reaches a violent former partner", "2026-10-24T21:10");
        tell("A Saturday evening; in the night the clocks go back.");
        someone("Lee Marlow");
        JsonNode step = says("Lee Marlow", "I told the ex-partner the new address by mistake");
        step = goesOn(
                "Lee Marlow", step, Map.of("danger", "yes", "what", "home", "where", "feared", "excludes", "none"));
        assertThat(step.toString()).as("whom to ring, at once").contains("999", "01632 960140");
        step = goesOn(
                "Lee Marlow",
                step,
                Map.of(
                        "happened", "2026-10-24 20:50",
                        "noticed", "2026-10-24 21:00",
                        "how-told", "phone",
                        "personal-data", "yes",
                        "where-now", "nobody"));
        step = goesOn(
                "Lee Marlow",
                step,
                Map.of("people", "few", "categories", "children,vulnerable", "system", "Housing", "asset-tag", "none"));
        step = goesOn(
                "Lee Marlow", step, Map.of("circumstances", "He said he was her brother.", "contact", "01632 960780"));
        presses("Lee Marlow", "Send the report", step, Map.of());
        String reference = latest();
        Incident reported = incident(reference);
        assertThat(reported.severity()).isEqualTo(Severity.HIGH);
        assertThat(new CaseFile(reported).isRestricted()).isTrue();
        assertThat(told(reference)).contains("Sarah Finch", "Alun Price", "Diane Osei", "Margaret Hale");

        until("2026-10-24T21:22");
        acknowledges("Sarah Finch", reference);
        until("2026-10-24T21:24");
        acknowledges("Alun Price", reference);
        assertThat(duty(reference, "danger").isOpen()).isFalse();
        does(
                "Sarah Finch",
                reference,
                "note",
                Map.of("text", "Police are with the family; they move to another place tonight."));
        assertThat(refused("Colin Ward", reference)).contains("do not know this incident");
        assertThat(refused("Frank Bell", reference)).contains("do not know this incident");
        until("2026-10-25T09:00");
        assertThat(duty(reference, "ico-decision").due())
                .as("72 hours later, though the clocks went back")
                .isEqualTo(at("2026-10-27T20:00"));
        assertThat(transcript().toString())
                .as("what a channel saw of it")
                .doesNotContain("posts in the channel", "in the channel \"Security desk\" changes");
        isApproved("address-and-danger");
    }

    @Test
    void aWeaknessAtASupplierIsReportedAnonymously() {
        begin("A weakness at a supplier, reported without a name", "2026-09-07T11:00");
        someone("Somebody");
        says("Somebody", "report without my name");
        JsonNode choice = lastCard("Somebody");
        JsonNode groups = presses("Somebody", "Report anonymously", choice, Map.of());
        JsonNode types = presses("Somebody", "Told by others, a weakness, something else", groups, Map.of());
        JsonNode step = presses("Somebody", "A weakness that could let something happen", types, Map.of());
        step = goesOn(
                "Somebody",
                step,
                Map.of(
                        "danger", "no",
                        "what", "supplier",
                        "where", "The parking permits site",
                        "happened", "2026-09-07 10:30"));
        step = goesOn(
                "Somebody",
                step,
                Map.of("seen", "chance", "personal-data", "yes", "where-now", "open", "noticed", "2026-09-07 10:40"));
        step = goesOn(
                "Somebody",
                step,
                Map.of(
                        "people", "unsure",
                        "categories", "none",
                        "system", "Parking permits",
                        "supplier-name", "Parkwell Ltd",
                        "asset-tag", "none"));
        step = goesOn(
                "Somebody", step, Map.of("circumstances", "Changing the number in the address shows another permit."));
        JsonNode receipt = presses("Somebody", "Send the report", step, Map.of());
        String code = code(receipt);
        String reference = latest();
        until("2026-09-07T11:30");
        atDesk("Nia Evans", "Acknowledge", reference);
        atDesk("Tom Okafor", "Acknowledge", reference);
        does(
                "Diane Osei",
                reference,
                "looked",
                Map.of("breach", "no", "why", "Nobody's data is known to have been seen."));
        does("Nia Evans", reference, "ask", Map.of("text", "Did the other permit show a name?"));
        JsonNode report = says("Somebody", "follow up " + code);
        JsonNode form = presses("Somebody", "Answer the team", report, Map.of());
        presses("Somebody", "Send", form, Map.of("text", "Yes, and a street."));
        until("2026-09-23T10:00");
        assertThat(told(reference)).contains("Colin Ward");
        does(
                "Colin Ward",
                reference,
                "supplier-answered",
                Map.of("answer", "will-fix", "by", "2026-09-30", "text", "They mend it with the next version."));
        until("2026-10-01T10:00");
        does("Colin Ward", reference, "supplier-fixed", Map.of("how", "Permits now open for their owner only."));
        until("2026-10-02T10:00");
        does(
                "Nia Evans",
                reference,
                "supplier-checked",
                Map.of("worked", "worked", "how", "Tried with a test permit of our own."));
        assertThat(incident(reference).duties())
                .filteredOn(duty -> duty.rule().startsWith("supplier-"))
                .hasSize(3)
                .noneMatch(Duty::isOpen);
        isApproved("supplier-weakness");
    }

    @Test
    void aReportIsAboutTheSecurityManager() {
        begin("A report about the information security manager", "2026-11-09T14:00");
        String reference = reports(
                "Ash Rowe",
                "I am worried about a colleague who misuses their access",
                Map.of("danger", "no", "what", "access", "where", "work-computer", "excludes", "security"),
                Map.of(
                        "personal-data", "yes",
                        "happened", "2026-11-06 15:00",
                        "noticed", "2026-11-09 13:30",
                        "where-now", "on"),
                Map.of("people", "unsure", "categories", "none", "system", "E-mail", "asset-tag", "none"),
                Map.of("circumstances", "Margaret reads mailboxes that are not hers.", "contact", "01632 960781"));
        until("2026-11-09T16:30");
        assertThat(told(reference))
                .contains("Diane Osei", "Simon Lacey", "Mo Farouk")
                .doesNotContain("Margaret Hale", "Dev Anand", "Nia Evans", "Tom Okafor", "Ruth Carver", "Alun Price");
        tell("Whoever it may be about, and the whole security team, are told that there is no such incident.");
        for (String name : new String[] {"Margaret Hale", "Dev Anand", "Nia Evans", "Alun Price"}) {
            assertThat(refused(name, reference)).contains("do not know this incident");
        }
        acknowledges("Diane Osei", reference);
        acknowledges("Mo Farouk", reference);
        assertThat(incident(reference).isAcknowledged()).isTrue();
        does("Diane Osei", reference, "note", Map.of("text", "Internal audit reads the logs of the mail system."));
        tell("Who looks for it, and who finds it.");
        for (String name : new String[] {"Margaret Hale", "Dev Anand", "Nia Evans"}) {
            assertThat(says(name, reference).toString()).doesNotContain("systems are used", "case.open");
            assertThat(says(name, "open").toString()).doesNotContain(reference);
        }
        assertThat(says("Diane Osei", reference).toString()).contains(reference, "case.open");
        assertThat(transcript().toString().split("\n\n"))
                .filteredOn(paragraph -> paragraph.contains("posts in the channel"))
                .as("the week's digest may, but has nothing of it")
                .noneMatch(paragraph -> paragraph.contains(reference) || paragraph.contains("systems are used"));
        isApproved("about-the-manager");
    }

    @Test
    void aServiceIsDownThatPeopleDependOnToday() {
        begin("A service is down that people depend on today", "2026-03-28T22:30");
        tell("A Saturday; in the night the clocks go forward.");
        String reference = reports(
                "Gwen Holt",
                "The adult social care system is down",
                Map.of(
                        "danger",
                        "no",
                        "what",
                        "business-system",
                        "where",
                        "Everywhere",
                        "happened",
                        "2026-03-28 21:45"),
                Map.of(
                        "depends-today", "yes",
                        "records-state", "unreachable",
                        "personal-data", "yes",
                        "noticed", "2026-03-28 22:00"),
                Map.of(
                        "people", "thousands",
                        "categories", "health,vulnerable",
                        "system", "Adult social care",
                        "where-now", "down",
                        "asset-tag", "not known"),
                Map.of("circumstances", "Nobody can see tonight's visits.", "contact", "01632 960782"));
        assertThat(duty(reference, "continuity").due()).isEqualTo(at("2026-03-28T23:00"));
        assertThat(told(reference)).contains("Bea Cole", "Alun Price", "Ian Kerr", "Owen Grant");
        until("2026-03-28T22:40");
        acknowledges("Alun Price", reference);
        acknowledges("Tom Okafor", reference);
        until("2026-03-28T22:50");
        does(
                "Bea Cole",
                reference,
                "continuity",
                Map.of("plan", "invoked", "text", "Home care works from the printed rounds."));
        assertThat(duty(reference, "continuity").end()).isEqualTo(Duty.End.DONE);
        until("2026-03-29T06:00");
        does(
                "Alun Price",
                reference,
                "recover",
                Map.of("step", "restored", "detail", "The database runs again on the second server.", "done", "now"));
        assertThat(duty(reference, "ico-decision").due())
                .as("72 hours later, though the clocks went forward")
                .isEqualTo(at("2026-03-31T23:00"));
        isApproved("service-down");
    }

    @Test
    void aSupplierTellsOfABreach() {
        begin("A supplier tells the council of a breach", "2026-07-15T09:40");
        String reference = reports(
                "Vik Shah",
                "Our payroll provider told us that it was hacked",
                Map.of("danger", "no", "what", "attack", "where", "Payright Ltd", "happened", "2026-07-10 08:00"),
                Map.of(
                        "noticed", "2026-07-15 09:15",
                        "found", "2026-07-12 08:00",
                        "contract", "Payroll 2024",
                        "personal-data", "yes",
                        "depends-today", "no"),
                Map.of(
                        "people", "thousands",
                        "categories", "money,identity",
                        "system", "Payroll",
                        "where-now", "unsure",
                        "asset-tag", "none"),
                Map.of(
                        "circumstances", "They wrote that staff records were copied.",
                        "their-contact", "Ann Lind, 01632 960555",
                        "contact", "01632 960783"));
        assertThat(duty(reference, "ico-decision").begins())
                .as("from when the council was told, not from when they found it")
                .isEqualTo(at("2026-07-15T09:15"));
        assertThat(told(reference)).contains("Colin Ward", "Diane Osei");
        until("2026-07-15T09:50");
        atDesk("Ruth Carver", "Acknowledge", reference);
        atDesk("Tom Okafor", "Acknowledge", reference);
        until("2026-07-15T11:00");
        does("Diane Osei", reference, "looked", Map.of("breach", "yes", "why", "Staff records were copied."));
        does("Diane Osei", reference, "bodies", Map.of("bodies", "joint", "who", "The pension fund"));
        until("2026-07-15T16:00");
        does(
                "Margaret Hale",
                reference,
                "onward",
                Map.of("body", "joint", "told", "2026-07-15 15:30", "reference", "PF-18"));
        assertThat(duty(reference, "onward-joint").end()).isEqualTo(Duty.End.DONE);
        opens("Diane Osei", reference);
        isApproved("supplier-breach");
    }
}
