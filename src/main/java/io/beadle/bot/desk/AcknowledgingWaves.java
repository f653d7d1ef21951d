package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.content.Messages;
import io.beadle.incident.Confidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Wave;
import io.beadle.incident.Waves;
import io.beadle.notification.WaveWatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * "Acknowledge all" on the card of a wave (G17): it counts for each report that has come by then. What is pressed is stored at once,
 * and stands on each of them a little later.
 */
@Component
public final class AcknowledgingWaves {
    private final Waves waves;
    private final Incidents incidents;
    private final DeskRights desks;
    private final CaseRights rights;
    private final WaveWatch watch;
    private final Messages messages;
    private final InstantSource clock;

    AcknowledgingWaves(
            Waves waves,
            Incidents incidents,
            DeskRights desks,
            CaseRights rights,
            WaveWatch watch,
            Messages messages,
            InstantSource clock) {
        this.waves = waves;
        this.incidents = incidents;
        this.desks = desks;
        this.rights = rights;
        this.watch = watch;
        this.messages = messages;
        this.clock = clock;
    }

    public Reply acknowledge(CardAction.AcknowledgeWave action, Turn turn) {
        Instant now = clock.instant();
        Optional<Wave> wave = waves.find(action.wave());
        Optional<Incident> lead = wave.map(Wave::lead).flatMap(incidents::find);
        if (wave.isEmpty() || lead.isEmpty()) {
            return new Reply.Tell(messages.text("wave.unknown"));
        }
        if (turn.isPersonal() || !desks.standsHere(null, turn)) {
            return new Reply.Tell(messages.text("alert.elsewhere"));
        }
        Optional<String> refusal = rights.of(turn, null, now).refusal(Confidence.ACKNOWLEDGE, lead.get());
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        if (incidents.waiting(action.wave(), now, turn.person(), 1).isEmpty()) {
            return new Reply.Tell(messages.text("wave.again"));
        }
        waves.change(action.wave(), stored -> stored.acknowledge(turn.person(), now));
        return watch.card(action.wave(), now)
                .<Reply>map(Reply.ShowPresser::new)
                .orElseGet(() -> new Reply.Tell(messages.text("wave.unknown")));
    }
}
