package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.with;
import static io.beadle.register.SomeIncidents.DAFYDD;
import static io.beadle.register.SomeIncidents.NOW;
import static io.beadle.register.SomeIncidents.PRIYA;
import static io.beadle.register.SomeIncidents.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beadle.card.TestCards;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.Recipient;
import io.beadle.incident.Recipients;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** After closing: what is still to be learnt, who is chased for it, and what the desk reads of its week (G31). */
class LearningTests {
    private static final Viewer PRIYAS = new Viewer.Alone(PRIYA);

    /** The manager is Priya; nobody holds another role. */
    private static final Recipients PEOPLE =
            (role, department, at) -> role.equals("manager") ? List.of(new Recipient(PRIYA, null)) : List.of();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Obligations obligations = SomeObligations.of(CONTENT, PEOPLE);
    private final Incidents incidents =
            StoredIncidents.dutiful(mongo, obligations, now::get).incidents();
    private final IncidentSearch search =
            new IncidentSearch(incidents, NobodyHolds.confidence(CONTENT), TestCards.LONDON);
    private final DueReviews reviews = new DueReviews(incidents, search, CONTENT.duties(), NobodyHolds.any(CONTENT));
    private final Digests digests =
            new Digests(incidents, reviews, StoredQuestions.in(mongo).asked(), CONTENT.acts(), CONTENT.duties());

    @Test
    void closingAHighOneOpensItsReviewAndThatOfThePolicies() {
        String reference = highAndClosed().reference();
        assertThat(reviews.of(PRIYAS, now.get()))
                .extracting(DueReviews.Due::title, DueReviews.Due::owner)
                .containsExactlyInAnyOrder(
                        tuple("Review it", "Information security manager"),
                        tuple("Review the policies it touched", "Information security manager"));
        incidents.change(
                reference,
                i -> with(i, "policy-review", PRIYA, now.get(), Map.of("policies", "Mobile", "result", "unchanged")));
        assertThat(reviews.of(PRIYAS, now.get()))
                .extracting(DueReviews.Due::title)
                .containsExactly("Review it");
    }

    @Test
    void aCorrectiveActionIsChasedWeeklyUntilItIsDone() {
        String reference = highAndClosed().reference();
        String key = action(reference);
        assertThat(reviews.of(PRIYAS, now.get()))
                .anyMatch(due ->
                        due.title().equals("A corrective action") && due.owner().equals(DAFYDD.id()));
        int weeks = 3;
        long before = overdueLines(reference);
        for (int day = 0; day <= 30 + 7 * weeks; day++) {
            now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
            incidents.change(reference, i -> obligations.settle(i, now.get()));
        }
        long chased = overdueLines(reference) - before;
        assertThat(chased).isBetween((long) weeks, weeks + 2L);
        incidents.change(
                reference,
                i -> with(i, "action-done", PRIYA, now.get(), Map.of("about", key, "worked", "yes", "text", "Done")));
        assertThat(reviews.of(PRIYAS, now.get())).noneMatch(due -> due.title().equals("A corrective action"));
    }

    @Test
    void aRestrictedReviewIsListedForNobodyWhoWasNotTold() {
        String reference = highAndClosed().reference();
        incidents.change(reference, SomeIncidents::restricted);
        assertThat(reviews.of(new Viewer.Alone(DAFYDD), now.get())).isEmpty();
        assertThat(reviews.of(new Viewer.Channel("main", PRIYA), now.get())).isEmpty();
    }

    @Test
    void theDigestCountsTheDesksWeekWithoutDrillsAndWhatIsRestricted() {
        SomeIncidents.stored(incidents, "email-cc", NOW.minus(Duration.ofDays(1)), SomeIncidents.nothing());
        SomeIncidents.stored(
                incidents,
                "email-cc",
                NOW.minus(Duration.ofDays(20)),
                i -> with(i, "status", PRIYA, i.report().reported(), Map.of("status", "waiting-police")));
        SomeIncidents.stored(incidents, "email-cc", NOW, Incident::drill);
        SomeIncidents.stored(incidents, "address-disclosed", NOW, SomeIncidents.nothing());
        Digest digest = digests.of("main", NOW.plusSeconds(60));
        assertThat(digest.reported()).isEqualTo(1);
        assertThat(digest.open()).isEqualTo(2);
        assertThat(digest.unassigned()).isEqualTo(2);
        assertThat(digest.waiting()).containsExactly(Map.entry("Waiting for the police", 1L));
        assertThat(digest.overdue()).isNotEmpty().allMatch(late -> late.due().isBefore(NOW.plusSeconds(60)));
    }

    private Incident highAndClosed() {
        Incident stored = SomeIncidents.stored(incidents, "email-cc", NOW, SomeIncidents.nothing());
        return incidents
                .change(stored.reference(), i -> {
                    Incident high = with(i, "severity", PRIYA, NOW, Map.of("severity", "high"));
                    return closed(high, Duration.ofHours(1), "slip", "");
                })
                .orElseThrow();
    }

    private String action(String reference) {
        return incidents
                .change(
                        reference,
                        i -> with(
                                i,
                                "action",
                                PRIYA,
                                now.get(),
                                Map.of("kind", "preventive", "text", "Train them", "person", DAFYDD.id())))
                .orElseThrow()
                .acts()
                .getLast()
                .key();
    }

    private long overdueLines(String reference) {
        return incidents.find(reference).orElseThrow().ledger().stream()
                .filter(line -> line.why().startsWith("action/") && line.occasion() == Delivery.Occasion.OVERDUE)
                .filter(line -> line.to() != null && line.to().is(PRIYA))
                .count();
    }
}
