package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.incident.Draft;
import io.beadle.mongo.SharedStore;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A report is offered, filled in by what was written, to whoever is not sure that it happened. */
class OfferingTests {
    private static final String SUPPOSED = "I think I left my work phone on the 38 bus";

    private final Story story = new Story(SharedStore.newDatabase());
    private final Address chat = story.teams.met("chat", Address.Scope.PERSONAL);
    private final Reporting reporting = story.reporting();
    private final Intents intents = new Intents(Story.CARDS.types());

    @Test
    void adviceComesAtOnceAndNothingIsAskedYet() {
        write(SUPPOSED);
        assertThat(shown())
                .singleElement()
                .asString()
                .contains("What to do now", "1. ", "Lost or stolen device?", "Report it");
        assertThat(shown().getFirst()).doesNotContain("Step 1", "38 bus");
        assertThat(open().answers()).containsEntry("where", "the 38 bus").containsEntry("circumstances", SUPPOSED);
    }

    @Test
    void whoeverAcceptsFindsWhatTheyWroteFilledIn() {
        write(SUPPOSED);
        assertThat(press(new CardAction.StartReport("lost-device"))).contains("Step 1");
        assertThat(open().isOffered()).isFalse();
        assertThat(open().answers()).containsEntry("where", "the 38 bus");
    }

    @Test
    void whatWasWrittenFillsInAReportOfAnotherTypeToo() {
        write(SUPPOSED);
        assertThat(press(new CardAction.ChooseType())).contains("What do you want to report?");
        press(new CardAction.StartReport("something-else"));
        assertThat(open().type()).isEqualTo("something-else");
        assertThat(open().answers()).containsEntry("circumstances", SUPPOSED);
        assertThat(open().card()).isEqualTo("post-1");
    }

    @Test
    void whoeverDeclinesLeavesNothingBehind() {
        write(SUPPOSED);
        assertThat(press(new CardAction.Cancel(open().id()))).contains("Nothing was sent");
        assertThat(story.drafts.openOf(Story.PAT.id())).isEmpty();
    }

    @Test
    void anOfferGivesWayToWhatHappenedAndIsTakenUpByWhoeverIsSure() {
        write(SUPPOSED);
        write("my work phone is lost");
        assertThat(open().isOffered()).isFalse();
        assertThat(shown().getLast()).contains("Step 1");
    }

    @Test
    void ofSeveralTypesThatFitThePersonChooses() {
        Intent.Report either = new Intent.Report(List.of("lost-device", "something-else"), "my thing is gone", true);
        reporting.begin(either, turn(null), sending());
        assertThat(shown())
                .singleElement()
                .asString()
                .contains("Which of these is it?", "Lost or stolen device", "Something else")
                .doesNotContain("What to do now");
        press(new CardAction.StartReport("something-else"));
        assertThat(open().type()).isEqualTo("something-else");
        assertThat(open().answers()).containsEntry("circumstances", "my thing is gone");
    }

    private void write(String text) {
        assertThat(intents.of(text))
                .isInstanceOfSatisfying(Intent.Report.class, report -> reporting.begin(report, turn(null), sending()));
    }

    private String press(CardAction action) {
        Turn turn = turn(open().card());
        Reply reply = switch (action) {
            case CardAction.StartReport start -> reporting.begin(start, turn);
            case CardAction.OfDraft draft -> reporting.act(draft, turn, message -> "");
            default -> reporting.choose(turn);
        };
        return reply instanceof Reply.Show show ? Story.text(show.card()) : "";
    }

    private Turn turn(@Nullable String card) {
        return new Turn(Story.PAT, "29:pat", chat, chat.conversation(), "", card);
    }

    private Chat sending() {
        return message -> story.teams.post(chat, message);
    }

    private Draft open() {
        return story.drafts.openOf(Story.PAT.id()).orElseThrow();
    }

    private List<String> shown() {
        story.settle();
        return story.teams.shownIn("chat").stream().map(Call::text).toList();
    }
}
