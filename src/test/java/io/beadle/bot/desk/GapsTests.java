package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.card.CardAction;
import io.beadle.card.EnquiryCards;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.Likeness;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions without good answers, as the desk sees and fills them. */
class GapsTests {
    private final SomeDesk desk = new SomeDesk();
    private final List<String> read = new ArrayList<>();
    private final Gaps gaps = new Gaps(
            desk.asked,
            desk.curated,
            new ByFirstWord(),
            desk.rights,
            desk.curating,
            desk.cards.gaps(),
            SomeDesk.CARDS.messages(),
            SomeDesk.CARDS.content().retention(),
            desk.now::get);

    @Test
    void whatMeansTheSameIsOneGroupWithWhatIsWrongWithItsAnswers() {
        desk.ask("1", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        desk.ask("2", "herons: may I feed them?", Outcome.CLOSEST, null);
        desk.ask("3", "badgers: are they fed?", Outcome.ANSWERED, null);
        desk.asked.change("3", question -> question.reacted(Reaction.DISLIKE));
        desk.ask("4", "otters: are they fed?", Outcome.ANSWERED, null);
        desk.ask("5", "ospreys: I saw one stolen", Outcome.NOT_FOUND, "lost-device");
        String list = list();
        assertThat(list)
                .contains("Asked 2 times: 2 not answered by the policies", "Asked once: 1 not helpful")
                .doesNotContain("otters", "ospreys");
        assertThat(list.indexOf("herons")).isLessThan(list.indexOf("badgers"));
    }

    @Test
    void whoWaitsForAPersonIsCountedFromTheLongestWaiting() {
        desk.send("1", "herons: who feeds them?");
        desk.after(Duration.ofHours(5));
        desk.send("2", "herons: may I feed them?");
        assertThat(list()).contains("2 sent to you", "Somebody has waited 5 hours");
        desk.answer(SomeDesk.ALEX, desk.channel, "1", Map.of("answer", "The caretaker."));
        desk.answer(SomeDesk.ALEX, desk.channel, "2", Map.of("answer", "No."));
        assertThat(list()).contains("2 sent to you").doesNotContain("has waited");
    }

    @Test
    void namesAreLeftOutWhoeverIsStillKnown() {
        desk.ask("1", "herons: does Jo Bell, jo@example.org, feed them?", Outcome.NOT_FOUND, null);
        assertThat(list()).contains("herons").doesNotContain("Bell", "jo@", "Sam");
    }

    @Test
    void whatSomebodyHasAnsweredSinceIsNoGap() {
        desk.ask("1", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        desk.curated.add(new CuratedAnswer(
                "a",
                0,
                "Herons: who feeds them?",
                "I do.",
                null,
                "Alex",
                desk.now.get(),
                LocalDate.of(2027, 5, 21),
                false));
        assertThat(list()).contains("There are none").doesNotContain("who feeds");
    }

    @Test
    void aGapIsFilledWithAnAnswerThatIsGoodForSixMonthsHoweverOftenItIsSaved() {
        desk.ask("1", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        assertThat(SomeDesk.card(gaps.fill(new CardAction.FillGap("1"), SomeDesk.turn(SomeDesk.ALEX, desk.channel))))
                .contains("herons: who feeds them?", "gaps.save");
        for (int i = 0; i < 2; i++) {
            assertThat(save("Herons: who feeds them?", "The caretaker.")).contains("There are none");
        }
        assertThat(desk.curated.all())
                .singleElement()
                .satisfies(answer -> assertThat(answer.owner()).isEqualTo("Alex Marsh"))
                .satisfies(answer -> assertThat(answer.passage()).isNull())
                .satisfies(answer -> assertThat(answer.reviewDue()).isEqualTo(LocalDate.of(2027, 5, 21)));
    }

    @Test
    void whatIsNotFitToBeSavedIsShownAgainAsItWasTyped() {
        desk.ask("1", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        String longest = "a".repeat(EnquiryCards.LONGEST_ANSWER);
        assertThat(save("Herons?", " ")).contains("Please write both", "Herons?");
        assertThat(save("  ", "The caretaker.")).contains("Please write both", "The caretaker.");
        assertThat(save("Herons?", longest + "a")).contains("3,000");
        assertThat(desk.curated.all()).isEmpty();
        assertThat(save("Herons?", longest)).doesNotContain("Please write both");
        assertThat(desk.curated.all()).hasSize(1);
    }

    @Test
    void aGapThatIsGoneLeadsToTheList() {
        assertThat(SomeDesk.card(gaps.fill(new CardAction.FillGap("gone"), SomeDesk.turn(SomeDesk.ALEX, desk.channel))))
                .contains("There are none");
    }

    @Test
    void nobodyElseSeesOrFillsThem() {
        desk.ask("1", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        for (Address elsewhere : List.of(desk.tearoom, desk.sam)) {
            List<Reply> replies = List.of(
                    gaps.show(SomeDesk.turn(SomeDesk.PRIYA, elsewhere)),
                    gaps.fill(new CardAction.FillGap("1"), SomeDesk.turn(SomeDesk.PRIYA, elsewhere)),
                    gaps.save(
                            new CardAction.SaveGap("1", Map.of("question", "Q?", "answer", "A.")),
                            SomeDesk.turn(SomeDesk.PRIYA, elsewhere)));
            assertThat(replies).allMatch(reply -> SomeDesk.card(reply).startsWith("told: Questions without"));
        }
        assertThat(desk.curated.all()).isEmpty();
        Address chat = desk.teams.met("alex", Scope.PERSONAL);
        assertThat(SomeDesk.card(gaps.show(SomeDesk.turn(SomeDesk.ALEX, chat))))
                .as("an administrator, where nobody reads along")
                .contains("herons");
        assertThat(SomeDesk.card(gaps.show(SomeDesk.turn(SomeDesk.ALEX, desk.tearoom))))
                .doesNotContain("herons");
    }

    @Test
    void allAreReadBeforehandEachTextOnce() {
        desk.ask("1", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        desk.ask("2", "herons: who feeds them?", Outcome.NOT_FOUND, null);
        desk.ask("3", "badgers: are they fed?", Outcome.CLOSEST, null);
        desk.ask("4", "otters: are they fed?", Outcome.ANSWERED, null);
        gaps.sweep(desk.now.get());
        assertThat(read).containsExactlyInAnyOrder("herons: who feeds them?", "badgers: are they fed?");
    }

    private String list() {
        return SomeDesk.card(gaps.show(SomeDesk.turn(SomeDesk.PRIYA, desk.channel)));
    }

    private String save(String question, String answer) {
        return SomeDesk.card(gaps.save(
                new CardAction.SaveGap("1", Map.of("question", question, "answer", answer)),
                SomeDesk.turn(SomeDesk.ALEX, desk.channel)));
    }

    /** The same are those that differ in capitals alone; a group is what begins with the same word. */
    private final class ByFirstWord implements Likeness {
        @Override
        public Optional<String> same(String question, List<String> asked) {
            return asked.stream().filter(question::equalsIgnoreCase).findFirst();
        }

        @Override
        public List<List<String>> groups(List<String> questions) {
            read.addAll(questions);
            Map<String, List<String>> groups = new LinkedHashMap<>();
            questions.forEach(question -> groups.computeIfAbsent(question.split(":", 2)[0], word -> new ArrayList<>())
                    .add(question));
            return List.copyOf(groups.values());
        }
    }
}
