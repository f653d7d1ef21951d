package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.card.CardAction;
import io.beadle.card.TestCards;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers that people stand for, from the day they are saved until somebody retires them. */
class CuratedReviewsTests {
    private static final Instant LAST_DAY = Instant.parse("2027-05-21T22:59:59.999Z");
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final SomeDesk desk = new SomeDesk();
    private final CuratedReviews reviews = reviews(desk.curating);

    @Test
    void anAnswerIsGoodForSixMonthsAndTheDeskIsRemindedOnceAfterThem() {
        save("a", null);
        assertThat(stored("a").reviewDue()).isEqualTo(LocalDate.of(2027, 5, 21));
        desk.now.set(LAST_DAY);
        assertThat(sweep()).isZero();
        desk.after(MOMENT);
        assertThat(sweep()).isOne();
        assertThat(sweep()).isZero();
        assertThat(desk.teams.shownIn("desk"))
                .singleElement()
                .satisfies(post -> assertThat(post.message().summary()).isEqualTo("Curated answers are due for review"))
                .extracting(Call::text)
                .asString()
                .contains("Alex Marsh stands for it", "was due by 21 May 2027", "answers nobody", "Who feeds a?");
    }

    @Test
    void anOverdueOneAnswersNobodyUntilItIsKept() {
        save("a", null);
        desk.now.set(LAST_DAY.plus(MOMENT));
        assertThat(stored("a").answersOn(LocalDate.of(2027, 5, 22))).isFalse();
        assertThat(SomeDesk.card(keep("a", ""))).contains("It answers by itself until 22 November 2027");
        assertThat(stored("a").answersOn(LocalDate.of(2027, 5, 22))).isTrue();
        assertThat(sweep()).isZero();
    }

    @Test
    void afterItWasKeptTheDeskIsRemindedOfTheNextDateToo() {
        save("a", null);
        desk.now.set(LAST_DAY.plus(MOMENT));
        sweep();
        keep("a", null);
        desk.after(Duration.ofDays(184));
        assertThat(sweep()).isZero();
        desk.after(Duration.ofDays(2));
        assertThat(sweep()).isOne();
        assertThat(desk.shown("desk")).hasSize(2);
    }

    @Test
    void aRetiredOneIsNeverLookedAtAgain() {
        save("a", null);
        assertThat(SomeDesk.card(retire("a")))
                .contains("retired and answers nobody")
                .doesNotContain("Action.Execute");
        desk.now.set(LAST_DAY.plus(Duration.ofDays(300)));
        assertThat(sweep()).isZero();
        assertThat(SomeDesk.card(keep("a", null))).contains("retired and answers nobody");
        assertThat(stored("a").retired()).isTrue();
    }

    @Test
    void theDeskIsToldOnceWhenTheClauseHasChangedAndWhatThePoliciesSayNow() {
        desk.policies.clause("p-1", "Feed no heron.");
        save("a", "p-1");
        assertThat(sweep()).isZero();

        desk.policies.remove("p-1");
        desk.policies.clause("p-2", "Feed herons on Fridays.");
        assertThat(sweep()).isOne();
        assertThat(sweep()).isZero();
        assertThat(desk.teams.shownIn("desk"))
                .singleElement()
                .satisfies(post -> assertThat(post.message().summary())
                        .isEqualTo("A clause that a curated answer rests on has changed")
                        .doesNotContain("heron"))
                .extracting(Call::text)
                .asString()
                .contains(
                        "has changed or is gone",
                        "The policies now say, in Mobile working, 4.1 Abroad",
                        "Feed herons on Fridays.",
                        "Keep it, with this clause",
                        "Keep it without a clause",
                        "Retire");
    }

    @Test
    void itIsKeptWithTheClauseAsItIsNowAndToldOfAgainWhenThatOneGoes() {
        save("a", "p-1");
        desk.policies.clause("p-2", "Feed herons on Fridays.");
        sweep();
        assertThat(SomeDesk.card(keep("a", "p-2")))
                .contains("It answers by itself until 21 May 2027", "passage=p-2")
                .doesNotContain("Keep it, with this clause");
        assertThat(stored("a").passage()).isEqualTo("p-2");
        assertThat(sweep()).isZero();
        desk.policies.remove("p-2");
        assertThat(sweep()).isOne();
        assertThat(desk.shown("desk")).hasSize(2);
        assertThat(desk.shown("desk").getLast()).doesNotContain("Keep it, with this clause");
    }

    @Test
    void itIsKeptWithoutAClause() {
        save("a", "p-1");
        assertThat(SomeDesk.card(keep("a", ""))).contains("Still right: keep six months");
        assertThat(stored("a").passage()).isNull();
        assertThat(sweep()).isZero();
    }

    @Test
    void aClauseThatDoesNotStandIsNotTaken() {
        save("a", "p-1");
        CuratedAnswer before = stored("a");
        assertThat(SomeDesk.card(keep("a", "p-9"))).contains("has changed or is gone");
        assertThat(stored("a")).isEqualTo(before);
    }

    @Test
    void theButtonOfAnOlderCardKeepsTheClause() {
        desk.policies.clause("p-1", "Feed no heron.");
        save("a", "p-1");
        desk.after(Duration.ofDays(40));
        keep("a", null);
        assertThat(stored("a").passage()).isEqualTo("p-1");
        assertThat(stored("a").reviewDue()).isEqualTo(LocalDate.of(2027, 6, 30));
    }

    @Test
    void whatOnlySomeMayReadIsNotGoneAndIsNotShownToTheChannel() {
        desk.policies.clause("p-1", "Herons are watched by Jo.");
        desk.policies.restrict("p-1");
        save("a", "p-1");
        assertThat(sweep()).isZero();
        save("b", "p-gone");
        assertThat(sweep()).isOne();
        assertThat(desk.shown("desk").getLast()).contains("Who feeds b?").doesNotContain("watched by Jo");
    }

    @Test
    void oneThatLostItsClauseAndIsOverdueIsOneNotice() {
        save("a", "p-1");
        desk.now.set(LAST_DAY.plus(MOMENT));
        assertThat(sweep()).isOne();
        assertThat(sweep()).isZero();
    }

    @Test
    void theListShowsTheNextToBeReviewedAndCountsTheOthers() {
        IntStream.range(0, 7).forEach(i -> {
            save("a" + i, null);
            desk.after(Duration.ofDays(1));
        });
        desk.curating.show(SomeDesk.turn(SomeDesk.ALEX, desk.channel), message -> {
            desk.teams.post(desk.channel, message);
            return "";
        });
        assertThat(desk.shown("desk").getLast())
                .contains("Who feeds a0?", "Who feeds a2?", "4 more are reviewed later")
                .doesNotContain("Who feeds a3?");
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        save("a", null);
        CuratedAnswer before = stored("a");
        for (CardAction.OfCurated action : List.of(
                new CardAction.RenewCurated("a", null, List.of("a")),
                new CardAction.RetireCurated("a", List.of("a")))) {
            assertThat(SomeDesk.card(desk.curating.change(action, SomeDesk.turn(SomeDesk.PRIYA, desk.tearoom))))
                    .startsWith("told: ")
                    .doesNotContain("feeds");
        }
        desk.curating.show(SomeDesk.turn(SomeDesk.PRIYA, desk.tearoom), message -> {
            desk.teams.post(desk.tearoom, message);
            return "";
        });
        assertThat(desk.shown("tearoom")).singleElement().asString().doesNotContain("feeds");
        assertThat(stored("a")).isEqualTo(before);
    }

    private void save(String id, @Nullable String passage) {
        desk.curating.save(
                id,
                "Who feeds " + id + "?",
                new AskedQuestion.Reply("The caretaker.", passage, "Alex Marsh", desk.now.get()));
    }

    private Reply keep(String id, @Nullable String passage) {
        return change(new CardAction.RenewCurated(id, passage, List.of(id)));
    }

    private Reply retire(String id) {
        return change(new CardAction.RetireCurated(id, List.of(id)));
    }

    private Reply change(CardAction.OfCurated action) {
        return desk.curating.change(action, SomeDesk.turn(SomeDesk.PRIYA, desk.channel));
    }

    private CuratedAnswer stored(String id) {
        return desk.curated.find(id).orElseThrow();
    }

    private long sweep() {
        long told = reviews.sweep(desk.now.get());
        desk.deliver();
        return told;
    }

    private CuratedReviews reviews(Curating curating) {
        return new CuratedReviews(desk.curated, curating, desk.notices, SomeDesk.CARDS.messages(), TestCards.LONDON);
    }
}
