package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustodyTests {
    private final Incident reported = SomeIncidents.lostPhone("INC-2026-0001");

    @Test
    void countsEachFileOnceHoweverOftenItIsTold() {
        Incident two = new Custody(reported).kept(SomeFiles.photos(2, NOON), NOON);
        assertThat(new Custody(two).files()).isEqualTo(2);
        assertThat(new Custody(two).kept(SomeFiles.photos(2, NOON), NOON.plusSeconds(9)))
                .isSameAs(two);
        assertThat(new Custody(two).kept(SomeFiles.photos(1, NOON), NOON)).isSameAs(two);
        assertThat(new Custody(new Custody(two).kept(SomeFiles.photos(3, NOON), NOON)).files())
                .isEqualTo(3);
        assertThat(new Custody(reported).files()).isZero();
    }

    @Test
    void theDeskIsShownWhatHasChanged() {
        Incident told = claimedAndTold(reported);
        assertThat(told.outbox()).isEmpty();
        Incident kept = new Custody(told).kept(SomeFiles.photos(1, NOON), NOON);
        assertThat(kept.outbox())
                .singleElement()
                .extracting(OutboxMessage::kind)
                .isEqualTo(OutboxMessage.Kind.DESK_CARD);
        assertThat(new Custody(claimedAndTold(kept)).quarantine(ALEX, NOON).outbox())
                .hasSize(1);
    }

    @Test
    void quarantineLastsUntilItIsReleasedAndHoldsForWhatIsStillToCome() {
        Incident kept = new Custody(reported).kept(SomeFiles.photos(1, NOON), NOON);
        assertThat(new Custody(kept).isQuarantined()).isFalse();
        assertThat(new Custody(kept).release(ALEX, NOON)).isSameAs(kept);

        Incident closed = new Custody(kept).quarantine(ALEX, NOON);
        assertThat(new Custody(closed).isQuarantined()).isTrue();
        assertThat(new Custody(closed).quarantine(ALEX, NOON)).isSameAs(closed);
        Incident more = new Custody(closed).kept(SomeFiles.photos(2, NOON), NOON);
        assertThat(new Custody(more).isQuarantined()).isTrue();

        Incident open = new Custody(more).release(ALEX, NOON);
        assertThat(new Custody(open).isQuarantined()).isFalse();
        assertThat(new Custody(new Custody(open).quarantine(ALEX, NOON)).isQuarantined())
                .isTrue();
        assertThat(open.timeline().getLast())
                .isEqualTo(new TimelineEntry(NOON, TimelineEntry.Kind.EVIDENCE_RELEASED, ALEX));
    }

    @Test
    void withoutEvidenceThereIsNothingToQuarantine() {
        assertThat(new Custody(reported).quarantine(ALEX, NOON)).isSameAs(reported);
    }

    @Test
    void whatAHeldAccountSendsIsHeldUntilItIsConfirmed() {
        Instant later = NOON.plusSeconds(60);
        List<Evidence> files = List.of(
                SomeFiles.photo("draft", "with the report", REPORTER, NOON),
                SomeFiles.photo("draft", "since", REPORTER, later));
        Incident held = new Custody(reported.flagged(Set.of("account"))).kept(files, later);
        assertThat(new Custody(held).files()).isEqualTo(2);
        assertThat(new Custody(held).held()).isEqualTo(1);
        assertThat(files).map(new Custody(held)::mayOpen).containsExactly(true, false);

        Incident confirmed = held.confirmAccount(ALEX, later);
        assertThat(new Custody(confirmed).held()).isZero();
        assertThat(files).allMatch(new Custody(confirmed)::mayOpen);
        Incident more = new Custody(confirmed).kept(SomeFiles.photos(3, later), later);
        assertThat(new Custody(more).files()).isEqualTo(3);
        assertThat(new Custody(more).held()).isZero();
    }

    @Test
    void aFileThatCameEarlierAndWasKeptLaterIsNotTakenForTheHeldOne() {
        Instant later = NOON.plusSeconds(60);
        Evidence since = SomeFiles.photo("draft", "since", REPORTER, later);
        Incident held = new Custody(reported.flagged(Set.of("account"))).kept(List.of(since), later);
        Evidence before = SomeFiles.photo("draft", "with the report", REPORTER, NOON);
        assertThat(new Custody(new Custody(held).kept(List.of(before, since), later)).held())
                .isEqualTo(1);
    }

    private static Incident claimedAndTold(Incident incident) {
        OutboxMessage message = incident.outbox().getFirst();
        return incident.claim(message, "c", NOON, java.time.Duration.ofMinutes(1))
                .delivered(message, "c", new DeskPost("channel", "post"), NOON);
    }
}
