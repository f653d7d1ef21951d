package io.beadle.knowledge.register;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.ReplacedLaws;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;

/** Adds to every citation what a reader must know before relying on it. */
@Service
@Primary
class CautiousAssistant implements PolicyAssistant {
    private final PolicyAssistant assistant;
    private final PolicyRegister register;
    private final ReplacedLaws laws;
    private final InstantSource clock;
    private final ZoneId zone;

    CautiousAssistant(
            @Qualifier("citingAssistant") PolicyAssistant assistant,
            PolicyRegister register,
            ReplacedLaws laws,
            InstantSource clock,
            ZoneId zone) {
        this.assistant = assistant;
        this.register = register;
        this.laws = laws;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Answer ask(Question question) {
        return switch (assistant.ask(question)) {
            case Answer.Answered found ->
                new Answer.Answered(
                        found.confidence(),
                        found.citations().stream().map(this::withCautions).toList(),
                        found.passages());
            case Answer.Closest near ->
                new Answer.Closest(near.confidence(), withCautions(near.closest()), near.passages());
            case Answer.NotFound none -> none;
        };
    }

    @Override
    public Optional<Passage> passage(String id, @Nullable String asker) {
        return assistant.passage(id, asker);
    }

    @Override
    public List<Passage> section(String id, @Nullable String asker) {
        return assistant.section(id, asker);
    }

    @Override
    public KnowledgeStatus status() {
        return assistant.status();
    }

    /** Those it has stay: the first stage may know of others. */
    private Citation withCautions(Citation citation) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Caution> cautions = new ArrayList<>(citation.cautions());
        register.ofDocument(citation.passage().document())
                .filter(policy -> policy.isOverdue(today))
                .map(policy -> policy.reviewDue())
                .ifPresent(due -> cautions.add(new Caution.Overdue(due)));
        cautions.addAll(laws.in(citation.quote()));
        return citation.withCautions(cautions);
    }
}
