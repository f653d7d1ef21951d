package io.beadle.knowledge.answer;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.KnowledgeProperties.Stage;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import io.beadle.knowledge.index.LiveIndex;
import io.beadle.knowledge.index.PolicyIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Rewrite, retrieve, judge, quote. */
@Service
class CitingAssistant implements PolicyAssistant, DisposableBean {
    private static final int FOUND = 20;

    /** Of what a question is about, the share that is in no document; all of it, but for rounding. */
    private static final double STRANGE = 0.999;

    /** A question is not longer; the rest of a pasted page would only cost time. */
    private static final int MOST_CHARACTERS = 1000;

    private final LiveIndex index;
    private final PolicyRegister register;
    private final @Nullable String organisation;
    private final Set<Stage> without;
    private final @Nullable Reranker reranker;
    private final RememberedAnswers remembered = new RememberedAnswers();

    /** @throws IllegalArgumentException if the reranker that is configured is not there */
    CitingAssistant(LiveIndex index, PolicyRegister register, KnowledgeProperties properties) {
        this.index = index;
        this.register = register;
        organisation = properties.organisation();
        without = properties.without();
        Path crossEncoder = properties.reranker();
        reranker = crossEncoder == null ? null : Reranker.load(crossEncoder);
    }

    @Override
    public void destroy() {
        if (reranker != null) {
            reranker.close();
        }
    }

    @Override
    public Answer ask(Question question) {
        String text = question.text().strip();
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return new Answer.NotFound(0, List.of());
        }
        String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        String whose = question.organisation() != null ? question.organisation() : organisation;
        return known(start, whose, question.asker())
                .orElseGet(() -> index.with(open -> found(open, start, whose, question.asker())));
    }

    /** What is remembered waits for no turn. */
    private Optional<Answer> known(String question, @Nullable String organisation, @Nullable String asker) {
        return index.isOpen()
                ? index.read(open ->
                        remembered.find(open, RememberedAnswers.key(question, organisation, readable(open, asker))))
                : Optional.empty();
    }

    /** Others may have asked the same while this one waited. */
    private Answer found(PolicyIndex open, String question, @Nullable String organisation, @Nullable String asker) {
        List<Policy> readable = readable(open, asker);
        String key = RememberedAnswers.key(question, organisation, readable);
        return remembered.find(open, key).orElseGet(() -> {
            Answer answer = look(open, question, organisation, readable).answer();
            remembered.keep(open, key, answer);
            return answer;
        });
    }

    private List<Policy> readable(PolicyIndex open, @Nullable String asker) {
        return open.policies().stream()
                .filter(policy -> register.mayRead(policy.document(), asker))
                .toList();
    }

    RememberedAnswers remembered() {
        return remembered;
    }

    @Override
    public Optional<Passage> passage(String id, @Nullable String asker) {
        return index.read(open -> open.passage(id)).filter(passage -> register.mayRead(passage.document(), asker));
    }

    @Override
    public List<Passage> section(String id, @Nullable String asker) {
        return passage(id, asker)
                .map(passage -> index.read(open -> open.section(passage)))
                .orElse(List.of());
    }

    @Override
    public KnowledgeStatus status() {
        return index.status();
    }

    /** @param readable the documents that whoever asks may read */
    Looked look(PolicyIndex index, String question, @Nullable String organisation, List<Policy> readable) {
        Organisations.Scope scope = with(Stage.ORGANISATION)
                ? new Organisations(readable, index::nearest).scope(question, organisation)
                : Organisations.Scope.everybodys(question, readable);
        String query = with(Stage.SPELLING) ? index.correct(scope.query()) : scope.query();
        Asked asked = index.asked(query, without);
        List<Found> found = index.find(asked, scope.files(), FOUND);
        for (Reordering reordering : reorderings(scope)) {
            found = reordering.of(asked, found);
        }
        boolean strange = asked.unknown() > STRANGE;
        return new Looked(asked, found, strange || scope.stranger() || (with(Stage.ORDERS) && Orders.isOne(question)));
    }

    private List<Reordering> reorderings(Organisations.Scope scope) {
        List<Reordering> all = new ArrayList<>();
        all.add((asked, found) -> scope.ownFirst(found));
        if (with(Stage.FACTS)) {
            all.add(new PolicyFacts());
        }
        if (with(Stage.READING)) {
            all.add(new Reading());
        }
        if (reranker != null) {
            all.add(reranker);
        }
        return all;
    }

    private boolean with(Stage stage) {
        return !without.contains(stage);
    }
}
