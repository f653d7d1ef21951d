package io.beadle.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestion.Reply;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.mongo.SharedStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class StoredQuestionsTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2027, 5, 21);

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final AskedQuestions asked = StoredQuestions.in(mongo).asked();
    private final CuratedAnswers curated = StoredQuestions.in(mongo).curated();

    @Test
    void aQuestionIsFoundAsItWasKeptAndChanged() {
        AskedQuestion question = keep("q-1", "sam", "chat", NOON, Outcome.CLOSEST);
        assertThat(asked.find("q-1")).contains(question);
        asked.change("q-1", q -> q.reacted(Reaction.DISLIKE));
        asked.change("q-1", q -> q.enquire("May I?", null, NOON));
        AskedQuestion stored = asked.change("q-1", q -> q.reply(new Reply("No.", "p-1", "Alex", NOON.plusSeconds(9))))
                .orElseThrow();
        assertThat(asked.find("q-1")).contains(stored);
        assertThat(stored.version()).isEqualTo(3);
        assertThat(stored.reaction()).isEqualTo(Reaction.DISLIKE);
        assertThat(stored.settled()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void aChangeOfWhatSomebodyElseHasChangedIsRefused() {
        AskedQuestion question = keep("q-1", "sam", "chat", NOON, Outcome.CLOSEST);
        assertThat(asked.replace(question.reacted(Reaction.LIKE))).isPresent();
        assertThat(asked.replace(question.reacted(Reaction.DISLIKE))).isEmpty();
    }

    @Test
    void theQuestionBeforeIsTheSamePersonsInTheSameConversation() {
        keep("q-1", "sam", "tearoom", NOON, Outcome.ANSWERED);
        keep("q-2", "sam", "tearoom", NOON.plusSeconds(60), Outcome.ANSWERED);
        keep("q-3", "alex", "tearoom", NOON.plusSeconds(120), Outcome.ANSWERED);
        keep("q-4", "sam", "chat", NOON.plusSeconds(180), Outcome.ANSWERED);
        assertThat(asked.latest("tearoom", "sam", NOON)).map(AskedQuestion::key).contains("q-2");
        assertThat(asked.latest("tearoom", "sam", NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void anAnswerLeadsToItsQuestion() {
        keep("q-1", "sam", "chat", NOON, Outcome.ANSWERED);
        assertThat(asked.answeredBy("chat", "activity-q-1"))
                .map(AskedQuestion::key)
                .contains("q-1");
        assertThat(asked.answeredBy("tearoom", "activity-q-1")).isEmpty();
        assertThat(asked.answeredBy("chat", "")).isEmpty();
    }

    @Test
    void gapsAreTheLatestFirstAndNoOthers() {
        keep("q-1", "sam", "chat", NOON, Outcome.CLOSEST);
        keep("q-2", "sam", "chat", NOON.plusSeconds(1), Outcome.ANSWERED);
        keep("q-3", "sam", "chat", NOON.plusSeconds(2), Outcome.NOT_FOUND);
        assertThat(asked.gaps(NOON, 5)).extracting(AskedQuestion::key).containsExactly("q-3", "q-1");
        assertThat(asked.gaps(NOON, 1)).extracting(AskedQuestion::key).containsExactly("q-3");
        assertThat(asked.gaps(NOON.plusSeconds(3), 5)).isEmpty();
    }

    @Test
    void settledAreThoseThatWaitForNobody() {
        keep("q-1", "sam", "chat", NOON, Outcome.CLOSEST);
        keep("q-2", "sam", "chat", NOON, Outcome.CLOSEST);
        asked.change("q-2", q -> q.enquire("May I?", null, NOON));
        assertThat(asked.settledBefore(NOON.plusSeconds(1), 9))
                .extracting(AskedQuestion::key)
                .containsExactly("q-1");
        asked.change("q-1", AskedQuestion::forgotten);
        assertThat(asked.settledBefore(NOON.plusSeconds(1), 9)).isEmpty();
        assertThat(String.valueOf(mongo.getCollection("askedQuestions").find().first()))
                .doesNotContain("sam", "Oyelaran", "chat", "activity-q");
    }

    @Test
    void openAreThoseThatWaitForAPersonLongestFirst() {
        for (String key : List.of("q-1", "q-2", "q-3", "q-4", "q-5")) {
            keep(key, "sam", "chat", NOON, Outcome.CLOSEST);
        }
        asked.change("q-1", q -> q.enquire("May I?", null, NOON.plusSeconds(9)));
        asked.change("q-2", q -> q.enquire("May I?", null, NOON.plusSeconds(3)));
        asked.change(
                "q-3",
                q -> q.enquire("May I?", null, NOON)
                        .reply(new AskedQuestion.Reply("No.", null, "Alex", NOON.plusSeconds(1))));
        asked.change("q-4", q -> q.enquire("May I?", null, NOON).forgotten());
        assertThat(asked.open(9)).extracting(AskedQuestion::key).containsExactly("q-2", "q-1");
        assertThat(asked.open(1)).extracting(AskedQuestion::key).containsExactly("q-2");
        assertThat(asked.find("q-2").orElseThrow().asker())
                .isEqualTo(new Asker("sam", "Sam Oyelaran", "29:sam", "chat", "chat;messageid=1"));
    }

    @Test
    void whatWasForgottenTakesNoAnswer() {
        AskedQuestion forgotten = keep("q-1", "sam", "chat", NOON, Outcome.CLOSEST)
                .enquire("May I?", null, NOON)
                .forgotten();
        assertThat(forgotten.isOpen()).isFalse();
        assertThat(forgotten.reply(new AskedQuestion.Reply("No.", null, "Alex", NOON)))
                .isEqualTo(forgotten);
    }

    @Test
    void curatedAnswersAreListedByTheirReviewUntilTheyAreRetired() {
        CuratedAnswer late = new CuratedAnswer("a", 0, "May I?", "No.", "p-1", "Alex", NOON, MAY, false);
        CuratedAnswer soon = new CuratedAnswer("b", 0, "Must I?", "Yes.", null, "Sam", NOON, MAY.minusDays(1), false);
        curated.add(late);
        curated.add(soon);
        curated.add(new CuratedAnswer("a", 0, "Another?", "No.", null, "Sam", NOON, MAY, false));
        assertThat(curated.all()).containsExactly(soon, late);
        curated.change("b", CuratedAnswer::retire);
        assertThat(curated.all()).containsExactly(late);
        assertThat(curated.find("b").orElseThrow().retired()).isTrue();
        assertThat(curated.replace(soon.renewed(MAY))).isEmpty();
    }

    private AskedQuestion keep(String key, String person, String conversation, Instant at, Outcome outcome) {
        AskedQuestion question = AskedQuestion.of(
                key,
                at,
                "May I?",
                "May I?",
                outcome,
                List.of("p-1", "p-2"),
                null,
                new Asker(person, "Sam Oyelaran", "29:" + person, conversation, conversation + ";messageid=1"),
                "activity-" + key);
        asked.keep(question);
        return question;
    }
}
