package io.beadle.bot.evidence;

import static io.beadle.bot.evidence.Sending.PAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Custody;
import io.beadle.incident.Incident;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.TimelineEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Evidence goes where its report goes. */
class UpkeepTests {
    private final Sending sending = new Sending();

    @Test
    void whatWasKeptWithADraftIsTheIncidentsOnceItIsSent() {
        sending.draft();
        keep("draft-1", "a");
        keep("draft-1", "b");
        sending.upkeep.look();
        assertThat(sending.files.untold()).containsExactly("draft-1");

        Incident sent = sending.report("draft-1", PAT);
        sending.drafts.delete("draft-1");
        sending.upkeep.look();
        sending.upkeep.look();
        Incident told = sending.incidents.find(sent.reference()).orElseThrow();
        assertThat(new Custody(told).files()).isEqualTo(2);
        assertThat(told.timeline())
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.EVIDENCE_KEPT)
                .extracting(TimelineEntry::by)
                .containsOnly(PAT);
        assertThat(sending.files.untold()).isEmpty();
        assertThat(sending.files.of("draft-1")).hasSize(2);
    }

    @Test
    void whatWasKeptWithADraftIsDeletedWithIt() {
        sending.draft();
        keep("draft-1", "a");
        sending.waiting.confirm("draft-1", PAT, sending.now.get());
        sending.drafts.delete("draft-1");
        sending.upkeep.look();
        assertThat(sending.files.reports()).isEmpty();
        assertThat(sending.waiting.isConfirmed("draft-1")).isFalse();
    }

    @Test
    void theSweepFindsWhatIsLeftOfReportsThatAreGone() {
        sending.draft();
        keep("draft-1", "a");
        keep("gone", "a");
        sending.files.told(sending.files.of("gone"));
        sending.waiting.confirm("gone too", PAT, sending.now.get());
        sending.waiting.confirm("draft-1", PAT, sending.now.get());
        assertThat(sending.upkeep.sweep(sending.now.get())).isEqualTo(2);
        assertThat(sending.files.reports()).containsExactly("draft-1");
        assertThat(sending.waiting.reports()).containsExactly("draft-1");
        assertThat(sending.upkeep.sweep(sending.now.get())).isZero();
    }

    @Test
    void whatNobodyDecidedOnIsForgottenAfterADay() {
        sending.draft();
        sending.sends("", Sending.file("photo.jpg", "x"));
        assertThat(sending.upkeep.sweep(sending.now.get().plus(Duration.ofHours(23))))
                .isZero();
        assertThat(sending.upkeep.sweep(sending.now.get().plus(Duration.ofHours(25))))
                .isEqualTo(1);
        assertThat(sending.waiting.askedOf(PAT.id())).isEmpty();
    }

    private void keep(String report, String sha256) {
        sending.files.keep(report + sha256, SomeFiles.photo(report, sha256, PAT, sending.now.get()), SomeFiles.JPEG);
    }
}
