package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.News;
import io.beadle.mongo.SharedStore;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations.Call;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report that is a drill, from "exercise" to what its reporter is told. */
class DrillTests {
    private static final String MARK = "EXERCISE: this is a drill";

    private final Story story = new Story(SharedStore.newDatabase());
    private final Address chat = story.teams.met("chat", Address.Scope.PERSONAL);
    private final Address channel = story.teams.met("channel", Address.Scope.CHANNEL);
    private final Reporting reporting = story.reporting();

    @Test
    void theNextReportIsADrillMarkedOnEveryCard() {
        reporting.drill(Optional.empty(), turn(chat), sending(chat));
        assertThat(shown("chat").getFirst()).contains("This will be an exercise");
        assertThat(shown("chat").getLast()).contains("What do you want to report?");
        String step = text(reporting.begin(new CardAction.StartReport("lost-device"), turn(chat)));
        assertThat(step).contains(MARK, "Step 1 of 5", "EXERCISE: ");
        Incident drill = sent();
        assertThat(drill.exercise()).isTrue();
        assertThat(drill.report().answers())
                .noneMatch(answer -> answer.question().contains("drill"));
    }

    @Test
    void aTypeNamedBeginsItAtOnce() {
        reporting.drill(Optional.of(story.lost), turn(chat), sending(chat));
        assertThat(shown("chat").getLast()).contains(MARK, "Step 1 of 5");
    }

    @Test
    void whatIsSaidInAChannelGoesOnInPerson() {
        reporting.drill(Optional.of(story.lost), turn(channel), sending(channel));
        assertThat(shown("channel")).singleElement().asString().contains("personal chat");
        assertThat(shown("chat-29:pat").getLast()).contains(MARK);
    }

    @Test
    void aReportUnderWayDoesNotTurnIntoADrill() {
        Draft real = story.answered(1);
        reporting.drill(Optional.of(story.lost), turn(chat), sending(chat));
        assertThat(shown("chat")).singleElement().asString().contains("Send or cancel that first");
        assertThat(story.drafts.find(real.id()).orElseThrow().isDrill()).isFalse();
    }

    @Test
    void theReportAfterADrillIsRealAgain() {
        reporting.drill(Optional.of(story.lost), turn(chat), sending(chat));
        sent();
        Draft next = story.open().begin(Story.PAT, story.lost, Map.of());
        assertThat(next.isDrill()).isFalse();
        assertThat(sent().exercise()).isFalse();
    }

    @Test
    void aDrillWithoutANameStaysADrill() {
        reporting.drill(Optional.of(story.lost), turn(chat), sending(chat));
        AnonymousToken token = AnonymousToken.random(new SecureRandom());
        assertThat(story.open().withoutName(token, open()).isDrill()).isTrue();
    }

    @Test
    void theReceiptTheListTheReportAndTheNewsAreMarked() {
        reporting.drill(Optional.of(story.lost), turn(chat), sending(chat));
        Incident drill = sent();
        Sending sending = story.sending(story.open());
        assertThat(Story.text(sending.receipt(drill, drill.draft()))).contains(MARK);
        assertThat(Story.CARDS.report().receiptText(drill, sending.facts(drill)))
                .contains(MARK);
        assertThat(Story.text(Story.CARDS.mine().of(List.of(drill), story.now.get())))
                .contains("EXERCISE: " + drill.reference());
        assertThat(Story.text(Story.CARDS.myReport().of(drill, null, story.now.get())))
                .contains(MARK);
        assertThat(Story.text(Story.CARDS.news().of(drill, new News(News.What.ACKNOWLEDGED, null), story.now.get())))
                .contains(MARK);
    }

    private Draft open() {
        return story.drafts.openOf("pat").orElseThrow();
    }

    private Incident sent() {
        Draft draft = open();
        for (int step = 0; step < Story.ANSWERS.size(); step++) {
            story.dialogue().next(Story.PAT, draft.id(), step, Story.ANSWERS.get(step));
        }
        String receipt = Story.text(story.dialogue().send(Story.PAT, draft.id()));
        Incident incident = story.incidents.madeFrom(draft.id()).orElseThrow();
        assertThat(receipt).contains(incident.reference());
        assertThat(receipt.contains(MARK)).isEqualTo(incident.exercise());
        return incident;
    }

    private static Turn turn(Address in) {
        return new Turn(Story.PAT, "29:pat", in, in.conversation(), "exercise", null);
    }

    private Chat sending(Address in) {
        return message -> story.teams.post(in, message);
    }

    private List<String> shown(String conversation) {
        story.settle();
        return story.teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Show show -> Story.text(show.card());
            case Reply.ShowPresser show -> Story.text(show.card());
            case Reply.Tell tell -> tell.text();
        };
    }
}
