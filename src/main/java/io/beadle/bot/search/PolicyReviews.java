package io.beadle.bot.search;

import io.beadle.bot.report.TouchedPolicies;
import io.beadle.card.Card;
import io.beadle.card.ReviewsCard;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.Incidents;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.register.DueReviews;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells the desk which policies are to be reviewed after an incident (000, section 5.7; G31), once for each: its key names the
 * incident. Of a restricted one nothing is told there (G10); whoever has the duty is told in person.
 */
@Component
class PolicyReviews implements Sweep {
    /** What is older was told. */
    private static final Duration NEW = Duration.ofDays(7);

    private static final int MOST = 1_000;

    private final Incidents incidents;
    private final TouchedPolicies policies;
    private final ReviewsCard card;
    private final Notices notices;

    PolicyReviews(Incidents incidents, TouchedPolicies policies, ReviewsCard card, Notices notices) {
        this.incidents = incidents;
        this.policies = policies;
        this.card = card;
        this.notices = notices;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public long sweep(Instant now) {
        List<Incident> due = incidents.found(IncidentQuery.of(IncidentQuery.State.DUE), now, MOST);
        return due.stream().filter(incident -> tell(incident, now)).count();
    }

    private boolean tell(Incident incident, Instant now) {
        Optional<Duty> duty = incident.duty(DueReviews.POLICY_REVIEW)
                .filter(open ->
                        open.isOpen() && open.due() != null && open.begins().isAfter(now.minus(NEW)));
        String key = "policy-review:" + incident.reference();
        if (duty.isEmpty() || notices.find(key).isPresent()) {
            return false;
        }
        Optional<List<String>> touched = policies.of(incident);
        if (touched.isEmpty()) {
            return false;
        }
        Card shown = card.policies(
                incident.reference(),
                touched.get(),
                Objects.requireNonNull(duty.get().due()));
        return notices.insert(Notice.toDesk(key, 1, Message.card(shown.json(), shown.summary()), now));
    }
}
