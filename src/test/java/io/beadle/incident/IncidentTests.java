package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.CHRIS;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentTests {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Incident reported = SomeIncidents.lostPhone("INC-2026-0001");

    private static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    @Test
    void aReportedIncidentWaitsToBeShownToTheDeskAndAcknowledged() {
        assertThat(reported.version()).isZero();
        assertThat(reported.acknowledgeBy()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(reported.isAcknowledged()).isFalse();
        assertThat(reported.timeline()).containsExactly(new TimelineEntry(NOON, TimelineEntry.Kind.REPORTED, REPORTER));
        assertThat(reported.outboxDue(OutboxMessage.Kind.DESK_CARD)).isEqualTo(NOON);
        assertThat(reported.nextMessage(OutboxMessage.Kind.DESK_CARD, NOON)).contains(OutboxMessage.deskCard(NOON));
        assertThat(reported.nextMessage(OutboxMessage.Kind.DESK_CARD, after(-1)))
                .isEmpty();
    }

    @Test
    void itsTextsStayOutOfItsString() {
        assertThat(reported + " " + reported.report() + " " + reported.report().answers() + " " + REPORTER)
                .doesNotContain("Leicester", "Rowan");
    }

    @Nested
    class Acknowledging {
        @Test
        void takesTwoDifferentPeople() {
            Incident once = reported.acknowledge(ALEX, after(1));
            assertThat(once.isAcknowledged()).isFalse();
            assertThat(once.isAcknowledgedBy(ALEX)).isTrue();
            assertThat(once.isAcknowledgedBy(BLAKE)).isFalse();

            Incident twice = once.acknowledge(BLAKE, after(2));
            assertThat(twice.isAcknowledged()).isTrue();
            assertThat(twice.acknowledgements())
                    .containsExactly(new Acknowledgement(ALEX, after(1)), new Acknowledgement(BLAKE, after(2)));
            assertThat(twice.timeline())
                    .extracting(TimelineEntry::kind)
                    .containsExactly(
                            TimelineEntry.Kind.REPORTED,
                            TimelineEntry.Kind.ACKNOWLEDGED,
                            TimelineEntry.Kind.ACKNOWLEDGED);
        }

        @Test
        void twiceByTheSamePersonChangesNothing() {
            Incident once = reported.acknowledge(ALEX, after(1));
            assertThat(once.acknowledge(ALEX, after(2))).isSameAs(once);
            assertThat(once.acknowledge(new Person(ALEX.id(), "Alex Married"), after(2)))
                    .isSameAs(once);
        }

        @Test
        void byAThirdPersonChangesNothing() {
            Incident twice = reported.acknowledge(ALEX, after(1)).acknowledge(BLAKE, after(2));
            assertThat(twice.acknowledge(CHRIS, after(3))).isSameAs(twice);
        }

        @Test
        void beforeTheCardWasPostedIsToldByThatCard() {
            Incident once = reported.acknowledge(ALEX, after(1));
            assertThat(once.outbox()).isEqualTo(reported.outbox());
        }

        @Test
        void afterTheCardWasPostedIsToldByANewMessage() {
            Incident once = posted().acknowledge(ALEX, after(10));
            assertThat(once.nextMessage(OutboxMessage.Kind.DESK_CARD, after(10)))
                    .contains(OutboxMessage.deskCard(after(10)));
        }
    }

    @Nested
    class Delivering {
        private final OutboxMessage message = OutboxMessage.deskCard(NOON);
        private final Incident claimed = reported.claim(message, "claim-1", NOON, LEASE);

        @Test
        void aClaimedMessageIsTakenUntilItsLeaseEnds() {
            assertThat(claimed.holds(message, "claim-1")).isTrue();
            assertThat(claimed.nextMessage(OutboxMessage.Kind.DESK_CARD, after(59)))
                    .isEmpty();
            assertThat(claimed.outboxDue(OutboxMessage.Kind.DESK_CARD)).isEqualTo(after(60));
            assertThat(claimed.nextMessage(OutboxMessage.Kind.DESK_CARD, after(60)))
                    .isPresent();
        }

        @Test
        void whoComesSecondDoesNotGetIt() {
            assertThat(claimed.claim(message, "claim-2", after(30), LEASE)).isEqualTo(claimed);
            assertThat(claimed.holds(message, "claim-2")).isFalse();
        }

        @Test
        void aMessageDeliveredMeanwhileCannotBeClaimed() {
            Incident posted = posted();
            assertThat(posted.claim(message, "claim-2", after(5), LEASE)).isEqualTo(posted);
            assertThat(posted.holds(message, "claim-2")).isFalse();
        }

        @Test
        void theFirstPostIsTheAlert() {
            Incident posted = posted();
            assertThat(posted.deskPost()).isEqualTo(new DeskPost("desk", "card"));
            assertThat(posted.outboxDue(OutboxMessage.Kind.DESK_CARD)).isNull();
            assertThat(posted.timeline())
                    .last()
                    .isEqualTo(new TimelineEntry(after(2), TimelineEntry.Kind.ALERTED, null));

            Incident updated = posted.acknowledge(ALEX, after(10))
                    .claim(message, "claim-2", after(10), LEASE)
                    .delivered(message, "claim-2", new DeskPost("desk", "card"), after(11));
            assertThat(updated.outboxDue(OutboxMessage.Kind.DESK_CARD)).isNull();
            assertThat(updated.timeline())
                    .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.ALERTED)
                    .hasSize(1);
        }

        @Test
        void whatFailedIsFreeAgainLaterAndCounted() {
            Incident failed = claimed.retry(message, "claim-1", after(90));
            assertThat(failed.nextMessage(OutboxMessage.Kind.DESK_CARD, after(89)))
                    .isEmpty();
            assertThat(failed.nextMessage(OutboxMessage.Kind.DESK_CARD, after(90)))
                    .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(1));
            assertThat(failed.holds(message, "claim-1")).isFalse();
        }

        @Test
        void anAcknowledgementDuringTheFirstPostNeitherPostsTwiceNorIsLost() {
            Incident acknowledged = claimed.acknowledge(ALEX, after(1));
            assertThat(acknowledged.nextMessage(OutboxMessage.Kind.DESK_CARD, after(1)))
                    .as("for another relay")
                    .isEmpty();
            assertThat(acknowledged.holds(message, "claim-1")).isTrue();

            Incident posted = acknowledged.delivered(message, "claim-1", new DeskPost("desk", "card"), after(2));
            assertThat(posted.deskPost()).isNotNull();
            assertThat(posted.nextMessage(OutboxMessage.Kind.DESK_CARD, after(2)))
                    .contains(OutboxMessage.deskCard(after(2)));
        }

        @Test
        void anAcknowledgementDuringADeliveryThatFailsIsToldByTheNext() {
            Incident failed = claimed.acknowledge(ALEX, after(1)).retry(message, "claim-1", after(30));
            Incident posted = failed.claim(message, "claim-2", after(30), LEASE)
                    .delivered(message, "claim-2", new DeskPost("desk", "card"), after(31));
            assertThat(posted.outbox()).isEmpty();
        }

        @Test
        void whatMayHaveArrivedIsToldAgainAndSaysSo() {
            Incident hungUp = claimed.doubt(message, "claim-1", after(5));
            Incident abandoned = claimed;
            for (Incident doubtful : List.of(hungUp, abandoned)) {
                Incident again = doubtful.claim(message, "claim-2", after(60), LEASE);
                assertThat(new CaseFile(again).mayBeShownTwice())
                        .as("as it is posted")
                        .isTrue();
                Incident posted = again.delivered(message, "claim-2", new DeskPost("desk", "card"), after(61));
                assertThat(posted.has(TimelineEntry.Kind.ALERTED_AGAIN)).isTrue();
                assertThat(new CaseFile(posted).mayBeShownTwice())
                        .as("whenever it is updated")
                        .isTrue();
            }
        }

        @Test
        void whatWasRefusedLeavesNoDoubt() {
            Incident again = claimed.retry(message, "claim-1", after(5)).claim(message, "claim-2", after(5), LEASE);
            assertThat(new CaseFile(again).mayBeShownTwice()).isFalse();
            Incident posted = again.delivered(message, "claim-2", new DeskPost("desk", "card"), after(6));
            assertThat(new CaseFile(posted).mayBeShownTwice()).isFalse();
            Incident update = posted.acknowledge(ALEX, after(7))
                    .claim(message, "claim-3", after(7), LEASE)
                    .doubt(message, "claim-3", after(9));
            assertThat(new CaseFile(update).mayBeShownTwice())
                    .as("an update replaces")
                    .isFalse();
        }

        @Test
        void aRelayThatIsLateButNotReplacedStillCounts() {
            Incident late = claimed.delivered(message, "claim-1", new DeskPost("desk", "card"), after(100));
            assertThat(late.deskPost()).isEqualTo(new DeskPost("desk", "card"));
            assertThat(late.outbox()).isEmpty();
        }

        @Test
        void aRelayThatWasReplacedChangesNothing() {
            Incident taken = claimed.claim(message, "claim-2", after(60), LEASE);
            assertThat(taken.delivered(message, "claim-1", new DeskPost("desk", "extra"), after(61)))
                    .isEqualTo(taken);
            assertThat(taken.retry(message, "claim-1", after(90))).isEqualTo(taken);
            assertThat(taken.delivered(message, "claim-2", new DeskPost("desk", "card"), after(62))
                            .deskPost())
                    .isEqualTo(new DeskPost("desk", "card"));
        }
    }

    private Incident posted() {
        OutboxMessage message = OutboxMessage.deskCard(NOON);
        return reported.claim(message, "claim-1", after(1), LEASE)
                .delivered(message, "claim-1", new DeskPost("desk", "card"), after(2));
    }
}
