package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicySearchTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Passage LOST = passage("p1", "Mobile <b>working</b>", "Devices are lent. Ring us & wait.");
    private static final Passage OTHER = passage("p2", "Handbook", "Ring your manager. ".repeat(30));
    private static final Citation CITED = new Citation(
            LOST, LOST.text(), "Ring us & wait.", List.of(new Caution.Overdue(LocalDate.of(2024, 11, 30))));

    @Test
    void everyResultIsACardWithItsQuoteSourceCautionsAndLink() {
        Map<?, ?> found = search(question -> new Answer.Answered(0.9, List.of(CITED), List.of(LOST, OTHER)));
        List<?> attachments = (List<?>) Objects.requireNonNull(found.get("attachments"));
        assertThat(attachments).hasSize(2);
        assertThat(String.valueOf(map(attachments.get(0)).get("content")))
                .contains("text=Ring us & wait., weight=Bolder", "version 2.1", "30 November 2024", "Action.OpenUrl")
                .doesNotContain("for=one", "Action.Execute", "Action.Submit");
        Map<?, ?> preview = map(map(map(attachments.get(0)).get("preview")).get("content"));
        assertThat(preview.get("title")).isEqualTo("Mobile &lt;b>working&lt;/b>, 4.1 Losses (version 2.1)");
        assertThat(preview.get("text")).isEqualTo("Ring us &amp; wait.");
        assertThat(String.valueOf(
                        map(map(map(attachments.get(1)).get("preview")).get("content"))
                                .get("text")))
                .hasSizeLessThan(210)
                .endsWith("…");
    }

    @Test
    void itIsTheAskersRightToReadThatCounts() {
        search(question -> {
            assertThat(question.asker()).isEqualTo("sam");
            return new Answer.NotFound(0, List.of());
        });
    }

    @Test
    void whatIsOnlyNearIsOfferedAndWhatIsNotThereIsSaid() {
        assertThat(search(question -> new Answer.Closest(0.3, CITED, List.of(LOST)))
                        .get("type"))
                .isEqualTo("result");
        Map<?, ?> none = search(question -> new Answer.NotFound(0, List.of(LOST, OTHER)));
        assertThat(none.get("type")).isEqualTo("message");
        assertThat(String.valueOf(none.get("text"))).contains("nothing near that", "01632 960100");
    }

    @Test
    void tooManyAtOnceIsSaidInWords() {
        Map<?, ?> busy = search(question -> {
            throw new KnowledgeBusyException(128);
        });
        assertThat(busy.get("type")).isEqualTo("message");
        assertThat(String.valueOf(busy.get("text"))).contains("try again in a moment");
    }

    private static Map<?, ?> search(Function<Question, Answer> policies) {
        PolicyAssistant assistant = new PolicyAssistant() {
            @Override
            public Answer ask(Question question) {
                return policies.apply(question);
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
                throw new UnsupportedOperationException();
            }
        };
        Map<String, Object> query = Map.of(
                "commandId", PolicySearch.COMMAND, "parameters", List.of(Map.of("name", "text", "value", "lost")));
        return map(new PolicySearch(assistant, CARDS.citation(), CARDS.sources(), CARDS.messages(), CARDS.phrases())
                .results(query, "sam")
                .get("composeExtension"));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static Passage passage(String id, String title, String text) {
        return new Passage(id, "mobile.md", title, "2.1", "4.1", "Losses", null, text, 0.7);
    }
}
