package io.beadle.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Act;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Duties from beginning to end that no story is about: who is told when, what ends them, and who may not. */
class DutiesIT extends Council {
    @Test
    void theSiroDecidesAsSoonAsTheDpoHasAdvisedAndMoreFollowsUntilAnUpdateIsTheLast() {
        begin("The Commissioner hears in phases", "2026-05-12T10:10");
        String reference = reportsStolenPapers();
        atDesk("Nia Evans", "Acknowledge", reference);
        atDesk("Tom Okafor", "Acknowledge", reference);
        does("Diane Osei", reference, "looked", Map.of("breach", "yes", "why", "Health notes."));
        assertThat(toldOf(reference, "siro-decision")).isEmpty();
        until("2026-05-12T15:00");
        advises(reference, "notify");
        assertThat(toldOf(reference, "siro-decision"))
                .as("at once, not at 48 hours")
                .containsExactly("Simon Lacey");
        assertThat(lastCard("Simon Lacey").toString()).contains("Decide on what the data protection officer advises");
        assertThat(duty(reference, "siro-decision").due()).isEqualTo(at("2026-05-13T15:00"));

        until("2026-05-12T17:00");
        advises(reference, "not-notify");
        assertThat(duties(reference, "siro-decision")).as("of each advice one").hasSize(2);
        does(
                "Simon Lacey",
                reference,
                "decide",
                Map.of(
                        "decision", "notified",
                        "notified", "2026-05-12 17:00",
                        "more", "yes",
                        "reasons", "Better early than whole.",
                        "difference", "More people may be in it.",
                        "delegation", "siro"));
        assertThat(duties(reference, "siro-decision")).extracting(Duty::end).containsOnly(Duty.End.DONE);
        Duty rest = duty(reference, "ico-rest");
        assertThat(rest.due()).isEqualTo(at("2026-05-19T17:00"));

        close(reference);
        until("2026-05-18T17:00");
        assertThat(toldOf(reference, "ico-rest")).as("a day before").containsExactly("Diane Osei");
        updates(reference, "yes");
        assertThat(duty(reference, "ico-rest").end()).as("on a closed case too").isEqualTo(Duty.End.DONE);
        assertThat(duty(reference, "ico-update").due()).isEqualTo(at("2026-05-25T17:00"));

        until("2026-05-26T09:00");
        assertThat(toldOf(reference, "ico-update")).as("overdue").containsExactlyInAnyOrder("Diane Osei", "Ravi Menon");
        updates(reference, "yes");
        assertThat(duties(reference, "ico-update"))
                .as("another time from the second on")
                .extracting(Duty::due)
                .containsExactly(at("2026-05-25T17:00"), at("2026-06-02T09:00"));
        until("2026-06-01T09:00");
        updates(reference, "no");
        assertThat(duties(reference, "ico-update"))
                .hasSize(2)
                .extracting(Duty::end)
                .containsOnly(Duty.End.DONE);
    }

    @Test
    void noBreachMeansThatNothingIsToBeDecided() {
        begin("No breach after all", "2026-05-12T10:10");
        String reference = reportsStolenPapers();
        advises(reference, "not-notify");
        does("Diane Osei", reference, "looked", Map.of("breach", "no", "why", "The papers were blank."));
        assertThat(duty(reference, "siro-decision").end()).isEqualTo(Duty.End.VOID);
    }

    @Test
    void aWarningWaitsForASecondPersonAndIsPassedUpUntilThen() {
        begin("A warning waits", "2026-06-10T10:00");
        String reference = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        does("Nia Evans", reference, "warn", Map.of("to", "press-office", "text", "Do not sign in at that page."));
        assertThat(toldOf(reference, "warning-release")).containsExactlyInAnyOrder("Margaret Hale", "Dev Anand");
        assertThat(duty(reference, "warning-release").due()).isEqualTo(at("2026-06-10T11:00"));
        until("2026-06-10T10:30");
        assertThat(toldOf(reference, "warning-release")).contains("Ian Kerr").doesNotContain("Simon Lacey");
        until("2026-06-10T11:00");
        assertThat(toldOf(reference, "warning-release")).contains("Simon Lacey");
        assertThat(told(reference)).doesNotContain("Pete Lowe");
        does("Simon Lacey", reference, "warn-release", Map.of());
        assertThat(lastCard("Pete Lowe").toString()).contains("Do not sign in at that page.");
        assertThat(duty(reference, "warning-release").end()).isEqualTo(Duty.End.DONE);

        does("Margaret Hale", reference, "warn", Map.of("to", "press-office", "text", "Say that mail is slow."));
        assertThat(form("Margaret Hale", reference, "warn-release"))
                .as("she wrote it herself")
                .doesNotContain("case.do");
        assertThat(duties(reference, "warning-release").getLast().isOpen()).isTrue();
        does("Dev Anand", reference, "warn-release", Map.of());
        assertThat(duties(reference, "warning-release")).noneMatch(Duty::isOpen);
    }

    @Test
    void whoeverWasHandedEvidenceConfirmsItOrSomebodyRecordsTheirReceipt() {
        begin("Evidence is handed over", "2026-06-10T10:00");
        String reference = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        does("Nia Evans", reference, "evidence-handover", Map.of("to", "internal-audit", "items", "The message"));
        assertThat(toldOf(reference, "evidence-receipt")).containsExactly("Iris Chan");
        does("Nia Evans", reference, "evidence-handover", Map.of("to", "legal", "items", "A copy"));
        assertThat(toldOf(reference, "evidence-receipt")).containsExactlyInAnyOrder("Iris Chan", "Leila Adams");
        does("Margaret Hale", reference, "evidence-handover", Map.of("to", "police", "items", "The laptop"));
        assertThat(toldOf(reference, "evidence-receipt"))
                .as("the police are not in Beadle")
                .contains("Margaret Hale", "Dev Anand");
        assertThat(duties(reference, "evidence-receipt")).extracting(Duty::due).containsOnly(at("2026-06-12T10:00"));

        confirms("Iris Chan", reference, 0);
        confirms("Leila Adams", reference, 1);
        assertThat(duties(reference, "evidence-receipt"))
                .extracting(Duty::isOpen)
                .containsExactly(false, false, true);
        assertThat(form("Margaret Hale", reference, "evidence-receipt"))
                .as("not by whoever handed it over")
                .doesNotContain("case.do");
        until("2026-06-12T10:01");
        assertThat(lines(reference, "evidence-receipt"))
                .filteredOn(line -> line.occasion() == Delivery.Occasion.OVERDUE)
                .extracting(Delivery::role)
                .containsExactlyInAnyOrder("manager", "deputy");
        confirms("Dev Anand", reference, 2);
        assertThat(duties(reference, "evidence-receipt")).noneMatch(Duty::isOpen);
    }

    @Test
    void theOtherSystemsReferenceIsAskedForEachWorkingDayUntilSomebodyRecordsIt() {
        begin("Handed over to a case system", "2026-06-11T10:00");
        String reference = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        does(
                "Nia Evans",
                reference,
                "assign",
                Map.of("person", someone("Tom Okafor").objectId()));
        does("Nia Evans", reference, "hand-over", Map.of("to", "email"));
        assertThat(duty(reference, "case-reference").due()).isEqualTo(at("2026-06-12T10:00"));
        until("2026-06-16T10:30");
        assertThat(lines(reference, "case-reference"))
                .as("Friday, Monday and Tuesday, whoever deals with it")
                .extracting(line -> Objects.requireNonNull(line.to()).name())
                .containsExactly("Tom Okafor", "Tom Okafor", "Tom Okafor");
        does("Tom Okafor", reference, "hand-over-reference", Map.of("reference", "CALL-17"));
        assertThat(duty(reference, "case-reference").end()).isEqualTo(Duty.End.DONE);
    }

    @Test
    void stoppedAccessIsCheckedByAnotherPerson() {
        begin("Access to stop", "2026-06-10T10:00");
        JsonNode groups = says("Rae Linden", "report");
        JsonNode types = presses("Rae Linden", "How information or access is used", groups, Map.of());
        JsonNode step = presses("Rae Linden", "Access to stop now (managers, HR)", types, Map.of());
        step = goesOn(
                "Rae Linden",
                step,
                Map.of("danger", "no", "what", "everything", "where", "Pat Doyle, 4711", "excludes", "none"));
        step = goesOn(
                "Rae Linden",
                step,
                Map.of(
                        "role", "line-manager",
                        "reason", "suspended",
                        "happened", "2026-06-10 09:30",
                        "noticed", "2026-06-10 09:40"));
        step = goesOn(
                "Rae Linden",
                step,
                Map.of("personal-data", "yes", "where-now", "with-them", "system", "E-mail", "asset-tag", "none"));
        step = goesOn(
                "Rae Linden",
                step,
                Map.of(
                        "people", "unsure",
                        "categories", "none",
                        "circumstances", "Suspended this morning.",
                        "contact", "01632 960784"));
        presses("Rae Linden", "Send the report", step, Map.of());
        String reference = latest();
        assertThat(told(reference)).contains("Alun Price", "Hugh Rees");
        assertThat(transcript().toString()).doesNotContain("posts in the channel");
        does("Alun Price", reference, "access-stopped", Map.of("what", "account,remote"));
        assertThat(duty(reference, "access-stop").end()).isEqualTo(Duty.End.DONE);
        assertThat(toldOf(reference, "access-check")).containsExactlyInAnyOrder("Margaret Hale", "Hugh Rees");
        assertThat(form("Alun Price", reference, "access-checked"))
                .as("he stopped it himself")
                .doesNotContain("case.do");
        until("2026-06-10T14:00");
        assertThat(toldOf(reference, "access-check")).as("overdue").contains("Dev Anand");
        does("Hugh Rees", reference, "access-checked", Map.of("checked", "Signing in is refused."));
        assertThat(duty(reference, "access-check").end()).isEqualTo(Duty.End.DONE);
    }

    @Test
    void aSupplierIsFollowedAfterTheCaseIsClosedUntilTheMendingWorked() {
        begin("A supplier that mends in part", "2026-09-07T11:00");
        String reference = reports(
                "Jo Bright",
                "I noticed a weakness in the parking permits site",
                Map.of(
                        "danger", "no",
                        "what", "supplier",
                        "where", "The parking permits site",
                        "happened", "2026-09-07 10:30"),
                Map.of("seen", "chance", "personal-data", "no", "where-now", "open", "noticed", "2026-09-07 10:40"),
                Map.of("system", "Parking permits", "supplier-name", "Parkwell Ltd", "asset-tag", "none"),
                Map.of("circumstances", "It shows another permit.", "contact", "01632 960778"));
        atDesk("Nia Evans", "Acknowledge", reference);
        atDesk("Tom Okafor", "Acknowledge", reference);
        does(
                "Nia Evans",
                reference,
                "assign",
                Map.of("person", someone("Nia Evans").objectId()));
        close(reference);

        until("2026-09-08T10:00");
        does("Colin Ward", reference, "supplier-answered", Map.of("answer", "no-weakness"));
        assertThat(duty(reference, "supplier-answer").end()).isEqualTo(Duty.End.DONE);
        assertThat(toldOf(reference, "supplier-verdict")).containsExactly("Nia Evans");
        does("Colin Ward", reference, "supplier-answered", Map.of("answer", "will-fix", "by", "2026-09-18"));
        assertThat(duty(reference, "supplier-verdict").end())
                .as("they think otherwise now")
                .isNotNull();
        assertThat(duty(reference, "supplier-fix").due()).isEqualTo(at("2026-09-18T17:00"));
        until("2026-09-18T17:01");
        assertThat(toldOf(reference, "supplier-fix")).as("overdue").contains("Colin Ward", "Nia Evans");
        does("Colin Ward", reference, "supplier-fixed", Map.of("how", "Numbers are longer."));
        assertThat(duty(reference, "supplier-fix").end()).isEqualTo(Duty.End.DONE);
        does(
                "Nia Evans",
                reference,
                "supplier-checked",
                Map.of("worked", "partly", "how", "They can still be guessed."));
        assertThat(duty(reference, "supplier-check").end()).isEqualTo(Duty.End.DONE);
        assertThat(toldOf(reference, "supplier-again")).containsExactly("Colin Ward");

        until("2026-09-21T10:00");
        does("Colin Ward", reference, "supplier-answered", Map.of("answer", "fixed"));
        assertThat(duty(reference, "supplier-again").end()).isEqualTo(Duty.End.DONE);
        assertThat(duties(reference, "supplier-verdict"))
                .filteredOn(Duty::isOpen)
                .hasSize(1);
        does("Nia Evans", reference, "supplier-checked", Map.of("worked", "worked", "how", "Tried again."));
        assertThat(incident(reference).duties())
                .filteredOn(duty -> duty.rule().startsWith("supplier-"))
                .hasSize(6)
                .noneMatch(Duty::isOpen);
    }

    @Test
    void theDeputyOfWhoeverIsAwayIsToldAndActsInTheirPlace() {
        begin("Internal audit is away", "2026-06-10T10:00");
        isAway("Iris Chan", "2026-06-20T09:00", "Pat Quill");
        String reference = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        does(
                "Nia Evans",
                reference,
                "custody",
                Map.of("item", "The message", "what", "taken", "where", "The safe", "reason", "To look at it"));
        assertThat(toldOf(reference, "audit-advice")).containsExactly("Pat Quill");
        assertThat(lastCard("Pat Quill").toString()).contains("Internal audit says how to handle evidence");
        opens("Pat Quill", reference);
        does("Pat Quill", reference, "audit-advice", Map.of("forensic", "no", "guidance", "Keep it sealed."));
        assertThat(duty(reference, "audit-advice").end()).isEqualTo(Duty.End.DONE);

        until("2026-06-20T09:01");
        String later = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        does(
                "Nia Evans",
                later,
                "custody",
                Map.of("item", "The message", "what", "taken", "where", "The safe", "reason", "To look at it"));
        assertThat(toldOf(later, "audit-advice")).as("once she is back").containsExactly("Iris Chan");
        assertThat(form("Pat Quill", later, "audit-advice")).doesNotContain("case.do");
    }

    @Test
    void aCorrectiveActionSaysWhatWhoseAndUntilWhenAndAnEMailOnlyWhatWasChosen() {
        begin("A corrective action", "2026-06-10T10:00");
        String reference = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        atDesk("Nia Evans", "Acknowledge", reference);
        atDesk("Ruth Carver", "Acknowledge", reference);
        action(reference, "Ian Kerr", "Switch macros off everywhere.", "2026-07-01");
        assertThat(String.join("\n", CardText.lines(lastCard("Ian Kerr"))))
                .contains(
                        "A corrective action (To keep it from happening again), for Ian Kerr",
                        "What is to be done? Switch macros off everywhere.",
                        "Who does it? Ian Kerr",
                        "By when: 17:00 on Wednesday 1 July");
        until("2026-06-10T10:05");
        action(reference, "Ian Kerr", "Tell everybody how to report.", "");
        assertThat(String.join("\n", CardText.lines(lastCard("Ian Kerr"))))
                .as("of two the one, with the time that nobody filled in")
                .contains("Tell everybody how to report.", "By when: 10:05 on Friday 10 July")
                .doesNotContain("macros");

        cannotBeWritten("Frank Bell");
        action(reference, "Frank Bell", "Train the front desk.", "2026-07-02");
        assertThat(transcript().toString().replaceAll("\\s*\\|?\\s+", " "))
                .contains(
                        "A corrective action (To keep it from happening again), for Frank Bell, by 17:00 on Thursday 2 July");
        assertThat(letters("Frank Bell"))
                .contains("for Frank Bell")
                .as("nothing typed in an e-mail")
                .doesNotContain("front desk");
        until("2026-07-01T17:01");
        assertThat(String.join("\n", CardText.lines(lastCard("Margaret Hale"))))
                .as("the manager is told whose is late")
                .contains("Not done in time: A corrective action", "for Ian Kerr", "Switch macros off everywhere.");
    }

    @Test
    void theLineManagerIsToldInChosenWordsAndTheirAnswerIsAskedFor() {
        begin("The line manager is told", "2026-06-10T10:00");
        String reference = reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
        atDesk("Nia Evans", "Acknowledge", reference);
        atDesk("Tom Okafor", "Acknowledge", reference);
        assertThat(duties(reference, "line-manager")).as("of a severe one only").isEmpty();
        does("Nia Evans", reference, "severity", Map.of("severity", "high", "reason", "Many have it."));
        assertThat(duty(reference, "line-manager").due()).isEqualTo(at("2026-06-11T10:00"));
        does(
                "Nia Evans",
                reference,
                "line-manager",
                Map.of("person", someone("Owen Grant").objectId(), "kind", "support,training"));
        assertThat(duty(reference, "line-manager").end()).isEqualTo(Duty.End.DONE);
        assertThat(String.join("\n", CardText.lines(lastCard("Owen Grant"))))
                .contains("support whoever reported it", "see that the training is up to date")
                .doesNotContain("stop a payment", "Jo Bright");
        until("2026-06-12T10:01");
        assertThat(toldOf(reference, "line-manager-noted")).contains("Owen Grant", "Nia Evans");
        Act told = new CaseFile(incident(reference)).all("line-manager").getFirst();
        does("Tom Okafor", reference, "line-manager-noted", Map.of("about", told.key(), "done", "done"));
        assertThat(duty(reference, "line-manager-noted").end()).isEqualTo(Duty.End.DONE);
    }

    private void action(String reference, String doer, String text, String due) {
        does(
                "Margaret Hale",
                reference,
                "action",
                Map.of(
                        "kind",
                        "preventive",
                        "text",
                        text,
                        "person",
                        someone(doer).objectId(),
                        "due",
                        due));
    }

    private void advises(String reference, String advice) {
        does(
                "Diane Osei",
                reference,
                "advise",
                Map.of("advice", advice, "reasons", "Seven people.", "affected", "later"));
    }

    private void updates(String reference, String more) {
        does("Diane Osei", reference, "ico-update", Map.of("sent", "now", "text", "Two more names.", "more", more));
    }

    private void confirms(String name, String reference, int handover) {
        Act handed = new CaseFile(incident(reference)).all("evidence-handover").get(handover);
        does(name, reference, "evidence-receipt", Map.of("about", handed.key(), "intact", "yes"));
    }

    private void close(String reference) {
        for (Duty hindrance : incident(reference).hindrances()) {
            does("Margaret Hale", reference, "waive", Map.of("about", hindrance.key(), "reason", "Not needed here."));
        }
        does(
                "Margaret Hale",
                reference,
                "close",
                Map.of("outcome", "resolved", "cause", "unknown", "malfunction", "no"));
        assertThat(incident(reference).isOpen()).isFalse();
    }

    private List<Duty> duties(String reference, String rule) {
        return incident(reference).duties().stream()
                .filter(duty -> duty.rule().equals(rule))
                .toList();
    }

    private List<Delivery> lines(String reference, String rule) {
        return incident(reference).ledger().stream()
                .filter(line -> line.why().equals(rule) || line.why().startsWith(rule + '/'))
                .toList();
    }

    /** The names of all who were told of a duty so far. */
    private Set<String> toldOf(String reference, String rule) {
        return lines(reference, rule).stream()
                .filter(line -> line.state() == Delivery.State.SENT)
                .map(line -> Objects.requireNonNull(line.to()).name())
                .collect(Collectors.toSet());
    }

    private String form(String name, String reference, String act) {
        JsonNode form = someone(name).executes("case.act", Map.of("incident", reference, "what", act));
        return form.toString();
    }
}
