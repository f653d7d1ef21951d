package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Draft;
import io.beadle.incident.SealedReporters;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who reported in confidence is known as long as there is a report of theirs, or may yet be one. */
class SealUpkeepTests {
    private final Story story = new Story(SharedStore.newDatabase());
    private final SealedReporters sealed = story.stored.sealed();
    private final SealUpkeep upkeep = new SealUpkeep(sealed, story.drafts, story.incidents);
    private final DraftReminders expiry = story.reminders();

    @Test
    void aNameIsForgottenOnceTheDraftOfAReportThatWasNeverStoredHasExpired() {
        Draft draft = inConfidence();
        sealed.seal(draft.id(), new SealedReporters.Sealed(Story.PAT, Story.CHAT));

        assertThat(sweptAfter(Duration.ofDays(7).minusSeconds(1))).isZero();
        assertThat(sealed.find(draft.id())).isPresent();
        assertThat(sweptAfter(Duration.ofSeconds(1)))
                .as("a report may be on its way")
                .isZero();
        assertThat(sealed.find(draft.id())).isPresent();
        assertThat(sweptAfter(upkeep.every())).isEqualTo(1);
        assertThat(sealed.drafts()).isEmpty();
        assertThat(sweptAfter(upkeep.every())).isZero();
    }

    @Test
    void aReportThatIsStoredBetweenTwoLooksKeepsItsReporter() {
        Draft draft = inConfidence();
        sealed.seal(draft.id(), new SealedReporters.Sealed(Story.PAT, Story.CHAT));
        story.drafts.delete(draft.id());
        assertThat(upkeep.sweep(story.now.get())).isZero();
        story.sending(story.open()).send(draft, story.lost);
        assertThat(upkeep.sweep(story.now.get())).isZero();
        assertThat(sealed.find(draft.id())).isPresent();
    }

    @Test
    void whoMadeAReportStaysSealedToIt() {
        Draft draft = inConfidence();
        story.dialogue().send(Story.PAT, draft.id());
        assertThat(story.incidents.madeFrom(draft.id())).isPresent();
        assertThat(sweptAfter(Duration.ofDays(30))).isZero();
        assertThat(sweptAfter(Duration.ofDays(30))).isZero();
        assertThat(sealed.draftsOf("pat")).containsExactly(draft.id());
    }

    private Draft inConfidence() {
        Draft draft = story.open().begin(Story.PAT, story.lost, Map.of());
        return story.open()
                .change(
                        draft,
                        d -> d.answered(Story.ANSWERS.get(0), d.touched()).inConfidence())
                .orElseThrow();
    }

    private long sweptAfter(Duration later) {
        story.now.updateAndGet(now -> now.plus(later));
        expiry.sweep(story.now.get());
        return upkeep.sweep(story.now.get());
    }
}
