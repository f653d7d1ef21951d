package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Draft;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.TestRelays;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftRemindersTests {
    private final Story story = new Story(SharedStore.newDatabase());
    private final DraftReminders reminders = story.reminders();

    DraftRemindersTests() {
        story.teams.met("chat", Address.Scope.PERSONAL);
    }

    @Test
    void whoLeavesAnUrgentReportIsAskedOnceToSendWhatThereIs() {
        Draft draft = begin("lost-device", Map.of("circumstances", "Zanzibar"));
        assertThat(after(Duration.ofMinutes(29))).isEmpty();
        assertThat(after(Duration.ofMinutes(2)))
                .singleElement()
                .asString()
                .contains("not sent yet", "14:17 on Saturday 21 November 2026", "Send what you have", draft.id())
                .doesNotContain("Zanzibar", "Lost or stolen");
        assertThat(after(Duration.ofMinutes(2))).hasSize(1);
        story.dialogue().next(Story.PAT, draft.id(), 0, Story.ANSWERS.get(0));
        assertThat(after(Duration.ofHours(2))).hasSize(1);
    }

    @Test
    void onlyDangerPersonalDataOrALossIsUrgent() {
        Draft draft = begin("something-else", Map.of());
        assertThat(after(Duration.ofHours(1))).isEmpty();
        story.dialogue().next(Story.PAT, draft.id(), 1, Map.of("personal-data", "unsure"));
        assertThat(after(Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void couldSomebodyBeInDangerItIsUrgentToo() {
        Draft draft = begin("something-else", Map.of());
        story.dialogue().next(Story.PAT, draft.id(), 0, Map.of("danger", "yes"));
        assertThat(after(Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void everybodyIsWarnedADayBeforeAndToldOfTheDeletionWithoutItsContent() {
        Draft draft = begin("something-else", Map.of("circumstances", "Zanzibar"));
        assertThat(after(Duration.ofDays(6).minusSeconds(1))).isEmpty();
        assertThat(after(Duration.ofSeconds(1)))
                .singleElement()
                .asString()
                .contains("I delete it at 14:17 on Saturday 28 November 2026");
        assertThat(after(Duration.ofHours(1))).hasSize(1);
        assertThat(after(Duration.ofHours(23))).hasSize(2);
        assertThat(after(Duration.ofHours(1)).getLast())
                .contains("so I have deleted it", "01632 960100")
                .doesNotContain("Zanzibar", "Something else");
        assertThat(story.drafts.find(draft.id())).isEmpty();
    }

    @Test
    void whoGoesOnIsWarnedAgainWhenItIsLeftAgain() {
        Draft draft = begin("something-else", Map.of());
        assertThat(after(Duration.ofDays(6))).hasSize(1);
        story.dialogue().edit(Story.PAT, draft.id(), 0);
        assertThat(after(Duration.ofDays(2))).hasSize(1);
        assertThat(after(Duration.ofDays(4))).hasSize(2);
    }

    @Test
    void nobodyIsWarnedAtNight() {
        story.now.set(TestCards.SATURDAY.plus(Duration.ofHours(9)));
        begin("something-else", Map.of());
        assertThat(after(Duration.ofDays(6))).isEmpty();
        assertThat(after(Duration.ofHours(9))).hasSize(1);
    }

    @Test
    void cancellingTakesBackWhatWaitsToBeTold() {
        Draft draft = begin("lost-device", Map.of());
        story.now.set(story.now.get().plus(NUDGED));
        reminders.sweep(story.now.get());
        assertThat(story.notices.find(OpenDrafts.nudge(draft.id()))).isPresent();
        story.dialogue().cancel(Story.PAT, draft.id());
        assertThat(story.notices.find(OpenDrafts.nudge(draft.id()))).isEmpty();
        assertThat(after(Duration.ofDays(8))).isEmpty();
    }

    @Test
    void aReportThatWasSentIsNotRemindedOf() {
        Draft draft = begin("lost-device", Map.of());
        for (int step = 0; step < Story.ANSWERS.size(); step++) {
            story.dialogue().next(Story.PAT, draft.id(), step, Story.ANSWERS.get(step));
        }
        Draft kept = story.drafts.find(draft.id()).orElseThrow();
        story.dialogue().send(Story.PAT, draft.id());
        story.drafts.begin(kept);
        assertThat(after(Duration.ofHours(1))).isEmpty();
        assertThat(story.drafts.find(draft.id())).isEmpty();
    }

    private static final Duration NUDGED = Duration.ofMinutes(31);

    private Draft begin(String type, Map<String, String> said) {
        Draft draft = story.open().begin(Story.PAT, Story.CARDS.type(type), said);
        story.open().shown(draft, new Draft.Place("chat", "29:pat", "card"));
        return draft;
    }

    /** What Pat was told so far, once that much more time has passed. */
    private List<String> after(Duration time) {
        story.now.set(story.now.get().plus(time));
        reminders.sweep(story.now.get());
        TestRelays.deliverDue(story.relay);
        return story.teams.shownIn("chat-29:pat").stream().map(Call::text).toList();
    }
}
