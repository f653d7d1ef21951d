package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.card.Markdown;
import io.beadle.content.DeskAct;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import io.beadle.incident.SealedReporters;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells the data protection officer who reported in confidence, once it is recorded that they asked and why (G8). The name is in
 * the answer alone: the incident goes on without it.
 */
@Component
final class Unsealing implements ActFollowUp {
    private static final String ACT = "unseal";

    private final SealedReporters sealed;
    private final Messages messages;

    Unsealing(SealedReporters sealed, Messages messages) {
        this.sealed = sealed;
        this.messages = messages;
    }

    @Override
    public Optional<String> after(Incident incident, DeskAct rule, Act done, Turn turn) {
        return rule.id().equals(ACT)
                ? Optional.of(sealed.find(incident.draft())
                        .map(reporter -> reporter.person().name())
                        .filter(name -> !name.isBlank())
                        .map(name -> messages.text("case.unsealed", Markdown.escape(name)))
                        .orElseGet(() -> messages.text("case.unsealed.nobody")))
                : Optional.empty();
    }
}
