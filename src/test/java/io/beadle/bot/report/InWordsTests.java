package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Turn;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.mongo.SharedStore;
import io.beadle.teams.Address;
import io.beadle.teams.RecordingConversations.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report made without a card, one question a message. */
class InWordsTests {
    private final Story story = new Story(SharedStore.newDatabase());
    private final Address chat = story.teams.met("chat", Address.Scope.PERSONAL);
    private InWords words = story.inWords();

    @Test
    void leadsFromQuestionToQuestionToTheReceipt() {
        assertThat(say("I want to report a lost phone in words"))
                .contains("one question at a time", "danger because of this?", "1. Yes\n2. No\n3. Not sure");
        assertThat(say("no")).contains("What is missing?", "From your message: Work phone", "keep");
        assertThat(say("keep")).contains("Where was it lost or stolen?");
        assertThat(say("the 38 bus")).contains("When did it happen?", "1. Just now\n2. This morning\n3. Yesterday");
        assertThat(say("this morning")).contains("personal data").doesNotContain("Send it");
        say("yes");
        assertThat(draft().answers()).containsEntry("where", "the 38 bus").containsEntry("happened", "morning");
        String receipt = say("send");

        assertThat(receipt)
                .contains(
                        "Report INC-2026-0001 received",
                        "1. ",
                        "We still need from you",
                        "01632 960100",
                        "Say \"missing facts\"");
        Incident incident = story.incidents.find("INC-2026-0001").orElseThrow();
        assertThat(incident.report().answer("what")).map(Answer::value).contains("phone");
        assertThat(incident.report().answer("happened"))
                .map(Answer::shown)
                .contains("This morning, Saturday 21 November 2026");
        assertThat(said("hello")).isEmpty();
    }

    @Test
    void goesOnAfterARestartAtTheQuestionAskedLast() {
        say("report a lost laptop in words");
        say("no");
        words = story.inWords();
        assertThat(say("keep")).contains("Where was it lost");
    }

    @Test
    void whoDoesNotSayWhatIsAskedForTheGroupAndThenTheType() {
        assertThat(say("report in words")).contains("What has happened?", "1. Something is lost or stolen");
        assertThat(say("99")).contains("could not match");
        assertThat(say("1")).contains("What do you want to report?", "1. Lost or stolen device");
        assertThat(say("device")).contains("danger because of this?");
        assertThat(draft().type()).isEqualTo("lost-device");
    }

    @Test
    void whatHappenedCanBeToldInASentenceToo() {
        say("report in words");
        assertThat(say("I left my work laptop on the train")).contains("danger because of this?");
        assertThat(draft().answers()).containsEntry("what", "laptop");
        assertThat(draft().prefilled()).contains("what");
    }

    @Test
    void aChoiceIsTakenByItsNumberItsLabelOrItsWordsAndNothingElse() {
        begin();
        assertThat(say("perhaps the moon")).contains("could not match", "danger because of this?");
        assertThat(say("I don't know")).contains("ring 999", "What is missing?");
        assertThat(draft().answers()).containsEntry("danger", "unsure");
        assertThat(say("back")).contains("danger because of this?", "You said: Not sure");
        assertThat(say("2.")).contains("What is missing?");
        say("tablet");
        assertThat(draft().answers()).containsEntry("danger", "no").containsEntry("what", "tablet");
    }

    @Test
    void severalChoicesAreTakenTogether() {
        begin();
        ask("categories", Map.of("personal-data", "yes"));
        say("1, 7 and witnesses");
        assertThat(draft().answers()).containsEntry("categories", "health,money,witnesses");
        ask("categories", Map.of());
        assertThat(say("1 and gossip")).contains("could not match");
    }

    @Test
    void whatIsNeededBeforeSendingCannotBeSkippedAndTheRestCan() {
        begin();
        assertThat(say("skip")).contains("I need this one", "danger because of this?");
        assertThat(say("send")).contains("Please answer this.", "danger because of this?");
        ask("contact", Map.of());
        assertThat(say("my desk")).contains("Please give a telephone number", "not the lost phone");
        assertThat(say("skip")).contains("Your report: Lost or stolen device", "Not given yet", "Say \"send\"");
        assertThat(draft().answers()).doesNotContainKey("contact");
    }

    @Test
    void aLineOfTheReviewIsChangedByItsNumber() {
        begin();
        ask(WordsText.REVIEW, Map.of("danger", "no", "what", "phone"));
        assertThat(say("1")).contains("danger because of this?", "You said: No");
        say("yes");
        assertThat(draft().answers()).containsEntry("danger", "yes");
    }

    @Test
    void aFreeAnswerIsAnAnswerWhateverItLooksLikeButWhatLeadsTheDialogue() {
        begin();
        ask("circumstances", Map.of());
        assertThat(said("my reports")).isEmpty();
        assertThat(say("help")).contains("\"skip\" leaves it out", "own words");
        say("What do I do if my laptop is stolen? I **lost** it\u202E");
        assertThat(draft().answers())
                .containsEntry("circumstances", "What do I do if my laptop is stolen? I **lost** it");
        say("back");
        assertThat(draft().asked()).isEqualTo("circumstances");
        ask("circumstances", Map.of());
        assertThat(say("help")).contains("I \\*\\*lost\\*\\* it");
    }

    @Test
    void stoppingKeepsItForCardsOrWordsAndCancellingDeletesIt() {
        begin();
        say("no");
        assertThat(say("stop")).contains("kept what you told me");
        assertThat(said("anything")).isEmpty();
        assertThat(Story.text(story.dialogue().card(draft()))).contains("Step 1 of 5");
        assertThat(say("continue in words")).contains("What is missing?");
        assertThat(say("cancel")).contains("Nothing was sent");
        assertThat(story.drafts.openOf("pat")).isEmpty();
    }

    @Test
    void aReportOnACardGoesOnInWordsAndItsCardSaysSo() {
        Draft draft = story.answered(1);
        String card = story.teams.post(chat, io.beadle.teams.Message.text("the card"));
        story.open().shown(draft, new Draft.Place("chat", "29:pat", card));
        assertThat(say("report in words")).contains("Is personal data on it");
        story.settle();
        assertThat(story.teams.shownIn("chat").stream().map(Call::text).toList().getFirst())
                .contains("goes on further down");
        story.dialogue().edit(Story.PAT, draft.id(), 0);
        assertThat(draft().asked()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report anonymously in words",
                "I want to report a lost phone without my name, in words",
                "report it in confidence in plain text",
            })
    void whoWantsToGiveNoNameIsToldWhyWordsCannotDoItAndNothingIsBegun(String text) {
        assertThat(say(text))
                .contains("without your name", "Say \"report anonymously\"", "01632 960100", "begun nothing");
        assertThat(story.drafts.openOf("pat")).isEmpty();
    }

    @Test
    void aConfidentialLetterIsLostUnderItsReportersName() {
        assertThat(say("report a lost confidential letter in words")).contains("one question at a time");
    }

    @Test
    void whoWantsToGiveNoNameInTheMiddleOfItIsShownTheWay() {
        begin();
        assertThat(said("report anonymously")).as("left to whoever offers that").isEmpty();
        assertThat(draft().answers()).doesNotContainKey("danger");
    }

    @Test
    void nothingIsAskedWhereOthersReadAlong() {
        begin();
        Turn turn = turn("no", story.teams.met("channel", Address.Scope.CHANNEL));
        assertThat(words.said(turn, message -> "")).isFalse();
        assertThat(draft().answers()).doesNotContainKey("danger");
    }

    private void begin() {
        say("report a lost device in words");
    }

    /** As if this were asked now. */
    private void ask(String question, Map<String, String> answers) {
        Draft draft = draft();
        story.drafts.replace(draft.answered(answers, draft.touched()).asking(question, draft.touched()));
    }

    private Draft draft() {
        return story.drafts.openOf("pat").orElseThrow();
    }

    private String say(String text) {
        return said(text).getFirst();
    }

    private List<String> said(String text) {
        return Story.taken(words::said, text, chat);
    }

    private static Turn turn(String text, Address in) {
        return new Turn(Story.PAT, "29:pat", in, in.conversation(), text, null);
    }
}
