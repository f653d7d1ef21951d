package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.WaveCard;
import io.beadle.content.Routes;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Act;
import io.beadle.incident.CaseFile;
import io.beadle.incident.InWave;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Joining;
import io.beadle.incident.Wave;
import io.beadle.incident.WaveTally;
import io.beadle.incident.Waves;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps each wave true: what people acknowledged stands on each of its reports, people are told of one that still waits, and
 * the card in the channel counts them. Each step is a change of one document that is made once, by whichever instance.
 */
@Component
public final class WaveWatch implements Sweep {
    /** Of one wave at a time, so that others come too; the rest follows at the next. */
    private static final int AT_ONCE = 500;

    /** How often the card is changed at most, but for what somebody did. */
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(WaveWatch.class);

    private final Waves waves;
    private final Incidents incidents;
    private final Notices notices;
    private final WaveCard card;
    private final Duration endsAfter;

    WaveWatch(Waves waves, Incidents incidents, Notices notices, WaveCard card, Routes routes) {
        this.waves = waves;
        this.incidents = incidents;
        this.notices = notices;
        this.card = card;
        endsAfter = routes.waves().endsAfter().onTheClock();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** The desk waits for the card of a wave in which Beadle was started anew. */
    @Override
    public Duration afterStart() {
        return every();
    }

    /** One that fails holds up no other; it is logged by its class alone. */
    @Override
    public long sweep(Instant now) {
        long changed = 0;
        for (Wave wave : waves.all()) {
            try {
                changed += keep(wave, now);
            } catch (RuntimeException e) {
                log.error(
                        "wave not kept wave={} cause={}",
                        wave.id(),
                        e.getClass().getName());
            }
        }
        return changed;
    }

    /** The card of the wave as it now is; empty once it is over. */
    public Optional<Card> card(String wave, Instant now) {
        return waves.find(wave).flatMap(stored -> shown(stored, now)).map(shown -> card.of(shown, now));
    }

    private long keep(Wave stands, Instant now) {
        long done = Math.max(acknowledge(stands), join(stands));
        Optional<Incident> last = incidents.lastOf(stands.id());
        Instant until = last.map(incident -> incident.report().reported().plus(endsAfter))
                .orElse(stands.until());
        Wave wave = waves.change(stands.id(), w -> {
                    Wave longer = w.gatheringUntil(until);
                    return longer.ended() || longer.isGathering(now) ? longer : longer.end();
                })
                .orElse(stands);
        Wave led = done < AT_ONCE ? led(wave, now) : wave;
        Optional<WaveCard.Shown> shown = shown(led, now);
        shown.ifPresent(one -> show(one, now));
        if (led.ended() && shown.filter(one -> one.tally().open() > 0).isEmpty()) {
            waves.delete(led);
        }
        return done;
    }

    private Optional<WaveCard.Shown> shown(Wave wave, Instant now) {
        return incidents
                .find(wave.lead())
                .flatMap(lead -> incidents
                        .lastOf(wave.id())
                        .map(last -> new WaveCard.Shown(wave, incidents.tally(wave.id(), now), lead, last)));
    }

    /** On each report that had come when they pressed, and at the time at which they did. */
    private long acknowledge(Wave wave) {
        long count = 0;
        for (Acknowledgement pressed : wave.acknowledgements()) {
            List<Incident> left = incidents.waiting(wave.id(), pressed.at(), pressed.by(), AT_ONCE);
            for (Incident incident : left) {
                incidents.change(
                        incident.reference(), i -> i.wave() == null ? i : i.acknowledge(pressed.by(), pressed.at()));
            }
            count = Math.max(count, left.size());
        }
        return count;
    }

    /** Where the lead was joined to another incident for all, so are all that had come by then (G19). */
    private long join(Wave wave) {
        Optional<Act> act = incidents.find(wave.lead()).flatMap(lead -> new CaseFile(lead).latest(Joining.WAVE));
        if (act.isEmpty()) {
            return 0;
        }
        List<Incident> left = incidents.inWave(wave.id(), AT_ONCE).stream()
                .filter(member -> !member.report().reported().isAfter(act.get().at()))
                .toList();
        for (Incident member : left) {
            noteEarlier(member, act.get());
            incidents.change(member.reference(), i -> Joining.withWave(i, act.get()));
        }
        return left.size();
    }

    /** That incident's clock begins with whoever noticed first (G2); one note for each of thousands would be more than it can hold. */
    private void noteEarlier(Incident member, Act act) {
        Act noted = new Act(act.key() + '/' + member.reference(), act.act(), act.at(), act.by(), act.answers());
        Instant noticed = new CaseFile(member).noticed();
        incidents.change(
                act.value(Joining.INTO),
                into -> noticed.isBefore(new CaseFile(into).firstNoticed())
                        ? new Joining(member, noted).into(into)
                        : into);
    }

    /** Where the one of which people are told is acknowledged or closed and others are not, they are told of the next. */
    private Wave led(Wave wave, Instant now) {
        Optional<Incident> lead = incidents.find(wave.lead()).filter(incident -> incident.wave() != null);
        boolean open = lead.filter(Incident::isOpen).isPresent();
        boolean waits = open && !lead.get().isAcknowledged();
        Optional<Incident> next = waits
                ? Optional.empty()
                : incidents.waiting(wave.id(), now, null, 1).stream().findFirst();
        if (next.isEmpty() && !open) {
            next = incidents.inWave(wave.id(), 1).stream().findFirst();
        }
        String successor = next.map(Incident::reference).orElse(wave.lead());
        Wave led = waves.change(wave.id(), w -> w.lead().equals(wave.lead()) ? w.ledBy(successor) : w)
                .orElse(wave);
        incidents.change(led.lead(), incident -> new InWave(incident).lead(!open, now));
        return led;
    }

    /** In the place of what was shown before: at once where somebody acknowledged, else at a pace at which it can be read. */
    private void show(WaveCard.Shown shown, Instant now) {
        Wave wave = shown.wave();
        String acted = acted(wave);
        WaveTally tally = shown.tally();
        String inShort = "%s %d %d %d %d %s %s"
                .formatted(
                        acted, tally.all(), tally.open(), tally.waiting(), tally.overdue(), wave.ended(), wave.lead());
        Optional<Notice> before = notices.find(key(wave.id()));
        boolean waits = wave.shown().startsWith(acted + ' ')
                && before.filter(told -> told.changed().plus(BETWEEN_EDITS).isAfter(now))
                        .isPresent();
        if (wave.shown().equals(inShort) || waits) {
            return;
        }
        Card drawn = card.of(shown, now);
        notices.put(Notice.toDesk(
                wave.kind().desk(),
                key(wave.id()),
                before.map(Notice::revision).orElse(0L) + 1,
                Message.card(drawn.json(), drawn.summary()),
                now));
        waves.change(wave.id(), w -> w.showing(inShort));
    }

    private static String acted(Wave wave) {
        return wave.acknowledgements().stream()
                .map(by -> Long.toString(by.at().toEpochMilli()))
                .collect(Collectors.joining(",", "acknowledged:", ""));
    }

    /** Names the first report: the notice goes with it, as all do that are about an incident. */
    static String key(String wave) {
        return "wave-" + wave;
    }
}
