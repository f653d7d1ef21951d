package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the bundled types advise stands in the bundled policies. */
@Alongside
class AdviceOfBundledTypesTests {
    @Test
    void everyClauseIsAnsweredWithConfidence() throws Exception {
        KnowledgeProperties bundled = Suites.bundled();
        LiveIndex index = Suites.open(bundled);
        try {
            PolicyAssistant assistant = new CitingAssistant(index, Suites.OPEN, bundled);
            assertThat(TestCards.bundled().types().types().stream()
                            .flatMap(type -> type.advice().stream())
                            .map(ReportType.Advice::clause)
                            .filter(Objects::nonNull)
                            .distinct()
                            .filter(clause -> !(assistant.ask(Question.of(clause)) instanceof Answer.Answered)))
                    .isEmpty();
        } finally {
            index.destroy();
        }
    }
}
