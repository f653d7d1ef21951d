package io.beadle.bot.evidence;

import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which report a file is for. Nobody adds to another person's. Reports are named by the draft they are made from. */
@Component
class ReportsOfSender {
    /** As many as can be chosen from on a telephone. */
    private static final int OFFERED = 10;

    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w-])INC-\\d{4}-\\d{4,9}(?![\\w-])", Pattern.CASE_INSENSITIVE);

    private final Drafts drafts;
    private final Incidents incidents;

    ReportsOfSender(Drafts drafts, Incidents incidents) {
        this.drafts = drafts;
        this.incidents = incidents;
    }

    /** The reference in a text. */
    static Optional<String> reference(String text) {
        Matcher found = REFERENCE.matcher(text);
        return found.find() ? Optional.of(found.group().toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** The reference that a text consists of. */
    static Optional<String> referenceAlone(String text) {
        return REFERENCE.matcher(text.strip().replaceFirst("[.!]$", "")).matches() ? reference(text) : Optional.empty();
    }

    /** The report of that reference; without one the report under way; without that every one that is not closed. */
    List<String> meant(Optional<String> named, Person person) {
        if (named.isPresent()) {
            return named.flatMap(incidents::find).filter(i -> isOf(i, person)).map(Incident::draft).stream()
                    .toList();
        }
        // the draft is looked at first: one just sent is deleted only once its incident is there to be found
        Optional<Draft> open = drafts.openOf(person.id()).filter(draft -> !draft.isInConfidence());
        if (open.isPresent() && incidents.madeFrom(open.get().id()).isEmpty()) {
            return List.of(open.get().id());
        }
        return incidents.reportedBy(person.id(), OFFERED).stream()
                .filter(incident -> incident.isOpen() && isOf(incident, person))
                .map(Incident::draft)
                .toList();
    }

    boolean isOf(String report, Person person) {
        return drafts.find(report)
                        .filter(draft -> draft.reporter().is(person) && !draft.isInConfidence())
                        .isPresent()
                || incidents.madeFrom(report).filter(i -> isOf(i, person)).isPresent();
    }

    /** In their name: a file is kept with who sent it, which would break the seal of a report in confidence (G8). */
    private static boolean isOf(Incident incident, Person person) {
        return incident.report().reporter().is(person);
    }
}
