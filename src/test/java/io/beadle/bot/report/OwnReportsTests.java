package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.Saying;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.Statement;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saying more about a report of one's own, and nobody else's. */
class OwnReportsTests {
    private static final Person ALEX = new Person("alex", "Alex Marsh");

    private final Story story = new Story(SharedStore.newDatabase());
    private final OwnReports own = story.ownReports();
    private final Address chat = story.teams.met("pat", Scope.PERSONAL);
    private String reference = "";

    @BeforeEach
    void report() {
        Draft draft = story.answered(4);
        story.dialogue().send(Story.PAT, draft.id());
        reference = story.incidents
                .change("INC-2026-0001", i -> i.confirmAccount(ALEX, story.now.get()))
                .orElseThrow()
                .reference();
    }

    @Test
    void theReportKnowsWhereItsReporterIsToldAndWhatItIs() {
        assertThat(incident().reporterChat()).isEqualTo(Story.CHAT);
        assertThat(incident().flags()).contains(Incident.ACCOUNT);
    }

    @Test
    void itIsShownWithEveryAnswerAsItWasGiven() {
        assertThat(shown(own.act(new CardAction.OpenMine(reference), turn(Story.PAT, chat), message -> "")))
                .contains(reference, "What you reported", "The 08:12 train", "mine.write")
                .doesNotContain("Still missing");
    }

    @Test
    void nobodyElseLearnsThatThereIsSuchAReport() {
        for (CardAction.OfMine action : List.of(
                new CardAction.OpenMine(reference),
                new CardAction.WriteMine(reference, Saying.CORRECT, Map.of("chosen", "where")),
                say(Saying.ADD, "", "k", Map.of("text", "I was there")))) {
            String told = told(own.act(action, turn(ALEX, chat), message -> ""));
            assertThat(told).contains("do not know this report");
            assertThat(told(own.act(new CardAction.OpenMine("INC-2026-0099"), turn(ALEX, chat), message -> "")))
                    .isEqualTo(told);
        }
        assertThat(incident().statements()).isEmpty();
    }

    @Test
    void nothingIsShownWhereOthersReadAlong() {
        Address channel = story.teams.met("tearoom", Scope.CHANNEL);
        assertThat(told(own.act(new CardAction.OpenMine(reference), turn(Story.PAT, channel), message -> "")))
                .contains("personal chat");
    }

    @Test
    void somethingIsAddedOnceHoweverOftenItIsPressed() {
        CardAction.SayMine add = say(Saying.ADD, "", "k", Map.of("text", "It has a red case."));
        assertThat(act(add)).contains("Thank you. The team sees it.", "You added this", "It has a red case.");
        assertThat(act(add)).contains("Nothing was changed");
        assertThat(incident().statements()).hasSize(1);
    }

    @Test
    void anEmptyOrEndlessTextIsRefusedAndKeptOnTheCard() {
        assertThat(act(say(Saying.ADD, "", "k", Map.of("text", "")))).contains("Please answer this.");
        assertThat(act(say(Saying.ADD, "", "k", Map.of("text", "x".repeat(2_001)))))
                .contains("2,001", "xxxx");
        assertThat(incident().statements()).isEmpty();
    }

    @Test
    void anAnswerIsCorrectedAndTheFirstOneStays() {
        assertThat(act(new CardAction.WriteMine(reference, Saying.CORRECT, Map.of())))
                .contains("Which answer", "where");
        assertThat(act(new CardAction.WriteMine(reference, Saying.CORRECT, Map.of("chosen", "where"))))
                .contains("So far: The 08:12 train", "mine.say");
        assertThat(act(say(Saying.CORRECT, "where", "k", Map.of("where", "The 09:12 train"))))
                .contains("The 08:12 train", "The 09:12 train", "You corrected this");
        assertThat(incident().current("where")).map(Answer::value).contains("The 09:12 train");
        assertThat(incident().report().answer("where")).map(Answer::value).contains("The 08:12 train");
    }

    @Test
    void aCorrectionThatSaysDangerMakesItHigh() {
        Incident before = incident();
        act(say(Saying.CORRECT, "danger", "k", Map.of("danger", "yes")));
        assertThat(incident().severity()).isEqualTo(Severity.HIGH).isGreaterThanOrEqualTo(before.severity());
        act(say(Saying.CORRECT, "danger", "l", Map.of("danger", "no")));
        assertThat(incident().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void whatIsNoAnswerOrNoQuestionChangesNothing() {
        assertThat(act(say(Saying.CORRECT, "danger", "k", Map.of("danger", "perhaps"))))
                .contains("answers marked below");
        assertThat(act(say(Saying.CORRECT, "no-such", "k", Map.of("no-such", "x"))))
                .contains("Which answer");
        assertThat(act(new CardAction.WriteMine(reference, Saying.CORRECT, Map.of("chosen", ""))))
                .contains("Please answer this.");
        assertThat(act(say(Saying.WITHDRAW, "", "k", Map.of("chosen", "boredom"))))
                .contains("Please answer this.");
        assertThat(act(say(Saying.REPLY, "never asked", "k", Map.of("text", "Yes"))))
                .contains("Nothing was changed");
        assertThat(incident().statements()).isEmpty();
    }

    @Test
    void whatACorrectionAsksForIsMissingUntilItIsAnswered() {
        reference = story.sentEarly().reference();
        assertThat(incident().missing()).contains("contact").doesNotContain("people", "categories");
        act(say(Saying.CORRECT, "personal-data", "k", Map.of("personal-data", "yes")));
        assertThat(incident().missing()).contains("contact", "people", "categories");

        assertThat(act(new CardAction.WriteMine(reference, Saying.FACTS, Map.of())))
                .contains("What is missing of", "contact", "people");
        assertThat(act(say(Saying.FACTS, "", "l", Map.of()))).contains("Please answer this.");
        assertThat(act(say(Saying.FACTS, "", "l", Map.of("contact", "not a number", "people", "few"))))
                .contains("answers marked below", "not a number");
        assertThat(act(say(Saying.FACTS, "", "l", Map.of("contact", "01632 960999", "people", "few"))))
                .contains("Thank you", "01632 960999", "Still missing");
        assertThat(incident().missing()).isNotEmpty().doesNotContain("contact", "people");
        assertThat(incident().statements(Statement.Kind.SUPPLIED)).hasSize(2);
    }

    @Test
    void nothingIsAskedOfWhoeverHasSaidItAll() {
        assertThat(act(new CardAction.WriteMine(reference, Saying.FACTS, Map.of())))
                .contains("Nothing is missing");
        assertThat(act(say(Saying.FACTS, "", "k", Map.of("contact", "1")))).contains("Nothing is missing");
    }

    @Test
    void askingToWithdrawItIsARequestWithAChosenReason() {
        assertThat(act(new CardAction.WriteMine(reference, Saying.WITHDRAW, Map.of())))
                .contains("It has been found");
        assertThat(act(say(Saying.WITHDRAW, "", "k", Map.of("chosen", "found"))))
                .contains("You asked to withdraw", "It has been found")
                .doesNotContain("what=withdraw");
        assertThat(incident().isOpen()).isTrue();
        assertThat(incident().asksToWithdraw()).isTrue();
    }

    @Test
    void aQuestionOfTheDeskIsAnsweredInTheChat() {
        story.incidents.change(
                reference, i -> i.say(new Said.Asked("q", "Was it switched on?", ALEX), story.now.get()));
        assertThat(act(say(Saying.REPLY, "q", "k", Map.of("text", ""))))
                .contains("Was it switched on?", "Please answer");
        assertThat(act(say(Saying.REPLY, "q", "k", Map.of("text", "Yes, it was."))))
                .contains("You answered", "Yes, it was.");
        assertThat(incident().unanswered()).isEmpty();
    }

    @Test
    void aHeldAccountSeesTheReferenceOnlyAndWhatItSaysIsHeld() {
        Draft draft = story.answered(4);
        story.dialogue().send(Story.PAT, draft.id());
        reference = "INC-2026-0002";
        assertThat(incident().isHeld()).isTrue();
        assertThat(act(new CardAction.OpenMine(reference)))
                .contains(reference, "01632 960100")
                .doesNotContain("The 08:12 train", "device");
        assertThat(act(new CardAction.WriteMine(reference, Saying.CORRECT, Map.of("chosen", "where"))))
                .doesNotContain("The 08:12 train");
        assertThat(act(say(Saying.CORRECT, "where", "k", Map.of("where", "Nowhere"))))
                .contains("It is kept")
                .doesNotContain("Nowhere");
        assertThat(incident().statements()).singleElement().matches(Statement::held);
        assertThat(incident().current("where")).map(Answer::value).contains("The 08:12 train");
    }

    private Incident incident() {
        return story.incidents.find(reference).orElseThrow();
    }

    private CardAction.SayMine say(Saying saying, String about, String key, Map<String, String> answers) {
        return new CardAction.SayMine(reference, saying, about, key, answers);
    }

    private String act(CardAction.OfMine action) {
        return shown(own.act(action, turn(Story.PAT, chat), message -> ""));
    }

    private static Turn turn(Person person, Address in) {
        return new Turn(person, "29:" + person.id(), in, in.conversation(), "", "card");
    }

    private static String shown(Reply reply) {
        return reply instanceof Reply.Show show ? show.card().json().toString() : "not shown: " + reply;
    }

    private static String told(Reply reply) {
        return reply instanceof Reply.Tell tell ? tell.text() : "not told: " + reply;
    }
}
