package io.beadle.register;

import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Question;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was learnt of an incident when it was classified, closed and reviewed (G19, G31). This is the one place that names the acts
 * of {@code bot/acts.yaml} and their fields by which that is recorded.
 */
@Component
public final class Lessons {
    private static final String CLASSIFY = "classify";
    private static final String KIND = "kind";
    private static final String CLOSE = "close";
    private static final String REVIEW = "review";
    private static final String CAUSE = "cause";
    private static final String COSTS = "costs";

    private final DeskActs acts;

    public Lessons(DeskActs acts) {
        this.acts = acts;
    }

    /** Incident, event, weakness or near miss, as people read it: as it was classified, else by its type. */
    public String kind(Incident incident) {
        String said = new CaseFile(incident).latest(CLASSIFY, KIND);
        return label(CLASSIFY, KIND, said.isEmpty() ? byType(incident) : said);
    }

    private static String byType(Incident incident) {
        return Stream.of("weakness", "near-miss")
                .filter(incident.flags()::contains)
                .findFirst()
                .orElse("incident");
    }

    /** Its main cause as people read it, once it is closed. */
    public Optional<String> cause(Incident incident) {
        return said(incident, CLOSE, CAUSE).map(cause -> label(CLOSE, CAUSE, cause));
    }

    public boolean malfunctioned(Incident incident) {
        return said(incident, CLOSE, "malfunction").filter("yes"::equals).isPresent();
    }

    /** What it cost; the review knows better than whoever closed it. */
    public Optional<Long> pounds(Incident incident) {
        return said(incident, REVIEW, COSTS)
                .or(() -> said(incident, CLOSE, COSTS))
                .filter(costs -> costs.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }

    /** The controls that failed, as people read them. */
    public Stream<String> controls(Incident incident) {
        return said(incident, REVIEW, "controls").stream()
                .flatMap(Question::chosen)
                .map(control -> label(REVIEW, "controls", control));
    }

    /** Whom training is needed for, as people read it. */
    public Optional<String> training(Incident incident) {
        return said(incident, REVIEW, "training").map(who -> label(REVIEW, "training", who));
    }

    private static Optional<String> said(Incident incident, String act, String field) {
        return Optional.of(new CaseFile(incident).latest(act, field)).filter(value -> !value.isEmpty());
    }

    /** By today's content; what it no longer has is shown by its id. */
    private String label(String act, String field, String choice) {
        return acts.find(act)
                .flatMap((DeskAct rule) -> rule.field(field))
                .flatMap(asked -> asked.choice(choice))
                .map(Question.Choice::label)
                .orElse(choice);
    }
}
