package io.beadle.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.selftest.SelfTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong around an incident that is dealt with, in the whole application. */
class FaultsIT extends Council {
    @Autowired
    private SelfTest selfTest;

    @Test
    void aClosedCaseTakesRecordsAndNothingElse() {
        begin("A closed case", "2026-06-10T09:00");
        String reference = report();
        atDesk("Tom Okafor", "Acknowledge", reference);
        atDesk("Nia Evans", "Acknowledge", reference);
        String form = form("Nia Evans", reference, "assign");
        assertThat(form).contains("case.do");
        does("Tom Okafor", reference, "close", Map.of("outcome", "resolved", "cause", "deceit", "malfunction", "no"));
        assertThat(incident(reference).isOpen()).isFalse();

        int acts = incident(reference).acts().size();
        for (String act : new String[] {"assign", "severity", "matrix", "classify", "contain", "warn", "join"}) {
            assertThat(form("Nia Evans", reference, act))
                    .as(act)
                    .contains("Nothing was recorded")
                    .doesNotContain("case.do");
        }
        assertThat(incident(reference).acts()).hasSize(acts);
        does("Nia Evans", reference, "note", Map.of("text", "The bank has thanked us."));
        assertThat(someone("Ruth Carver")
                        .executes("incident.acknowledge", Map.of("incident", reference))
                        .toString())
                .doesNotContain("You have acknowledged");
        assertThat(incident(reference).acknowledgements()).hasSize(2);
    }

    @Test
    void whereBeadleWasRemovedFromTheChannelPeopleAreToldInPersonAllTheSame() throws Exception {
        begin("Beadle was removed from the channel", "2026-06-10T09:00");
        selfTest.run(); // one of its own may have come while there was no desk yet
        assertThat(health()).isEqualTo("200 UP");
        removedFromDesk();
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
                        "2026-06-10 08:45"),
                Map.of(
                        "depends-today",
                        "no",
                        "records-state",
                        "none",
                        "personal-data",
                        "no",
                        "noticed",
                        "2026-06-10 08:50"),
                Map.of("system", "Adult social care", "where-now", "down", "asset-tag", "not known"),
                Map.of("circumstances", "It does not open.", "contact", "01632 960782"));
        assertThat(incident(reference).deskPost()).isNull();
        assertThat(health()).isEqualTo("200 DEGRADED");
        assertThat(told(reference)).contains("Nia Evans", "Tom Okafor", "Bea Cole");
        acknowledges("Nia Evans", reference);
        acknowledges("Tom Okafor", reference);
        assertThat(incident(reference).isAcknowledged()).isTrue();
    }

    @Test
    void aRoleWithNobodyInItStaysInTheLedgerUntilSomebodyHoldsIt() {
        begin("A role with nobody in it", "2026-06-10T09:00");
        leaves("Ian Kerr");
        String reference = report();
        assertThat(incident(reference).ledger())
                .anyMatch(line -> line.role().equals("ict-director") && line.to() == null);
        comesBack("Ian Kerr");
        until("2026-06-10T09:05");
        assertThat(told(reference)).contains("Ian Kerr");
        assertThat(incident(reference).ledger())
                .filteredOn(line -> line.role().equals("ict-director"))
                .extracting(Delivery::state)
                .contains(Delivery.State.SENT);
        assertThat(new CaseFile(incident(reference)).isRestricted()).isFalse();
    }

    private String form(String name, String reference, String act) {
        return someone(name)
                .executes("case.act", Map.of("incident", reference, "what", act))
                .toString();
    }

    private String report() {
        return reportsPhishing("2026-06-10 08:05", "2026-06-10 08:10");
    }
}
