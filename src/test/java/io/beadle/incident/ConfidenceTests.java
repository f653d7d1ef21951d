package io.beadle.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Assets;
import io.beadle.content.BundledContent;
import io.beadle.content.Content;
import io.beadle.people.Appointment;
import io.beadle.people.RoleHolders;
import io.beadle.people.SomePeople;
import io.beadle.people.Span;
import io.beadle.people.StoredAppointments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is left out of an incident is left out whatever else they are, and wherever they are (G10). */
class ConfidenceTests {
    private static final Content CONTENT = BundledContent.CONTENT;
    private static final Instant NOON = SomeIncidents.NOON;
    private static final Span TODAY = new Span(NOON.minus(Duration.ofHours(6)), NOON.plus(Duration.ofHours(6)));
    private static final Span TONIGHT = new Span(NOON.plus(Duration.ofHours(8)), NOON.plus(Duration.ofHours(16)));

    @Test
    void whoeverIsAwayIsLeftOutAsWellAsWhoeverStandsInForThem() {
        Confidence confidence = confidence(
                SomePeople.away(TODAY, SomePeople.withDeputy("Devi", SomePeople.appointed("manager", "Mara"))));
        Incident about = about("security", "E-mail");
        assertThat(confidence.isExcluded(SomePeople.named("Mara"), about, NOON)).isTrue();
        assertThat(confidence.isExcluded(SomePeople.named("Devi"), about, NOON)).isTrue();
        assertThat(confidence.isExcluded(SomePeople.named("Mara"), about("member", "E-mail"), NOON))
                .as("about somebody else")
                .isFalse();
    }

    @Test
    void whoeverHasAnotherShiftIsLeftOutToo() {
        Confidence confidence = confidence(
                SomePeople.onShift(TONIGHT, SomePeople.appointed("on-call", "Alun")),
                SomePeople.appointed("safeguarding", "Alun"));
        Incident told = told(about("security", "E-mail"), "Alun");
        assertThat(confidence.mayKnow(SomePeople.named("Alun"), told, NOON)).isFalse();
        assertThat(confidence.mayKnow(SomePeople.named("Alun"), told(about("member", "E-mail"), "Alun"), NOON))
                .isTrue();
    }

    @Test
    void anOwnerInARoleOfTheAssetsOwnIsLeftOutWithTheOwners() {
        Assets assets = new Assets(List.of(
                new Assets.Asset("rents", "Rents", List.of("rents"), "housing", "facilities", "asset-administrator")));
        Confidence confidence = new Confidence(
                holders(SomePeople.appointed("facilities", "Fay")),
                CONTENT.roles(),
                CONTENT.routes(),
                assets,
                CONTENT.acts(),
                new RoleRecipients(holders(SomePeople.appointed("facilities", "Fay"))));
        assertThat(confidence.isExcluded(SomePeople.named("Fay"), about("manager", "Rents"), NOON))
                .isTrue();
        assertThat(confidence.isExcluded(SomePeople.named("Fay"), about("manager", "E-mail"), NOON))
                .as("of another system")
                .isFalse();
    }

    private static Confidence confidence(Appointment... appointments) {
        RoleHolders holders = holders(appointments);
        return new Confidence(
                holders,
                CONTENT.roles(),
                CONTENT.routes(),
                CONTENT.assets(),
                CONTENT.acts(),
                new RoleRecipients(holders));
    }

    private static RoleHolders holders(Appointment... appointments) {
        return new RoleHolders(CONTENT.roles(), new StoredAppointments(appointments));
    }

    private static Incident about(String whom, String system) {
        Report report = new Report(
                "systems-concern",
                "A concern",
                SomeIncidents.REPORTER,
                null,
                NOON,
                NOON,
                List.of(
                        new Answer("excludes", "About?", whom, whom, false),
                        new Answer("system", "Which?", system, system, false)));
        return Incident.reported("INC-2026-0001", "draft", report, Severity.HIGH, NOON)
                .flagged(Set.of(CaseFile.RESTRICTED));
    }

    /** In whatever role. */
    private static Incident told(Incident incident, String name) {
        Change change = new Change(incident);
        change.deliver(new Delivery(
                "danger#0/safeguarding/" + name,
                "safeguarding",
                "danger",
                Delivery.Occasion.DUTY,
                SomePeople.named(name),
                null,
                NOON,
                Delivery.State.SENT,
                null,
                NOON));
        return change.incident();
    }
}
