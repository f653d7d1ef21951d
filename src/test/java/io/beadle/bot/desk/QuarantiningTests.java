package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.incident.Custody;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.TimelineEntry;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import org.junit.jupiter.api.Test;

class QuarantiningTests {
    private final SomeDesk desk = new SomeDesk();
    private final Incidents incidents =
            StoredIncidents.in(SharedStore.newDatabase()).incidents();
    private final Quarantining quarantining = new Quarantining(
            incidents,
            desk.rights,
            new HeldAccounts(incidents),
            desk.relay,
            SomeDesk.CARDS.alert(),
            SomeDesk.CARDS.messages(),
            desk.now::get);

    @Test
    void closesTheEvidenceAndOpensItAgainByWhoeverIsAtTheDesk() {
        String reference = withEvidence();
        CardAction.OfEvidence close = new CardAction.QuarantineEvidence(reference);
        assertThat(shown(quarantining.act(close, turn(SomeDesk.ALEX, desk.channel))))
                .contains("They are in quarantine", "Release evidence");
        assertThat(shown(quarantining.act(close, turn(SomeDesk.PRIYA, desk.channel))))
                .contains("They are in quarantine");
        assertThat(stored(reference).timeline().getLast().by()).isEqualTo(SomeDesk.ALEX);

        CardAction.OfEvidence release = new CardAction.ReleaseEvidence(reference);
        assertThat(shown(quarantining.act(release, turn(SomeDesk.PRIYA, desk.channel))))
                .contains("Quarantine evidence")
                .doesNotContain("in quarantine");
        assertThat(stored(reference).timeline().getLast().kind()).isEqualTo(TimelineEntry.Kind.EVIDENCE_RELEASED);
    }

    @Test
    void aCardCopiedElsewhereGivesNoRight() {
        String reference = withEvidence();
        for (Address elsewhere : java.util.List.of(desk.tearoom, desk.sam)) {
            assertThat(told(new CardAction.QuarantineEvidence(reference), SomeDesk.ALEX, elsewhere))
                    .contains("in the channel they were posted to");
        }
        assertThat(new Custody(stored(reference)).isQuarantined()).isFalse();
    }

    @Test
    void anAccountThatMayBeSomebodyElsesReleasesNothing() {
        String reference = withEvidence();
        quarantining.act(new CardAction.QuarantineEvidence(reference), turn(SomeDesk.ALEX, desk.channel));
        incidents.report(
                "lost",
                2026,
                own -> SomeIncidents.lostPhone(own, "lost", SomeDesk.PRIYA, desk.now.get())
                        .flagged(java.util.Set.of("account")));
        assertThat(told(new CardAction.ReleaseEvidence(reference), SomeDesk.PRIYA, desk.channel))
                .isEqualTo(SomeDesk.CARDS.messages().text("desk.held"));
        assertThat(new Custody(stored(reference)).isQuarantined()).isTrue();
    }

    @Test
    void whatIsNoIncidentIsSaidToBeUnknown() {
        assertThat(told(new CardAction.QuarantineEvidence("INC-2026-9999"), SomeDesk.ALEX, desk.channel))
                .contains("do not know this incident");
    }

    private String withEvidence() {
        String reference = incidents
                .report("d1", 2026, own -> SomeIncidents.lostPhone(own, "d1", SomeIncidents.REPORTER, desk.now.get()))
                .reference();
        incidents.change(reference, i -> new Custody(i).kept(SomeFiles.photos(1, desk.now.get()), desk.now.get()));
        incidents.change(reference, i -> {
            var message = i.outbox().getFirst();
            return i.claim(message, "c", desk.now.get(), java.time.Duration.ofMinutes(1))
                    .delivered(message, "c", new DeskPost("desk", "card-1"), desk.now.get());
        });
        return reference;
    }

    private Incident stored(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private String told(CardAction.OfEvidence action, Person person, Address in) {
        return quarantining.act(action, turn(person, in)) instanceof Reply.Tell tell ? tell.text() : "shown";
    }

    private static Turn turn(Person person, Address in) {
        return new Turn(person, "29:" + person.id(), in, in.conversation(), "", "card-1");
    }

    private static String shown(Reply reply) {
        return reply instanceof Reply.ShowPresser show ? show.card().json().toString() : "not shown: " + reply;
    }
}
