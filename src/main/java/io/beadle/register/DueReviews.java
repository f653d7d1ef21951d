package io.beadle.register;

import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.Incidents;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reviews, corrective actions and reviews of policies that are yet to be done (G31), of real incidents. */
@Component
public final class DueReviews {
    /** The duty to review the policies that a high incident touched. */
    public static final String POLICY_REVIEW = "policy-review";

    private static final String ACTION = "action";
    private static final Set<String> RULES = Set.of("review", ACTION, POLICY_REVIEW);
    private static final String PERSON = "person";
    private static final int MOST = 1_000;

    private final Incidents incidents;
    private final IncidentSearch search;
    private final Duties duties;
    private final RoleHolders holders;

    public DueReviews(Incidents incidents, IncidentSearch search, Duties duties, RoleHolders holders) {
        this.incidents = incidents;
        this.search = search;
        this.duties = duties;
        this.holders = holders;
    }

    /**
     * One of them.
     *
     * @param title of the duty
     * @param owner who is to do it: a name, or the titles of roles
     */
    public record Due(Incident incident, String title, String owner, Instant due) {
        public boolean isOverdue(Instant now) {
            return due.isBefore(now);
        }
    }

    /** Those of incidents that the viewer may know of, what is due first before the others. */
    public List<Due> of(Viewer viewer, Instant now) {
        IncidentQuery due = new IncidentQuery(
                Set.of(), Set.of(), IncidentQuery.State.DUE, null, null, null, false, viewer.reader());
        return incidents.found(due, now, MOST).stream()
                .filter(incident -> search.mayKnow(incident, viewer, now))
                .flatMap(this::of)
                .sorted(Comparator.comparing(Due::due))
                .toList();
    }

    private Stream<Due> of(Incident incident) {
        return incident.duties().stream()
                .filter(duty -> duty.isOpen() && duty.due() != null && RULES.contains(duty.rule()))
                .map(duty -> new Due(incident, title(duty), owner(incident, duty), Objects.requireNonNull(duty.due())));
    }

    private String title(Duty duty) {
        return duties.rule(duty.rule()).map(DutyRule::title).orElse(duty.rule());
    }

    /** Of an action who was chosen for it; of anything else whose duty it is. */
    private String owner(Incident incident, Duty duty) {
        if (duty.rule().equals(ACTION)) {
            String act = duty.key().substring(ACTION.length() + 1);
            return new CaseFile(incident)
                    .find(act).stream()
                            .flatMap(done -> done.answers().stream())
                            .filter(answer -> answer.question().equals(PERSON))
                            .map(Answer::shown)
                            .collect(Collectors.joining());
        }
        return duties.rule(duty.rule()).map(DutyRule::roles).orElse(List.of()).stream()
                .map(holders::title)
                .collect(Collectors.joining(", "));
    }
}
