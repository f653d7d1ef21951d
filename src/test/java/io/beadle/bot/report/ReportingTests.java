package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.incident.Draft;
import io.beadle.mongo.SharedStore;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.RecordingConversations.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportingTests {
    private static final Intent.Report LOST_PHONE =
            new Intent.Report(List.of("lost-device"), "I have lost my work phone", true);

    private final Story story = new Story(SharedStore.newDatabase());
    private final RecordingConversations teams = story.teams;
    private final Address chat = teams.met("chat", Address.Scope.PERSONAL);
    private final Address channel = teams.met("channel", Address.Scope.CHANNEL);
    private final Reporting reporting = story.reporting();

    @Test
    void beginsWhereThePersonAloneReadsAlong() {
        begin(LOST_PHONE, chat);
        assertThat(shownIn("chat")).singleElement().asString().contains("Step 1 of 5", "value=phone");
        assertThat(java.util.Objects.requireNonNull(open().place()).conversation())
                .isEqualTo("chat");
        assertThat(open().card()).isEqualTo("post-1");
    }

    @Test
    void offersTheTypesWhenNoneWasSaid() {
        begin(new Intent.Report(List.of(), "", true), chat);
        assertThat(shownIn("chat"))
                .singleElement()
                .asString()
                .contains("Something is lost or stolen", "report.group", "in a few words");
    }

    @Test
    void aGroupShowsItsTypesAndTheWayBack() {
        assertThat(text(reporting.choose(new CardAction.ChooseGroup("lost"), turn(chat, "card-7"))))
                .contains("Lost or stolen device", "type=lost-papers", "report.choose")
                .doesNotContain("E-mail to the wrong person");
        assertThat(text(reporting.choose(new CardAction.ChooseGroup("nonsense"), turn(chat, "card-7"))))
                .contains("What do you want to report?");
    }

    @Test
    void whoeverHasAReportUnderWayGoesOnWithItWhateverGroupTheyChoose() {
        begin(LOST_PHONE, chat);
        assertThat(text(reporting.choose(new CardAction.ChooseGroup("sent"), turn(chat, "post-1"))))
                .contains("Step 1 of 5");
    }

    @Test
    void whatIsBegunInAChannelGoesOnInPersonAndNothingIsAskedThere() {
        begin(LOST_PHONE, channel);
        assertThat(shownIn("channel"))
                .singleElement()
                .asString()
                .contains("I have written to you in our personal chat");
        assertThat(shownIn("chat-29:pat")).singleElement().asString().contains("Step 1 of 5");
        assertThat(java.util.Objects.requireNonNull(open().place()).conversation())
                .isEqualTo("chat-29:pat");
    }

    @Test
    void whoeverCannotBeWrittenToIsToldWhatToDoAndNothingIsBegun() {
        teams.on(call -> call.kind() == Kind.CREATE
                ? java.util.Optional.of(new io.beadle.teams.DeliveryException(403, RecordingConversations.REFUSED))
                : java.util.Optional.empty());
        begin(LOST_PHONE, channel);
        assertThat(shownIn("channel")).singleElement().asString().contains("add Beadle", "01632 960100");
        assertThat(story.drafts.openOf("pat")).isEmpty();
    }

    @Test
    void anOpenReportGoesOnFurtherDownAndItsOldCardSaysSo() {
        begin(LOST_PHONE, chat);
        story.dialogue().next(Story.PAT, open().id(), 0, Story.ANSWERS.get(0));
        story.reporting().begin(new Intent.Report(List.of(), "", true), turn(chat, null), sending(chat));
        assertThat(shownIn("chat")).hasSize(2);
        assertThat(shownIn("chat").get(0)).contains("goes on further down").doesNotContain("Action.Execute");
        assertThat(shownIn("chat").get(1)).contains("Step 2 of 5", "You have a report under way");
        assertThat(open().card()).isEqualTo("post-2");
    }

    @Test
    void anOldCardThatCannotBeReplacedHoldsNothingUp() {
        begin(LOST_PHONE, chat);
        teams.on(call -> call.kind() == Kind.UPDATE
                ? java.util.Optional.of(new io.beadle.teams.DeliveryException(404, "NotFound"))
                : java.util.Optional.empty());
        begin(LOST_PHONE, chat);
        assertThat(shownIn("chat")).hasSize(2);
        assertThat(open().card()).isEqualTo("post-2");
    }

    @Test
    void aPressedButtonTurnsItsCardIntoTheFirstStep() {
        Reply reply = reporting.begin(new CardAction.StartReport("something-else"), turn(chat, "card-7"));
        assertThat(text(reply)).contains("Something else", "Step 1 of 5");
        assertThat(open().card()).isEqualTo("card-7");
        assertThat(teams.calls()).isEmpty();
    }

    @Test
    void aButtonPressedInAChannelAsksNothingThere() {
        Reply reply = reporting.begin(new CardAction.StartReport("lost-device"), turn(channel, "card-7"));
        assertThat(reply).isInstanceOf(Reply.Tell.class);
        assertThat(text(reply)).contains("personal chat");
        assertThat(shownIn("channel")).isEmpty();
        assertThat(shownIn("chat-29:pat")).singleElement().asString().contains("Step 1 of 5");
    }

    @Test
    void aButtonOfNoKnownTypeOffersTheTypes() {
        assertThat(text(reporting.choose(turn(chat, "card-7")))).contains("What do you want to report?");
        assertThat(text(reporting.begin(new CardAction.StartReport("nonsense"), turn(chat, "card-7"))))
                .contains("What do you want to report?");
    }

    @Test
    void aDraftsButtonsMoveItsCard() {
        begin(LOST_PHONE, chat);
        String id = open().id();
        assertThat(act(new CardAction.Next(id, 0, Story.ANSWERS.get(0)))).contains("Step 2 of 5");
        assertThat(act(new CardAction.Back(id, 2, Map.of("system", "Bus passes"))))
                .contains("Step 2 of 5");
        assertThat(act(new CardAction.Edit(id, 2))).contains("Bus passes");
        assertThat(act(new CardAction.Edit(id, 3))).contains("Step 4 of 5");
        assertThat(act(new CardAction.Send(id, 1, Map.of("noticed", "other"))))
                .contains("Step 2 of 5", "Please give a date");
        assertThat(act(new CardAction.Cancel(id))).contains("Report cancelled");
    }

    @Test
    void aReportOfTheSameKindIsGoneOnWithWithoutAWord() {
        begin(LOST_PHONE, chat);
        begin(LOST_PHONE, chat);
        assertThat(shownIn("chat").get(1)).contains("Step 1 of 5").doesNotContain("You have a report under way");
        Reply reply = reporting.begin(new CardAction.StartReport("something-else"), turn(chat, "card-7"));
        assertThat(text(reply)).contains("Lost or stolen device", "You have a report under way");
        assertThat(shownIn("chat").get(1)).contains("goes on further down");
    }

    @Test
    void aDraftsCardCopiedToAChannelShowsNothingThere() {
        begin(LOST_PHONE, chat);
        String id = open().id();
        for (CardAction.OfDraft action : List.of(
                new CardAction.Next(id, 0, Story.ANSWERS.get(0)),
                new CardAction.Back(id, 1, Map.of()),
                new CardAction.Edit(id, 1),
                new CardAction.Send(id, 0, Map.of()),
                new CardAction.Cancel(id))) {
            Reply reply = reporting.act(action, turn(channel, "card-7"), message -> "");
            assertThat(reply).isInstanceOf(Reply.Tell.class);
            assertThat(text(reply)).contains("personal chat");
        }
        assertThat(open().step()).isZero();
        assertThat(shownIn("channel")).isEmpty();
    }

    @Test
    void cancelSaidInAChannelCancelsNothing() {
        begin(LOST_PHONE, chat);
        reporting.cancel(turn(channel, null), sending(channel));
        assertThat(shownIn("channel")).singleElement().asString().contains("Say \"cancel\" there");
        assertThat(story.drafts.openOf("pat")).isPresent();
    }

    @Test
    void aReportInWhichNothingWasFilledInGivesWayToOneOfAnotherType() {
        begin(new Intent.Report(List.of("something-else"), "", true), chat);
        begin(LOST_PHONE, chat);
        assertThat(shownIn("chat").get(0)).contains("Report cancelled").doesNotContain("Step 1 of 5");
        assertThat(shownIn("chat").get(1))
                .contains("Lost or stolen device. Step 1 of 5")
                .doesNotContain("You have a report under way");
        assertThat(open().type()).isEqualTo("lost-device");
    }

    @Test
    void aCardSentAnewIsWhereTheDraftStandsFromThenOn() {
        begin(LOST_PHONE, chat);
        reporting.sentAnew(turn(chat, "another"), "post-8");
        assertThat(open().card()).isEqualTo("post-1");
        reporting.sentAnew(turn(chat, "post-1"), "post-9");
        assertThat(open().card()).isEqualTo("post-9");
        assertThat(shownIn("chat").getFirst()).contains("goes on further down");
    }

    @Test
    void anUpdateThatWaitsNeverMakesAnOldCardLiveAgain() throws Exception {
        begin(LOST_PHONE, chat);
        CountDownLatch updating = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        teams.on(call -> {
            if (call.kind() == Kind.UPDATE) {
                updating.countDown();
                await(go);
            }
            return java.util.Optional.empty();
        });
        story.updates.show(chat, "post-1", story.dialogue().card(open()));
        await(updating);
        story.updates.show(chat, "post-1", story.dialogue().card(open()));
        begin(LOST_PHONE, chat);
        go.countDown();
        assertThat(shownIn("chat").getFirst()).contains("goes on further down").doesNotContain("Action.Execute");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancellingInWordsReplacesTheCardToo() {
        begin(LOST_PHONE, chat);
        reporting.cancel(turn(chat, null), sending(chat));
        assertThat(shownIn("chat").getFirst()).contains("Report cancelled");
        assertThat(story.drafts.openOf("pat")).isEmpty();
        reporting.cancel(turn(chat, null), sending(chat));
        assertThat(shownIn("chat").getLast()).contains("no report under way");
    }

    @Test
    void myReportsAreShownInPersonOnly() {
        Draft draft = story.answered(4);
        story.dialogue().send(Story.PAT, draft.id());
        reporting.mine(turn(chat, null), sending(chat));
        assertThat(shownIn("chat"))
                .singleElement()
                .asString()
                .contains("INC-2026-0001", "Until IT has confirmed that your account is safe")
                .doesNotContain("08:12 train");
        reporting.mine(turn(channel, null), sending(channel));
        assertThat(shownIn("channel")).singleElement().asString().doesNotContain("INC-2026-0001");
        assertThat(text(reporting.mine(turn(chat, "card-7")))).contains("INC-2026-0001");
    }

    private void begin(Intent.Report intent, Address in) {
        reporting.begin(intent, turn(in, null), sending(in));
    }

    private String act(CardAction.OfDraft action) {
        return text(reporting.act(action, turn(chat, "post-1"), message -> ""));
    }

    private Draft open() {
        return story.drafts.openOf("pat").orElseThrow();
    }

    private List<String> shownIn(String conversation) {
        story.settle();
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    private Chat sending(Address to) {
        return message -> teams.post(to, message);
    }

    private static Turn turn(Address in, @Nullable String card) {
        return new Turn(Story.PAT, "29:pat", in, in.conversation(), "", card);
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Show show -> Story.text(show.card());
            case Reply.ShowPresser show -> Story.text(show.card());
            case Reply.Tell tell -> tell.text();
        };
    }
}
