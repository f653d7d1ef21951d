package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.ask.Understanding.Understood;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.card.TestCards;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PlainAnswer;
import io.beadle.knowledge.PlainAnswer.Sentence;
import io.beadle.knowledge.PlainAnswers;
import io.beadle.knowledge.Question;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TellingTests {
    static final PlainAnswers NO_MODEL = new PlainAnswers() {
        @Override
        public boolean isConfigured() {
            return false;
        }

        @Override
        public Optional<PlainAnswer> write(Question question, Answer.Answered answer, Consumer<PlainAnswer> soFar) {
            throw new AssertionError("There is no model");
        }
    };

    private static final TestCards CARDS = TestCards.bundled();
    private static final Passage PASSAGE =
            new Passage("p1", "mobile.md", "Mobile working", "2", "4.1", "Lost devices", null, "Ring us at once.", 0.9);
    private static final Understood ANSWERED = new Understood(
            "what now?",
            "what now?",
            new Answer.Answered(0.9, List.of(Citation.of(PASSAGE, "Ring us at once.")), List.of(PASSAGE)));
    private static final PlainAnswer ONE = new PlainAnswer(List.of(new Sentence("Ring *us*.", List.of(1))));
    private static final PlainAnswer TWO =
            new PlainAnswer(List.of(new Sentence("Ring *us*.", List.of(1)), new Sentence("Do it now.", List.of(1))));
    private static final String QUOTE = "> Ring us at once. [1]";

    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final List<Message> replaced = new CopyOnWriteArrayList<>();
    private int refusedFrom = Integer.MAX_VALUE;
    private Instant now = TestCards.SATURDAY;

    @Test
    void aPersonalChatSeesWhatHoldsGrowAndThenTheWholeAnswer() {
        tell(true, soFar -> {
            passes(2);
            soFar.accept(ONE);
            Awaitility.await().until(() -> sent.size() == 2);
            passes(2);
            soFar.accept(TWO);
            Awaitility.await().until(() -> sent.size() == 3);
            return Optional.of(TWO);
        });
        assertThat(sent)
                .extracting(message -> info(message, "streamType"))
                .containsExactly("informative", "streaming", "streaming", "final");
        assertThat(sent).extracting(message -> info(message, "streamSequence")).containsExactly("1", "2", "3", "null");
        assertThat(sent).extracting(message -> info(message, "streamId")).containsExactly("null", "a1", "a1", "a1");
        assertThat(sent.get(1).text())
                .contains("written by AI", "Ring \\*us\\*. [1]")
                .doesNotContain("Do it now");
        Message end = sent.getLast();
        assertThat(end.text()).contains("Do it now. [1]").endsWith(QUOTE);
        assertThat(end.channelData()).containsKey("feedbackLoop");
        assertThat(String.valueOf(end.entities())).contains("AIGeneratedContent", "position=1");
        assertThat(sent.subList(0, 3))
                .allSatisfy(part -> assertThat(part.channelData()).isEmpty());
    }

    @Test
    void whatComesTooFastIsSeenInTheNextPart() {
        tell(true, soFar -> {
            soFar.accept(ONE);
            return Optional.of(TWO);
        });
        assertThat(sent).hasSize(2);
    }

    @Test
    void withoutAnythingThatHoldsTheQuotesStandAloneAndAreNotCalledGenerated() {
        tell(true, soFar -> Optional.empty());
        assertThat(sent.getLast().text()).doesNotContain("AI").endsWith(QUOTE);
        assertThat(String.valueOf(sent.getLast().entities())).doesNotContain("AIGeneratedContent");
    }

    @Test
    void theAnswerComesAsAMessageOfItsOwnWhereTeamsEndsTheStream() {
        refusedFrom = 1;
        tell(true, soFar -> Optional.of(ONE));
        assertThat(info(sent.getLast(), "streamType")).isEqualTo("null");
        assertThat(sent.getLast().text()).contains("Ring \\*us\\*.").endsWith(QUOTE);
    }

    @Test
    void whereOthersReadTheQuotesComeAtOnceAndThePlainWordsLater() {
        tell(false, soFar -> {
            assertThat(sent).hasSize(1);
            return Optional.of(ONE);
        });
        assertThat(sent.getFirst().text()).endsWith(QUOTE).doesNotContain("AI");
        assertThat(replaced).hasSize(1);
        assertThat(replaced.getFirst().text()).contains("written by AI").endsWith(QUOTE);
    }

    @Test
    void anHonestNoIsNeverPutInOtherWords() {
        Understood no = new Understood("what?", "what?", new Answer.NotFound(0, List.of()));
        telling(soFar -> {
                    throw new AssertionError("There is nothing to say in other words");
                })
                .tell(no, turn(true), chat());
        assertThat(sent).hasSize(1);
    }

    private interface Script {
        Optional<PlainAnswer> write(Consumer<PlainAnswer> soFar);
    }

    private void tell(boolean personal, Script script) {
        assertThat(telling(script).tell(ANSWERED, turn(personal), chat())).startsWith("a");
    }

    private Telling telling(Script script) {
        PlainAnswers model = new PlainAnswers() {
            @Override
            public boolean isConfigured() {
                return true;
            }

            @Override
            public Optional<PlainAnswer> write(Question question, Answer.Answered answer, Consumer<PlainAnswer> soFar) {
                return script.write(soFar);
            }
        };
        return new Telling(
                new AnswerMessages(CARDS.answerText(), CARDS.messages(), CARDS.phrases(), SomeContacts.of(CARDS)),
                model,
                CARDS.messages(),
                () -> now);
    }

    private Chat chat() {
        return new Chat() {
            @Override
            public String send(Message message) {
                boolean refused = sent.size() >= refusedFrom
                        && !info(message, "streamType").equals("null");
                if (refused) {
                    throw new DeliveryException(403, "ContentStreamNotAllowed");
                }
                sent.add(message);
                return "a" + sent.size();
            }

            @Override
            public void replace(String activity, Message message) {
                assertThat(activity).isEqualTo("a1");
                replaced.add(message);
            }
        };
    }

    private void passes(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private static String info(Message message, String name) {
        return message.entities().stream()
                .filter(entity -> "streaminfo".equals(entity.get("type")))
                .map(entity -> String.valueOf(entity.get(name)))
                .findFirst()
                .orElse("null");
    }

    private static Turn turn(boolean personal) {
        Address.Scope scope = personal ? Address.Scope.PERSONAL : Address.Scope.GROUP;
        return new Turn(
                new Person("sam", "Sam"),
                "29:sam",
                new Address("chat", scope, "https://teams.example/", "28:beadle", null, personal ? "29:sam" : null),
                "chat",
                "what now?",
                null);
    }
}
