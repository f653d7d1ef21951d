package io.beadle.knowledge.answer;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Rewrite, retrieve, judge, quote. */
@Service
class CitingAssistant implements PolicyAssistant {
    private static final int SHOWN = 10;
    private static final int FOUND = 20;

    /** A question is not longer; the rest of a pasted page would only cost time. */
    private static final int MOST_CHARACTERS = 1000;

    private final LiveIndex index;
    private final PolicyRegister register;
    private final @Nullable String organisation;
    private final Set<Stage> without;

    CitingAssistant(LiveIndex index, PolicyRegister register, KnowledgeProperties properties) {
        this.index = index;
        this.register = register;
        organisation = properties.organisation();
        without = properties.without();
    }

    @Override
    public Answer ask(Question question) {
        String text = question.text().strip();
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return new Answer.NotFound(0, List.of());
        }
        String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        String whose = question.organisation() != null ? question.organisation() : organisation;
        return judge(index.with(open -> find(open, start, whose, question.asker())));
    }

    @Override
    public Optional<Passage> passage(String id, @Nullable String asker) {
        return index.with(open -> open.passage(id)).filter(passage -> register.mayRead(passage.document(), asker));
    }

    @Override
    public List<Passage> section(String id, @Nullable String asker) {
        return passage(id, asker)
                .map(passage -> index.with(open -> open.section(passage)))
                .orElse(List.of());
    }

    @Override
    public KnowledgeStatus status() {
        return index.status();
    }

    private Reading find(PolicyIndex index, String question, @Nullable String organisation, @Nullable String asker) {
        List<Policy> readable = index.policies().stream()
                .filter(policy -> register.mayRead(policy.document(), asker))
                .toList();
        Organisations.Scope scope = new Organisations(readable).scope(question, organisation);
        String query = with(Stage.SPELLING) ? index.correct(scope.query()) : scope.query();
        Asked asked = index.asked(query, with(Stage.GLOSSARY));
        List<Found> found = index.find(asked, scope.files(), FOUND);
        return with(Stage.READING) ? Reading.of(asked, found) : new Reading(found, 0);
    }

    private boolean with(Stage stage) {
        return !without.contains(stage);
    }

    private static Answer judge(Reading read) {
        List<Found> found = read.found();
        double confidence = Judge.confidence(found.stream().map(Found::passage).toList(), read.doubt());
        List<Passage> passages = found.stream().map(Found::passage).limit(SHOWN).toList();
        if (found.isEmpty() || confidence < Judge.NEAR) {
            return new Answer.NotFound(confidence, passages);
        }
        Citation best = Quote.of(found.getFirst());
        return confidence < Judge.SURE
                ? new Answer.Closest(confidence, best, passages)
                : new Answer.Answered(confidence, List.of(best), passages);
    }
}
