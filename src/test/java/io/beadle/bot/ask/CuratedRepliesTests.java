package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Likeness;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person has answered before, while it is good. */
class CuratedRepliesTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Passage CLAUSE =
            new Passage("p-1", "mobile.md", "Mobile working", null, "4.1", "Abroad", null, "Ask a *director*.", 0);

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final CuratedAnswers curated =
            StoredQuestions.in(SharedStore.newDatabase()).curated();
    private final CuratedReplies replies = replies(curated, new OneClause(), now::get);

    @Test
    void theSameQuestionGetsTheAnswerMarkedAsOneOfThePeople() {
        add("a", "May I go abroad?", "Only with *consent*.", null);
        add("b", "Who feeds the heron?", "The caretaker.", null);
        assertThat(replies.to("may i go abroad", "sam"))
                .map(Message::text)
                .contains(
                        "**Answer by the information security team, reviewed until 21 May 2027**\n\n> Only with \\*consent\\*.");
        assertThat(replies.to("may i go abroad", "sam").orElseThrow().channelData())
                .containsKey("feedbackLoop");
        assertThat(replies.to("may i go home", "sam")).isEmpty();
    }

    @Test
    void theClauseItRestsOnIsQuoted() {
        add("a", "May I go abroad?", "Ask.", "p-1");
        assertThat(replies.to("may i go abroad", "sam").orElseThrow().text())
                .contains("It rests on **Mobile working, 4.1 Abroad**", "> Ask a \\*director\\*.");
    }

    @Test
    void oneWhoseClauseIsGoneOrNotForEverybodyWhoReadsAlongAnswersNobody() {
        add("a", "May I go abroad?", "Ask.", "p-1");
        add("b", "Who feeds the heron?", "The caretaker.", "p-2");
        assertThat(replies.to("may i go abroad", null)).isEmpty();
        assertThat(replies.to("who feeds the heron", "sam")).isEmpty();
    }

    @Test
    void oneThatIsRetiredOrPastItsReviewAnswersNobody() {
        add("a", "May I go abroad?", "Ask.", null);
        now.set(Instant.parse("2027-05-21T22:59:59Z"));
        assertThat(replies.to("may i go abroad", "sam")).isPresent();
        now.set(Instant.parse("2027-05-21T23:00:00Z"));
        assertThat(replies.to("may i go abroad", "sam")).isEmpty();
        curated.change("a", answer -> answer.renewed(LocalDate.of(2028, 1, 1)));
        assertThat(replies.to("may i go abroad", "sam")).isPresent();
        curated.change("a", CuratedAnswer::retire);
        assertThat(replies.to("may i go abroad", "sam")).isEmpty();
    }

    private void add(String id, String question, String text, @Nullable String passage) {
        curated.add(new CuratedAnswer(
                id, 0, question, text, passage, "Alex Marsh", now.get(), LocalDate.of(2027, 5, 21), false));
    }

    /** Replies where questions are the same that are the same but for capitals and the mark at their end. */
    static CuratedReplies replies(CuratedAnswers curated, PolicyAssistant assistant, InstantSource clock) {
        Likeness likeness = new Likeness() {
            @Override
            public Optional<String> same(String question, List<String> asked) {
                return asked.stream()
                        .filter(other -> other.replace("?", "").equalsIgnoreCase(question.replace("?", "")))
                        .findFirst();
            }

            @Override
            public List<List<String>> groups(List<String> questions) {
                return List.of(questions);
            }
        };
        return new CuratedReplies(
                curated,
                likeness,
                assistant,
                CARDS.sources(),
                CARDS.messages(),
                CARDS.phrases(),
                clock,
                TestCards.LONDON);
    }

    /** Policies of one clause, which somebody known may read. */
    private static final class OneClause implements PolicyAssistant {
        @Override
        public Answer ask(Question question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Passage> passage(String id, @Nullable String asker) {
            return asker != null && id.equals(CLAUSE.id()) ? Optional.of(CLAUSE) : Optional.empty();
        }

        @Override
        public List<Passage> section(String id, @Nullable String asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KnowledgeStatus status() {
            throw new UnsupportedOperationException();
        }
    }
}
