package io.beadle.card;

import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Severity;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How bad an incident is and why: provisional until somebody confirmed it (G18), then by what decided it (G20). */
@Component
final class SeverityText {
    /** The field of an act that says which cell of the matrix decided; its value is chosen, never typed. */
    static final String DECIDED = "decided";

    private static final String SEVERITY = "severity";

    private final Messages messages;
    private final DeskActs acts;

    SeverityText(Messages messages, DeskActs acts) {
        this.messages = messages;
        this.acts = acts;
    }

    String word(Severity severity) {
        return messages.text("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** Such as {@code HIGH, provisional}. */
    String inFull(Incident incident) {
        String word = word(incident.severity()).toUpperCase(Locale.UK);
        Optional<Act> found = incident.acts().stream()
                .filter(this::isFinding)
                .reduce((earlier, later) -> later)
                // what the reporter said since has made it worse, which nobody has confirmed
                .filter(act ->
                        act.value(SEVERITY).equalsIgnoreCase(incident.severity().name()));
        if (found.isEmpty()) {
            return messages.text("alert.severity", word);
        }
        return found.get().answers().stream()
                .filter(answer -> answer.question().equals(DECIDED))
                .findFirst()
                .map(Answer::shown)
                .map(cell -> messages.text("alert.severity.cell", word, cell))
                .orElseGet(() -> messages.text("alert.severity.confirmed", word));
    }

    private boolean isFinding(Act act) {
        return acts.find(act.act())
                .map(DeskAct::effect)
                .filter(effect -> effect == DeskAct.Effect.SEVERITY || effect == DeskAct.Effect.MATRIX)
                .isPresent();
    }
}
