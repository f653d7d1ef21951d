package io.beadle.incident;

import java.time.Instant;

/** What being part of a wave makes of an incident, and when it is no part of it any more. */
public record InWave(Incident incident) {
    /** A new one that is shown and told of as part of the wave. */
    Incident join(Wave wave) {
        boolean leads = wave.lead().equals(incident.reference());
        return new Change(incident)
                .wave(new Membership(wave.id(), leads, wave.kind()))
                .entry(incident.report().reported(), TimelineEntry.Kind.IN_WAVE, null)
                .incident();
    }

    /**
     * People are told of this one from now on for all of its wave.
     *
     * @param everything of all that is to be done, or of acknowledging alone
     */
    public Incident lead(boolean everything, Instant at) {
        Membership wave = incident.wave();
        return wave == null || wave.leads()
                ? incident
                : new Change(incident)
                        .wave(new Membership(wave.wave(), true, wave.kind()))
                        .duties(duty -> everything || duty.rule().equals(Duty.ACKNOWLEDGE) ? duty.again(at) : duty)
                        .incident();
    }

    /** It is alerted by itself after all: the desk sees it, and whoever is to be told of it is. */
    Incident leave(Instant at) {
        return new Change(incident)
                .wave(null)
                .entry(at, TimelineEntry.Kind.OUT_OF_WAVE, null)
                .duties(duty -> duty.again(at))
                .tell(OutboxMessage.deskCard(at))
                .incident();
    }

    /** Whether people are told of another one for it. */
    boolean isToldByAnother() {
        return incident.wave() != null && !incident.wave().leads();
    }
}
