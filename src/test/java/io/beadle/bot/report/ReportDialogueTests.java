package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.Card;
import io.beadle.card.TestCards;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Severity;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReportDialogueTests {
    private static final Person PAT = Story.PAT;

    private final Story story = new Story(SharedStore.newDatabase());
    private final ReportDialogue dialogue = story.dialogue();

    private void setDesk() {
        story.desks.set(new Desk("desk", PAT, TestCards.SATURDAY));
    }

    @Test
    void leadsFromStepToStepToTheReceipt() {
        setDesk();
        Draft draft = story.open().begin(PAT, story.lost, Map.of("what", "phone"));
        String id = draft.id();
        Card first = dialogue.card(draft);
        assertThat(Story.text(first)).contains("Step 1 of 5", "value=phone");

        assertThat(Story.text(next(id, 0))).contains("Step 2 of 5", "Was it locked?");
        assertThat(Story.text(next(id, 1))).contains("Step 3 of 5", "About how many people");
        assertThat(Story.text(next(id, 2))).contains("Step 4 of 5", "in your own words");
        assertThat(Story.text(next(id, 3))).contains("Step 5 of 5", "Check and send", "The 08:12 train", "11 to 100");
        Card receipt = dialogue.send(PAT, id);

        assertThat(Story.text(receipt))
                .contains("INC-2026-0001", "14:32", "Two people", "What to do now", "01632 960199");
        Incident incident = story.incidents.find("INC-2026-0001").orElseThrow();
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.report().reporter().is(PAT)).isTrue();
        assertThat(incident.report().happened()).isEqualTo(Instant.parse("2026-11-21T08:12:00Z"));
        assertThat(incident.report().noticed()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(incident.report().reported()).isEqualTo(TestCards.SATURDAY);
        assertThat(incident.outboxDue(OutboxMessage.Kind.DESK_CARD)).isEqualTo(TestCards.SATURDAY);
        assertThat(story.drafts.openOf(PAT.id())).isEmpty();
    }

    @Test
    void goingBackKeepsEveryAnswer() {
        Draft draft = story.answered(2);
        assertThat(Story.text(dialogue.back(PAT, draft.id(), 2, Map.of()))).contains("Step 2 of 5", "value=encrypted");
        assertThat(Story.text(dialogue.back(PAT, draft.id(), 1, Map.of())))
                .contains("Step 1 of 5", "value=phone", "The 08:12 train");
        assertThat(Story.text(dialogue.back(PAT, draft.id(), 0, Map.of()))).contains("Step 1 of 5");
        assertThat(Story.text(next(draft.id(), 0))).contains("Step 3 of 5");
    }

    @Test
    void goingBackKeepsWhatWasTypedAndNotYetChecked() {
        Draft draft = story.answered(2);
        Map<String, String> half = Map.of("where-now", "The bus to", "people", "hordes", "system", "");
        assertThat(Story.text(dialogue.back(PAT, draft.id(), 2, half))).contains("Step 2 of 5");
        assertThat(stored(draft).answers())
                .containsEntry("where-now", "The bus to")
                .containsEntry("people", "hordes")
                .doesNotContainKey("system");
        assertThat(Story.text(next(draft.id(), 1))).contains("Step 3 of 5", "The bus to", "hordes");
        assertThat(Story.text(dialogue.back(PAT, draft.id(), 2, Map.of("where-now", ""))))
                .contains("Step 2 of 5");
        assertThat(stored(draft).answers()).containsEntry("where-now", "");
    }

    @Test
    void anOptionalStepThatWasOnlyLookedAtIsShownAgain() {
        Draft draft = story.answered(2);
        dialogue.back(PAT, draft.id(), 2, Map.of("asset-tag", "", "where-now", "", "people", ""));
        assertThat(stored(draft).answers()).doesNotContainKeys("asset-tag", "where-now", "people");
    }

    @Test
    void withoutADeskTheReceiptPromisesNobodyAndTheLogSaysSo(CapturedOutput output) {
        Draft draft = story.answered(4);
        assertThat(Story.text(dialogue.send(PAT, draft.id())))
                .contains("Your report is stored", "Nobody has been told yet", "01632 960100", "now")
                .doesNotContain("14:32", "Two people");
        assertThat(output.getAll()).contains("report waits for a desk to be set incident=INC-2026-0001");
    }

    @Test
    void anAnswerThatWillNotDoIsShownAgainWithWhatIsWrong() {
        Draft draft = story.answered(1);
        Map<String, String> wrong = new HashMap<>(Story.ANSWERS.get(1));
        wrong.put("locked", "");
        wrong.put("noticed-date", "2026-11-22");
        Card again = dialogue.next(PAT, draft.id(), 1, wrong);
        assertThat(Story.text(again))
                .contains("Step 2 of 5", "Please answer this.", "This is in the future", "2026-11-22", "09:00");
        assertThat(Story.text(story.dialogue().card(stored(draft)))).contains("Step 2 of 5", "2026-11-22");
        assertThat(Story.text(next(draft.id(), 1))).contains("Step 3 of 5");
    }

    @Test
    void aQuestionIsAskedOnlyWhereAnEarlierAnswerCallsForIt() {
        Draft draft = story.open().begin(PAT, story.lost, Map.of());
        next(draft.id(), 0);
        assertThat(Story.text(dialogue.next(PAT, draft.id(), 1, nothingPersonal())))
                .doesNotContain("answer-people");
        next(draft.id(), 2);
        next(draft.id(), 3);
        dialogue.send(PAT, draft.id());
        assertThat(onlyIncident().report().answer("people")).isEmpty();
        assertThat(onlyIncident().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(onlyIncident().acknowledgeBy()).isEqualTo(TestCards.SATURDAY.plus(Duration.ofHours(1)));
    }

    @Test
    void aChangeFromTheReviewLeadsBackToTheReview() {
        Draft draft = story.answered(4);
        assertThat(Story.text(dialogue.edit(PAT, draft.id(), 1))).contains("Step 2 of 5");
        Map<String, String> changed = new HashMap<>(Story.ANSWERS.get(0));
        changed.put("where", "The bus");
        assertThat(Story.text(dialogue.next(PAT, draft.id(), 0, changed)))
                .contains("Step 5 of 5", "The bus")
                .doesNotContain("08:12 train");
    }

    @Test
    void aChangeThatCallsForAnotherAnswerAsksForItBeforeTheReview() {
        Draft draft = story.open().begin(PAT, story.lost, Map.of());
        next(draft.id(), 0);
        dialogue.next(PAT, draft.id(), 1, nothingPersonal());
        Map<String, String> unpersonal = Map.of("where-now", "?", "system", "E-mail", "asset-tag", "not known");
        dialogue.next(PAT, draft.id(), 2, unpersonal);
        next(draft.id(), 3);
        dialogue.edit(PAT, draft.id(), 1);
        assertThat(Story.text(next(draft.id(), 1))).contains("Step 3 of 5", "answer-people");
    }

    @Test
    void dangerIsShownAtOnceAndOnTheReceipt() {
        setDesk();
        Draft draft = story.open().begin(PAT, story.lost, Map.of());
        Map<String, String> danger = new HashMap<>(Story.ANSWERS.get(0));
        danger.put("danger", "unsure");
        assertThat(Story.text(dialogue.next(PAT, draft.id(), 0, danger))).contains("ring 999");
        dialogue.next(PAT, draft.id(), 1, nothingPersonal());
        next(draft.id(), 2);
        next(draft.id(), 3);
        assertThat(Story.text(dialogue.send(PAT, draft.id()))).contains("ring 999", "14:32");
        assertThat(onlyIncident().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void sendingTwiceMakesOneIncidentAndTheSameReceipt() {
        Draft draft = story.answered(4);
        Card receipt = dialogue.send(PAT, draft.id());
        assertThat(dialogue.send(PAT, draft.id())).isEqualTo(receipt);
        assertThat(dialogue.next(PAT, draft.id(), 1, Story.ANSWERS.get(1))).isEqualTo(receipt);
        assertThat(dialogue.cancel(PAT, draft.id())).isEqualTo(receipt);
        assertThat(story.incidents.reportedBy(PAT.id(), 10)).hasSize(1);
    }

    @Test
    void sendingAtTheSameMomentMakesOneIncidentToo() throws Exception {
        Draft draft = story.answered(4);
        int devices = 8;
        CyclicBarrier together = new CyclicBarrier(devices);
        Callable<Card> send = () -> {
            ReportDialogue other = story.dialogue();
            together.await();
            return other.send(PAT, draft.id());
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Card>> receipts = threads.invokeAll(
                    IntStream.range(0, devices).mapToObj(i -> send).toList());
            assertThat(receipts)
                    .extracting(Future::get)
                    .extracting(Card::summary)
                    .allMatch(summary -> summary.equals(expected(draft)));
        }
        assertThat(story.incidents.reportedBy(PAT.id(), 10)).hasSize(1);
    }

    @Test
    void afterTheFirstStepAReportIsTakenAtOnceAndSaysWhatIsMissing() {
        Draft draft = story.open().begin(PAT, story.lost, Map.of("what", "phone"));
        Card receipt = dialogue.send(PAT, draft.id(), 0, Story.ANSWERS.get(0));
        assertThat(Story.text(receipt))
                .contains("INC-2026-0001", "We still need from you", "Was it locked?", "A number we can")
                .doesNotContain("What is missing?");
        assertThat(onlyIncident().report().answer("locked")).map(Answer::shown).contains("Not given yet");
        assertThat(onlyIncident().report().noticed()).isNull();
    }

    @Test
    void whatIsTypedOnTheStepFromWhichItIsSentGoesWithIt() {
        Draft draft = story.answered(1);
        dialogue.send(PAT, draft.id(), 1, Map.of("locked", "open", "noticed", "morning"));
        assertThat(onlyIncident().report().answer("locked")).map(Answer::value).contains("open");
        assertThat(onlyIncident().report().answer("noticed"))
                .map(Answer::shown)
                .contains("This morning, Saturday 21 November 2026");
        assertThat(onlyIncident().report().noticed()).isEqualTo(Instant.parse("2026-11-21T08:12:00Z"));
    }

    @Test
    void whenItHappenedCanFollowButADateThatCannotBeIsPutRightFirst() {
        Draft draft = story.open().begin(PAT, story.lost, Map.of("what", "phone"));
        Map<String, String> taps = Map.of("danger", "no", "where", "The 38 bus");
        Map<String, String> future = new HashMap<>(taps);
        future.put("happened-date", "2031-01-01");
        assertThat(Story.text(dialogue.send(PAT, draft.id(), 0, future)))
                .contains("Step 1 of 5", "This is in the future");
        Map<String, String> cleared = new HashMap<>(taps);
        cleared.putAll(Map.of("happened", "", "happened-date", ""));
        assertThat(Story.text(dialogue.send(PAT, draft.id(), 0, cleared)))
                .contains("INC-2026-0001", "We still need from you", "When did it happen?");
        assertThat(onlyIncident().report().happened()).isNull();
    }

    @Test
    void withoutTheFirstStepNothingIsSent() {
        Draft draft = story.open().begin(PAT, story.lost, Map.of("what", "phone"));
        assertThat(Story.text(dialogue.send(PAT, draft.id(), 0, Map.of("danger", "no"))))
                .contains("Step 1 of 5", "Please answer this.", "value=phone");
        assertThat(story.incidents.reportedBy(PAT.id(), 10)).isEmpty();
    }

    @Test
    void whatIsWrongIsShownBesideItsFieldAndNothingIsLost() {
        Draft draft = story.answered(1);
        Card again = dialogue.send(PAT, draft.id(), 1, Map.of("locked", "open", "noticed-date", "2031-01-01"));
        assertThat(Story.text(again))
                .contains("Step 2 of 5", "This is in the future", "value=open", "2031-01-01")
                .doesNotContain("Please answer this.");
        assertThat(Story.text(dialogue.send(PAT, draft.id(), 1, Map.of("noticed-date", "2026-11-21"))))
                .contains("INC-2026-0001");
    }

    @Test
    void whatAMessageSaidIsShownAsSuchUntilItWasSeenTo() {
        Map<String, String> said =
                Map.of("what", "phone", "happened", "morning", "where", "The 38 bus\u202E", "locked", "open");
        Draft draft = story.open().begin(PAT, story.lost, said);
        assertThat(draft.answers()).containsEntry("where", "The 38 bus");
        assertThat(marked(dialogue.card(draft))).isEqualTo(3);
        assertThat(marked(dialogue.next(PAT, draft.id(), 0, Map.of("danger", "no"))))
                .isOne();
        dialogue.back(PAT, draft.id(), 1, Map.of("locked", "open"));
        assertThat(stored(draft).prefilled()).containsExactly("locked");
        dialogue.back(PAT, draft.id(), 1, Map.of("locked", "encrypted"));
        assertThat(stored(draft).prefilled()).isEmpty();
    }

    private static int marked(Card card) {
        return Story.text(card).split("From your message", -1).length - 1;
    }

    @Test
    void aStepFilledInFromAMessageIsSeenBeforeTheNext() {
        Draft draft = story.open().begin(PAT, story.lost, Story.ANSWERS.get(1));
        assertThat(Story.text(next(draft.id(), 0))).contains("Step 2 of 5", "From your message");
        assertThat(Story.text(next(draft.id(), 1))).contains("Step 3 of 5");
    }

    @Test
    void theReviewShowsWhatIsNotGivenYet() {
        Draft draft = story.answered(4);
        dialogue.back(PAT, draft.id(), 2, Map.of("system", ""));
        Draft review = stored(draft).at(4, TestCards.SATURDAY);
        assertThat(Story.text(dialogue.card(review))).contains("Check and send", "Not given yet");
    }

    @Test
    void whatWasInTimeWhenTypedIsSentLater() {
        Draft draft = story.answered(4);
        story.now.set(TestCards.SATURDAY.plus(Duration.ofDays(2)));
        assertThat(Story.text(dialogue.send(PAT, draft.id()))).contains("INC-2026-0001");
    }

    @Test
    void anotherPersonsDraftIsNoneOfMine() {
        Draft draft = story.answered(4);
        Person sam = new Person("sam", "Sam");
        Map<String, String> other = Map.of("where", "elsewhere");
        for (Card card : List.of(
                dialogue.next(sam, draft.id(), 1, other),
                dialogue.back(sam, draft.id(), 1, other),
                dialogue.edit(sam, draft.id(), 1),
                dialogue.cancel(sam, draft.id()),
                dialogue.send(sam, draft.id()))) {
            assertThat(Story.text(card)).contains("no longer open").doesNotContain("train");
        }
        assertThat(stored(draft)).isEqualTo(draft);
        dialogue.send(PAT, draft.id());
        assertThat(Story.text(dialogue.send(sam, draft.id()))).contains("no longer open");
    }

    @Test
    void goesOnAfterARestart() {
        Draft draft = story.answered(2);
        ReportDialogue restarted = story.dialogue();
        Draft open = story.open().of(PAT).orElseThrow();
        assertThat(open).isEqualTo(draft);
        assertThat(Story.text(restarted.card(open))).contains("Step 3 of 5");
    }

    @Test
    void aCancelledDraftIsGone() {
        Draft draft = story.answered(2);
        assertThat(Story.text(dialogue.cancel(PAT, draft.id()))).contains("Report cancelled", "Nothing was sent");
        assertThat(Story.text(next(draft.id(), 2))).contains("no longer open");
        assertThat(story.open().of(PAT)).isEmpty();
    }

    @Test
    void whatIsPressedWhileAnotherDeviceCancelsSaysThatTheReportIsGone() {
        Draft draft = story.answered(2);
        ReportDialogue racing = story.dialogue(new Overtaken(story.drafts, () -> dialogue.cancel(PAT, draft.id())));
        assertThat(Story.text(racing.next(PAT, draft.id(), 2, Story.ANSWERS.get(2))))
                .contains("no longer open");
    }

    @Test
    void whatIsPressedWhileAnotherDeviceSendsGivesTheReceipt() {
        Draft draft = story.answered(4);
        ReportDialogue racing = story.dialogue(new Overtaken(story.drafts, () -> dialogue.send(PAT, draft.id())));
        assertThat(Story.text(racing.edit(PAT, draft.id(), 2))).contains("Report INC-2026-0001 received");
    }

    @Test
    void twoDevicesThatAnswerTogetherLoseNothing() {
        Draft draft = story.answered(1);
        ReportDialogue racing = story.dialogue(new Overtaken(
                story.drafts, () -> dialogue.next(PAT, draft.id(), 3, Map.of("contact", "01632 960123"))));
        racing.next(PAT, draft.id(), 1, Story.ANSWERS.get(1));
        assertThat(stored(draft).answers())
                .containsEntry("contact", "01632 960123")
                .containsEntry("locked", "encrypted");
    }

    @Test
    void aDraftOfATypeThatIsNoMoreLeavesTheChoice() {
        Draft old = story.drafts.begin(Draft.begin("old", PAT, "gone-type", Map.of(), TestCards.SATURDAY));
        assertThat(Story.text(next("old", 0))).contains("What do you want to report?");
        assertThat(Story.text(dialogue.card(old))).contains("What do you want to report?");
        assertThat(story.open().of(PAT)).isEmpty();
        assertThat(story.drafts.find("old")).isEmpty();
    }

    @Test
    void stepsAndAnswersMadeByHandDoNoHarm() {
        Draft draft = story.answered(1);
        assertThat(Story.text(dialogue.edit(PAT, draft.id(), -7))).contains("Step 1 of 5");
        assertThat(Story.text(dialogue.edit(PAT, draft.id(), 99))).contains("Step 4 of 5");
        assertThat(Story.text(dialogue.back(PAT, draft.id(), 999, Map.of()))).contains("Step 4 of 5");
        dialogue.next(PAT, draft.id(), 0, Map.of("what", "spaceship", "contact", "1", "severity", "low"));
        assertThat(stored(draft).answers())
                .containsEntry("what", "spaceship")
                .doesNotContainKeys("contact", "severity");
        assertThat(stored(draft).step()).isZero();
    }

    @Test
    void nothingTypedAlertsTheDesk() {
        Draft draft = story.answered(4);
        dialogue.send(PAT, draft.id());
        assertThat(onlyIncident().report().answers().stream()
                        .filter(Answer::alerts)
                        .map(Answer::question))
                .containsExactly("danger", "what", "happened", "personal-data", "locked", "people");
    }

    private String expected(Draft draft) {
        return "Your report "
                + story.incidents.madeFrom(draft.id()).orElseThrow().reference() + " was received";
    }

    private static Map<String, String> nothingPersonal() {
        Map<String, String> answers = new HashMap<>(Story.ANSWERS.get(1));
        answers.put("personal-data", "no");
        return answers;
    }

    private Card next(String id, int step) {
        return dialogue.next(PAT, id, step, Story.ANSWERS.get(step));
    }

    private Draft stored(Draft draft) {
        return story.drafts.find(draft.id()).orElseThrow();
    }

    private Incident onlyIncident() {
        return story.incidents.find("INC-2026-0001").orElseThrow();
    }

    /** Drafts on which another device comes first, once. */
    private static final class Overtaken implements Drafts {
        private final Drafts drafts;
        private Optional<Runnable> first;

        Overtaken(Drafts drafts, Runnable first) {
            this.drafts = drafts;
            this.first = Optional.of(first);
        }

        @Override
        public Optional<Draft> replace(Draft changed) {
            Optional<Runnable> other = first;
            first = Optional.empty();
            other.ifPresent(Runnable::run);
            return drafts.replace(changed);
        }

        @Override
        public Optional<Draft> find(String id) {
            return drafts.find(id);
        }

        @Override
        public Optional<Draft> openOf(String person) {
            return drafts.openOf(person);
        }

        @Override
        public Draft begin(Draft draft) {
            return drafts.begin(draft);
        }

        @Override
        public void delete(String id) {
            drafts.delete(id);
        }

        @Override
        public boolean deleteUntouched(Draft draft) {
            return drafts.deleteUntouched(draft);
        }

        @Override
        public List<Draft> untouchedSince(Instant before) {
            return drafts.untouchedSince(before);
        }
    }
}
