package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.BundledContent;
import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.notification.Desk;
import io.beadle.notification.TestRelays;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a question that the desk does not answer. */
class OpenQuestionsTests {
    private static final Retention RETENTION = BundledContent.CONTENT.retention();
    private static final Duration GIVEN_UP = RETENTION.of(Kept.ENQUIRIES);
    private static final String QUESTION = "May Jo Bell take a *heron* home?";

    private final SomeDesk desk = new SomeDesk();
    private final OpenQuestions open = new OpenQuestions(
            desk.asked, desk.enquiries, RETENTION, StoredAudit.deletions(desk.mongo), TestCards.LONDON);

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T10:00:00Z, 2026-11-18T09:00:00Z",
        "2026-11-19T23:30:00Z, 2026-11-23T09:00:00Z",
        "2026-11-20T08:00:00Z, 2026-11-24T09:00:00Z",
        "2026-11-21T14:17:00Z, 2026-11-24T09:00:00Z",
        "2026-07-15T23:30:00Z, 2026-07-20T08:00:00Z"
    })
    void itComesBackInTheMorningOfTheSecondWorkingDay(Instant asked, Instant back) {
        desk.now.set(asked);
        desk.send("q", QUESTION);
        assertThat(at(back.minusMillis(1))).isZero();
        assertThat(at(back)).isOne();
        assertThat(desk.shown("desk")).hasSize(2);
        assertThat(desk.shown("desk").getLast())
                .contains("Still waiting: a question for the team", "heron", "question.answer");
        assertThat(desk.teams.shownIn("desk").getLast().message().summary())
                .isEqualTo("A question for the team still waits for an answer");
    }

    @Test
    void itComesBackOnce() {
        desk.send("q", QUESTION);
        for (int day = 0; day < 21; day++) {
            sweep();
            desk.after(Duration.ofDays(1));
        }
        assertThat(desk.shown("desk")).hasSize(2);
        assertThat(desk.shown("sam")).isEmpty();
    }

    @Test
    void oneThatIsAnsweredDoesNotComeBack() {
        desk.send("q", QUESTION);
        desk.answer(SomeDesk.ALEX, desk.channel, "q", Map.of("answer", "No."));
        desk.after(Duration.ofDays(30));
        assertThat(sweep()).isZero();
        assertThat(desk.shown("desk")).hasSize(1);
        assertThat(desk.shown("sam")).hasSize(1);
    }

    @Test
    void bothCardsShowTheAnswerWhicheverWasPressed() {
        desk.send("q", QUESTION);
        desk.after(Duration.ofDays(4));
        sweep();
        desk.answer(SomeDesk.ALEX, desk.channel, "q", Map.of("answer", "It may not."));
        assertThat(desk.shown("desk"))
                .hasSize(2)
                .allSatisfy(card ->
                        assertThat(card).contains("It may not.", "Answered by").doesNotContain("Action.Execute"));
    }

    @Test
    void itIsAnsweredWhereItCameBackToAfterTheDeskHasMoved() {
        desk.send("q", QUESTION);
        desk.desks.set(new Desk("tearoom", SomeDesk.PRIYA, desk.now.get()));
        desk.after(Duration.ofDays(4));
        sweep();
        assertThat(desk.shown("tearoom")).hasSize(1);
        assertThat(SomeDesk.card(desk.answer(SomeDesk.ALEX, desk.tearoom, "q", Map.of("answer", "It may not."))))
                .contains("Answered by");
        assertThat(desk.shown("desk").getFirst()).contains("It may not.");
    }

    @Test
    void afterThreeWeeksWhoAskedIsToldWhomToRingAndForgotten() {
        AskedQuestion sent = desk.send("q", QUESTION);
        at(sent.at().plus(GIVEN_UP).minusMillis(1));
        assertThat(desk.asked.find("q").orElseThrow().asker()).isNotNull();
        assertThat(desk.shown("sam")).isEmpty();

        desk.after(Duration.ofMillis(1));
        assertThat(sweep()).isOne();
        assertThat(desk.shown("sam"))
                .singleElement()
                .asString()
                .contains("Nobody has answered", "\\*heron\\* home", "01632 960100", "ask me again");
        AskedQuestion left = desk.asked.find("q").orElseThrow();
        assertThat(left.asker()).isNull();
        assertThat(left.isOpen()).isFalse();
        assertThat(left.isGap()).isTrue();
        assertThat(left.toString() + left.enquiry() + left.text()).doesNotContain("Sam", "sam", "Bell");
        assertThat(desk.shown("desk"))
                .hasSize(2)
                .allSatisfy(card -> assertThat(card)
                        .contains("Nobody answered within three weeks")
                        .doesNotContain("Sam", "Bell", "Action.Execute"));
        assertThat(sweep()).isZero();
        assertThat(desk.shown("sam")).hasSize(1);
    }

    @Test
    void anAnswerThatComesLaterIsNotSaidToBeSent() {
        desk.send("q", QUESTION);
        desk.after(GIVEN_UP);
        sweep();
        assertThat(SomeDesk.card(desk.answer(SomeDesk.ALEX, desk.channel, "q", Map.of("answer", "No."))))
                .contains("Your answer was not sent", "gaps");
        assertThat(desk.shown("sam")).hasSize(1);
    }

    @Test
    void whatTellsOfAnEventIsNoGapAndIsDeleted() {
        desk.ask("q", QUESTION, Outcome.NOT_FOUND, "lost-device");
        desk.enquiries.tell(desk.asked
                .change("q", question -> question.enquire(QUESTION, null, desk.now.get()))
                .orElseThrow());
        desk.after(GIVEN_UP);
        sweep();
        assertThat(desk.asked.find("q")).isEmpty();
        assertThat(desk.shown("sam")).hasSize(1);
    }

    /** The day within which it may be sent, the wait, and how long somebody is tried to be told. */
    @Test
    void lessThanThirtyDaysAfterTheQuestionNothingTellsWhoAsked() {
        desk.ask("q", QUESTION, Outcome.NOT_FOUND, null);
        Instant asked = desk.now.get();
        desk.after(RETENTION.of(Kept.ASKERS));
        desk.enquiries.tell(desk.asked
                .change("q", question -> question.enquire(QUESTION, null, desk.now.get()))
                .orElseThrow());
        desk.deliver();
        desk.teams.on(call -> call.conversation().equals("desk")
                ? Optional.empty()
                : Optional.of(new DeliveryException(403, RecordingConversations.REFUSED)));
        while (desk.now.get().isBefore(asked.plus(Duration.ofDays(30)))) {
            sweep();
            TestRelays.expire(desk.mongo, desk.now.get());
            desk.after(Duration.ofHours(1));
        }
        assertThat(desk.asked.find("q").orElseThrow().asker()).isNull();
        assertThat(desk.notices.find("in-vain-q")).isEmpty();
        assertThat(desk.shown("sam")).isEmpty();
    }

    private long at(Instant time) {
        desk.now.set(time);
        return sweep();
    }

    private long sweep() {
        long moved = open.sweep(desk.now.get());
        desk.deliver();
        return moved;
    }
}
