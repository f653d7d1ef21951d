package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustodyTests {
    private final Incident reported = SomeIncidents.lostPhone("INC-2026-0001");

    @Test
    void countsEachFileOnceHoweverOftenItIsTold() {
        Incident two = new Custody(reported).kept(2, REPORTER, NOON);
        assertThat(new Custody(two).files()).isEqualTo(2);
        assertThat(new Custody(two).kept(2, REPORTER, NOON.plusSeconds(9))).isSameAs(two);
        assertThat(new Custody(two).kept(1, REPORTER, NOON)).isSameAs(two);
        assertThat(new Custody(new Custody(two).kept(3, REPORTER, NOON)).files())
                .isEqualTo(3);
        assertThat(new Custody(reported).files()).isZero();
    }

    @Test
    void theDeskIsShownWhatHasChanged() {
        Incident told = claimedAndTold(reported);
        assertThat(told.outbox()).isEmpty();
        Incident kept = new Custody(told).kept(1, REPORTER, NOON);
        assertThat(kept.outbox())
                .singleElement()
                .extracting(OutboxMessage::kind)
                .isEqualTo(OutboxMessage.Kind.DESK_CARD);
        assertThat(new Custody(claimedAndTold(kept)).quarantine(ALEX, NOON).outbox())
                .hasSize(1);
    }

    @Test
    void quarantineLastsUntilItIsReleasedAndHoldsForWhatIsStillToCome() {
        Incident kept = new Custody(reported).kept(1, REPORTER, NOON);
        assertThat(new Custody(kept).isQuarantined()).isFalse();
        assertThat(new Custody(kept).release(ALEX, NOON)).isSameAs(kept);

        Incident closed = new Custody(kept).quarantine(ALEX, NOON);
        assertThat(new Custody(closed).isQuarantined()).isTrue();
        assertThat(new Custody(closed).quarantine(ALEX, NOON)).isSameAs(closed);
        Incident more = new Custody(closed).kept(2, REPORTER, NOON);
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

    private static Incident claimedAndTold(Incident incident) {
        OutboxMessage message = incident.outbox().getFirst();
        return incident.claim(message, "c", NOON, java.time.Duration.ofMinutes(1))
                .delivered(message, "c", new DeskPost("channel", "post"), NOON);
    }
}
