package io.beadle.bot.evidence;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.incident.Custody;
import io.beadle.incident.Drafts;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.WaitingFiles;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps evidence and its report together: a report that was sent knows of its files, and one that is gone has none. */
@Component
class Upkeep implements Sweep {
    private final WaitingFiles waiting;
    private final EvidenceFiles evidence;
    private final Drafts drafts;
    private final Incidents incidents;
    private final Retention retention;
    private final Deletions deletions;
    private final InstantSource clock;

    Upkeep(
            WaitingFiles waiting,
            EvidenceFiles evidence,
            Drafts drafts,
            Incidents incidents,
            Retention retention,
            Deletions deletions,
            InstantSource clock) {
        this.waiting = waiting;
        this.evidence = evidence;
        this.drafts = drafts;
        this.incidents = incidents;
        this.retention = retention;
        this.deletions = deletions;
        this.clock = clock;
    }

    /** Whether there is such a draft, or an incident made from it. */
    boolean exists(String report) {
        // the draft first: one just sent is deleted only once its incident is there to be found
        return drafts.find(report).isPresent() || incidents.madeFrom(report).isPresent();
    }

    void forget(String report) {
        waiting.deleteOf(report);
        evidence.deleteOf(report);
    }

    /** Lets the incident, if there is one yet, know of all its files. */
    void tell(String report) {
        Optional<Incident> incident = incidents.madeFrom(report);
        List<Evidence> all = evidence.of(report);
        if (incident.isEmpty() || all.isEmpty()) {
            return;
        }
        incidents.change(incident.get().reference(), i -> new Custody(i).kept(all, clock.instant()));
        evidence.told(all);
    }

    /** What has to be seen to soon: reports sent, or cancelled, since their files came. */
    void look() {
        for (String report : evidence.untold()) {
            if (exists(report)) {
                tell(report);
            } else {
                forget(report);
            }
        }
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        List<String> gone = Stream.concat(evidence.reports().stream(), waiting.reports().stream())
                .distinct()
                .filter(report -> !exists(report))
                .toList();
        gone.forEach(this::forget);
        // what nobody said is safe to keep: its address has long run out
        long asked = waiting.deleteAskedBefore(now.minus(retention.of(Kept.FILES)));
        deletions.add(Kept.FILES, asked, now);
        return gone.size() + asked;
    }
}
