package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.RegisterText;
import io.beadle.card.SamplePolicies;
import io.beadle.card.TestCards;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterAnswersTests {
    private static final TestCards CARDS = TestCards.bundled();

    private final List<Message> sent = new ArrayList<>();
    private final List<Question> put = new ArrayList<>();
    private Optional<RegisterAnswer> known = Optional.of(SamplePolicies.about(Fact.OWNER));
    private String cited = "passwords.md";

    @Test
    void aSentenceComesFirstAndThenTheCardWhichOffersWhatThePolicySays() {
        assertThat(answer(true)).isTrue();
        assertThat(sent.getFirst().text()).startsWith("The owner of **Password policy**");
        assertThat(String.valueOf(sent.getLast().card()))
                .contains("Overdue: was due for review by 31 July 2026", "What the policy says", "register.said");
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatAnotherDocumentSaysIsNotOffered() {
        cited = "other.md";
        assertThat(answer(true)).isTrue();
        assertThat(String.valueOf(sent.getLast().card())).doesNotContain("register.said");
    }

    @Test
    void aListWithNothingInItIsASentenceAlone() {
        known = Optional.of(new RegisterAnswer(new Asked.Overdue(), List.of(), 0, 3));
        assertThat(answer(true)).isTrue();
        assertThat(sent).singleElement().extracting(Message::text).asString().startsWith("None of the 3 policies");
    }

    @Test
    void whatTheRegisterDoesNotKnowIsLeftToTheDocuments() {
        known = Optional.empty();
        assertThat(answer(true)).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void onlyInThePersonalChatCountsWhatTheAskerMayRead() {
        answer(true);
        answer(false);
        assertThat(put).extracting(Question::asker).containsExactly("pat", "pat", null, null);
    }

    @Test
    void thePressedButtonIsGoneFromTheCard() {
        assertThat(answers().again("Who owns it?", turn(true)))
                .isInstanceOfSatisfying(
                        Reply.Show.class,
                        show -> assertThat(show.card().toString())
                                .contains("Password policy")
                                .doesNotContain("register.said"));
        known = Optional.empty();
        assertThat(answers().again("Who owns it?", turn(true))).isInstanceOf(Reply.Tell.class);
    }

    @Test
    void anAnswerWhoseCardIsRefusedIsGivenAllTheSame() {
        assertThat(answers().answer("Who owns it?", turn(true), message -> {
                    if (message.card() != null) {
                        throw new DeliveryException(429, "Throttled");
                    }
                    return send(message);
                }))
                .isTrue();
        assertThat(sent).hasSize(1);
    }

    private boolean answer(boolean personal) {
        return answers().answer("Who owns it?", turn(personal), this::send);
    }

    private String send(Message message) {
        sent.add(message);
        return "id";
    }

    private RegisterAnswers answers() {
        PolicyAssistant assistant = new PolicyAssistant() {
            @Override
            public Answer ask(Question question) {
                put.add(question);
                Passage passage = new Passage("p", cited, "T", null, null, null, null, "Jo owns it.", 0.9);
                return new Answer.Answered(0.9, List.of(Citation.of(passage, "Jo owns it.")), List.of(passage));
            }

            @Override
            public Optional<Passage> passage(String id, @Nullable String asker) {
                return Optional.empty();
            }

            @Override
            public List<Passage> section(String id, @Nullable String asker) {
                return List.of();
            }

            @Override
            public KnowledgeStatus status() {
                throw new KnowledgeBusyException(1);
            }
        };
        return new RegisterAnswers(
                question -> {
                    put.add(question);
                    return known;
                },
                assistant,
                CARDS.register(),
                new RegisterText(CARDS.messages()),
                CARDS.messages(),
                () -> TestCards.SATURDAY,
                TestCards.LONDON);
    }

    private static Turn turn(boolean personal) {
        return new Turn(
                new Person("pat", "Pat"),
                "29:pat",
                new Address(
                        "chat",
                        personal ? Address.Scope.PERSONAL : Address.Scope.CHANNEL,
                        "https://teams.example",
                        "28:beadle",
                        null,
                        null),
                "chat",
                "",
                null);
    }
}
