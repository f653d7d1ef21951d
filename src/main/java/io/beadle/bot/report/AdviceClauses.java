package io.beadle.bot.report;

import io.beadle.card.AdviceSources;
import io.beadle.card.Markdown;
import io.beadle.card.SourceLine;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyLinks;
import io.beadle.knowledge.Question;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The clauses behind the advice of every type, looked up beside the turns whenever the index has changed: a card never
 * waits for them. Only a clause that the policies answer with confidence is kept.
 */
@Component
class AdviceClauses implements AdviceSources {
    /** A quote on a card is there to be believed, not to be read whole. */
    private static final int QUOTE = 160;

    private static final Logger log = LoggerFactory.getLogger(AdviceClauses.class);

    private final PolicyAssistant assistant;
    private final ReportTypes types;
    private final Optional<PolicyLinks> links;
    private final SourceLine sources;
    private final Messages messages;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Found found = new Found(0, Map.of());

    /** What an index says, by the words looked up. */
    private record Found(int version, Map<String, Citation> clauses) {}

    AdviceClauses(
            PolicyAssistant assistant,
            ReportTypes types,
            Optional<PolicyLinks> links,
            SourceLine sources,
            Messages messages) {
        this.assistant = assistant;
        this.types = types;
        this.links = links;
        this.sources = sources;
        this.messages = messages;
    }

    @Override
    public Optional<Clause> of(ReportType.Advice advice, String reader) {
        String clause = advice.clause();
        if (clause == null) {
            return Optional.empty();
        }
        lookBeside();
        return Optional.ofNullable(found.clauses().get(clause))
                .filter(citation -> mayBeShown(citation, reader))
                .map(citation -> clause(citation, reader));
    }

    /** The document may have changed since the clause was found, or the reader's right to it. */
    private boolean mayBeShown(Citation citation, String reader) {
        return assistant.passage(citation.passage().id(), reader).isPresent();
    }

    /**
     * The documents in which the clauses behind the advice of a type stand; empty as long as they are being looked up. What not
     * everybody may read is not among them.
     */
    Optional<Set<String>> documents(ReportType type) {
        lookBeside();
        Found now = found;
        return now.version() == 0
                ? Optional.empty()
                : Optional.of(type.advice().stream()
                        .flatMap(advice -> Stream.ofNullable(advice.clause()))
                        .flatMap(clause -> Stream.ofNullable(now.clauses().get(clause)))
                        .map(citation -> citation.passage().document())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void lookBeside() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("advice-clauses").start(() -> {
                try {
                    look();
                } catch (RuntimeException e) {
                    log.warn(
                            "advice clauses not looked up cause={}",
                            e.getClass().getName());
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    /** Looks all clauses up, unless the index is the one they come from; with the rights of somebody unknown. */
    void look() {
        int version = assistant.status().version();
        if (version == found.version()) {
            return;
        }
        Map<String, Citation> clauses = new HashMap<>();
        clauses().forEach(clause -> answer(clause).ifPresent(citation -> clauses.put(clause, citation)));
        found = new Found(version, Map.copyOf(clauses));
    }

    private List<String> clauses() {
        return types.types().stream()
                .flatMap(type -> type.advice().stream())
                .flatMap(advice -> Optional.ofNullable(advice.clause()).stream())
                .distinct()
                .toList();
    }

    private Optional<Citation> answer(String clause) {
        return assistant.ask(Question.of(clause)) instanceof Answer.Answered answered
                ? Optional.of(answered.citations().getFirst())
                : Optional.empty();
    }

    private Clause clause(Citation citation, String reader) {
        String written = Markdown.escape(sources.brief(citation.passage()));
        String place = links.flatMap(to -> to.link(citation, reader))
                .map(link -> messages.text("advice.place.link", written, link.toString()))
                .orElse(written);
        String quote = citation.sentence().strip();
        String cut = quote.length() <= QUOTE ? quote : quote.substring(0, quote.lastIndexOf(' ', QUOTE)) + " \u2026";
        return new Clause(place, messages.text("advice.source", place, Markdown.escape(cut)));
    }
}
