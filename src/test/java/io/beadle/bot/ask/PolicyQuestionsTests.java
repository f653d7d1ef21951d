package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.card.TestCards;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyQuestionsTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final List<Passage> FOUND = IntStream.range(0, 5)
            .mapToObj(i -> new Passage(
                    "p" + i,
                    "mobile.md",
                    "Mobile *working*",
                    "2.1",
                    "4." + i,
                    "Lost devices",
                    null,
                    "Clause " + i + " [x]",
                    0.9))
            .toList();

    private final List<Message> sent = new ArrayList<>();

    @Test
    void anAnswerIsTheQuotedClauseWithItsCitationAndThenItsButtons() {
        ask(new Answer.Answered(0.9, List.of(Citation.of(FOUND.getFirst(), "Ring *us*.")), FOUND), null);
        Message text = sent.getFirst();
        assertThat(text.text())
                .isEqualTo("**Mobile \\*working\\*, 4.0 Lost devices (version 2.1)**\n\n> Ring \\*us\\*. [1]");
        assertThat(text.entities()).hasSize(1);
        assertThat(text.channelData()).containsKey("feedbackLoop");
        assertThat(card(1)).contains("passages=[p1, p2]", "report.choose").doesNotContain("report.start");
        assertThat(sent).hasSize(2);
    }

    @Test
    void aQuestionThatTellsOfAnEventIsOfferedThatReport() {
        ask(new Answer.Answered(0.9, List.of(Citation.of(FOUND.getFirst(), "Ring us.")), FOUND), "lost-device");
        assertThat(card(1)).contains("report.start", "type=lost-device");
    }

    @Test
    void whatIsOnlyNearIsShownAsThatAndNothingIsGuessed() {
        ask(new Answer.Closest(0.3, Citation.of(FOUND.get(1), "Clause 1 [x]"), FOUND), null);
        assertThat(sent.getFirst().text())
                .contains("could not find an answer", "01632 960100", "> Clause 1 \\[x\\] [1]");
        assertThat(card(1)).contains("passages=[p0, p2]");
    }

    @Test
    void whereNothingIsNearAPersonIsNamed() {
        ask(new Answer.NotFound(0.1, FOUND), null);
        assertThat(sent.getFirst().text()).contains("do not answer that", "01632 960100");
        assertThat(sent.getFirst().entities()).isEmpty();
        assertThat(card(1)).doesNotContain("ask.more");
    }

    @Test
    void whoComesWhenTooManyAskIsToldToAskAgain() {
        questions(null).answer(new Intent.Ask("What?", null), this::send);
        assertThat(sent).singleElement().extracting(Message::text).asString().contains("ask again in a moment");
    }

    @Test
    void anAnswerWhoseButtonsAreRefusedIsGivenAllTheSame() {
        questions(new Answer.NotFound(0.1, FOUND)).answer(new Intent.Ask("What?", null), message -> {
            if (message.card() != null) {
                throw new DeliveryException(429, "Throttled");
            }
            return send(message);
        });
        assertThat(sent).singleElement().extracting(Message::text).asString().contains("do not answer that");
    }

    @Test
    void furtherPassagesAreLookedUpAgain() {
        Reply more = questions(null).more(List.of("p3", "p4", "p0"));
        assertThat(more).isInstanceOf(Reply.Show.class);
        assertThat(String.valueOf(more))
                .contains("Clause 3 [x]", "Clause 4 [x]")
                .doesNotContain("Clause 0");
        assertThat(questions(null).more(List.of("gone")))
                .isEqualTo(new Reply.Tell("The policies have changed since this was asked. Please ask again."));
        assertThat(questions(null).more(List.of())).isInstanceOf(Reply.Tell.class);
    }

    private void ask(Answer answer, @Nullable String type) {
        questions(answer).answer(new Intent.Ask("What if I lose my phone?", type), this::send);
    }

    private String send(Message message) {
        sent.add(message);
        return "id";
    }

    private String card(int index) {
        return String.valueOf(sent.get(index).card());
    }

    /** Questions to policies that say this to everything; too busy where it is null. */
    private static PolicyQuestions questions(@Nullable Answer answer) {
        PolicyAssistant assistant = new PolicyAssistant() {
            @Override
            public Answer ask(Question question) {
                if (answer == null) {
                    throw new KnowledgeBusyException(64);
                }
                return answer;
            }

            @Override
            public Optional<Passage> passage(String id, @Nullable String asker) {
                return FOUND.stream().filter(p -> p.id().equals(id)).findFirst();
            }

            @Override
            public List<Passage> section(String id, @Nullable String asker) {
                return FOUND;
            }

            @Override
            public KnowledgeStatus status() {
                throw new UnsupportedOperationException();
            }
        };
        return new PolicyQuestions(assistant, CARDS.answer(), CARDS.types(), CARDS.messages(), CARDS.phrases());
    }
}
