package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Many reports of one kind in a short time, such as of the same phishing e-mail: shown at the desk on one card, and people are told of one
 * of them for all. Each report stays an incident of its own, with its duties and times; what is kept here is what is not yet on
 * all of them, and it goes when they are closed.
 *
 * @param id the reference of the report that began it
 * @param version counts the stored changes, from 0
 * @param kind of the reports that it takes in
 * @param until when it takes in no more, unless another comes before
 * @param ended whether it was noted that it takes in no more
 * @param lead the reference of the report of which people are told for all
 * @param shown what the card says, in short: one that would say the same is not shown again
 * @param acknowledgements each counts for the reports that had come by then, earliest first
 */
public record Wave(
        String id,
        long version,
        Kind kind,
        Instant since,
        Instant until,
        boolean ended,
        String lead,
        String shown,
        List<Acknowledgement> acknowledgements) {
    public Wave {
        acknowledgements = List.copyOf(acknowledgements);
    }

    static Wave begun(Incident first, Kind kind, Instant until) {
        return new Wave(
                first.reference(), 0, kind, first.report().reported(), until, false, first.reference(), "", List.of());
    }

    public boolean isGathering(Instant now) {
        return !ended && now.isBefore(until);
    }

    /** The latest of a person counts for all that theirs before counted for. */
    public Wave acknowledge(Person by, Instant at) {
        List<Acknowledgement> all = new ArrayList<>(acknowledgements);
        all.removeIf(before -> before.by().is(by));
        all.add(new Acknowledgement(by, at));
        all.sort(Comparator.comparing(Acknowledgement::at));
        return new Wave(id, version, kind, since, until, ended, lead, shown, all);
    }

    /** Takes in more until then, if that is later. */
    public Wave gatheringUntil(Instant later) {
        return !ended && later.isAfter(until)
                ? new Wave(id, version, kind, since, later, false, lead, shown, acknowledgements)
                : this;
    }

    /** It takes in no more, and another of its kind may begin. */
    public Wave end() {
        return new Wave(id, version, kind, since, until, true, lead, shown, acknowledgements);
    }

    public Wave ledBy(String other) {
        return new Wave(id, version, kind, since, until, ended, other, shown, acknowledgements);
    }

    public Wave showing(String inShort) {
        return new Wave(id, version, kind, since, until, ended, lead, inShort, acknowledgements);
    }
}
