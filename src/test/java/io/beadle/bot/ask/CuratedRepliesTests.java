package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.Likeness;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.SomePolicies;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
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
    private static final SomePolicies POLICIES = new SomePolicies();
    private static final Passage CLAUSE = POLICIES.clause("p-1", "Ask a *director*.");

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final CuratedAnswers curated =
            StoredQuestions.in(SharedStore.newDatabase()).curated();

    static {
        POLICIES.restrict("p-1");
    }

    private final CuratedReplies replies = replies(curated, POLICIES, now::get);

    @Test
    void theSameQuestionGetsTheAnswerMarkedAsOneOfThePeople() {
        add("a", "May I go abroad?", "Only with *consent*.", null);
        add("b", "Who feeds the heron?", "The caretaker.", null);
        assertThat(replies.to("may i go abroad", "sam"))
                .map(known -> known.message().text())
                .contains(
                        "**Answer by the information security team, reviewed until 21 May 2027**\n\n> Only with \\*consent\\*.");
        assertThat(replies.to("may i go abroad", "sam").orElseThrow().message().channelData())
                .containsKey("feedbackLoop");
        assertThat(replies.to("may i go home", "sam")).isEmpty();
    }

    @Test
    void theClauseItRestsOnIsQuotedNumberedAndCited() {
        add("a", "May I go abroad?", "Ask.", "p-1");
        CuratedReplies.Known known = replies.to("may i go abroad", "sam").orElseThrow();
        assertThat(known.message().text())
                .endsWith("It rests on:\n\n**Mobile working, 4.1 Abroad**\n\n> Ask a \\*director\\*. [1]");
        assertThat(known.message().entities())
                .containsExactly(CitationEntity.of(List.of(Citation.of(CLAUSE, CLAUSE.text()))));
        assertThat(known.cited()).containsExactly(CLAUSE);
    }

    @Test
    void oneThatRestsOnNoClauseCitesNothing() {
        add("a", "May I go abroad?", "Ask.", null);
        CuratedReplies.Known known = replies.to("may i go abroad", "sam").orElseThrow();
        assertThat(known.message().text()).doesNotContain("[1]", "rests on");
        assertThat(known.message().entities()).isEmpty();
        assertThat(known.cited()).isEmpty();
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
                CARDS.answerText(),
                CARDS.messages(),
                CARDS.phrases(),
                clock,
                TestCards.LONDON);
    }
}
