package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Severity;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At which desk an incident is shown, and what is left where it is not shown any more. */
class MovingDesksTests {
    private final Council council = new Council();

    @BeforeEach
    void aSecondDesk() {
        council.desk("low", "low-desk");
    }

    @Test
    void aLowOneIsShownAtItsOwnDesk() {
        String reference = council.report(Severity.LOW);
        assertThat(council.told("low-desk")).singleElement().asString().contains(reference);
        assertThat(council.told("desk")).isEmpty();
    }

    @Test
    void theMainDeskTakesThePlaceOfOneThatNobodyHasChosen() {
        Council plain = new Council();
        String reference = plain.report(Severity.LOW);
        assertThat(plain.told("desk")).singleElement().asString().contains(reference);
    }

    @Test
    void aRaisedSeverityMovesItAndALoweredOneMovesItBack() {
        String reference = council.report(Severity.LOW);
        council.act(reference, "severity", Map.of("severity", "high"));
        assertThat(council.told("desk")).singleElement().asString().contains(reference);
        assertThat(council.told("low-desk"))
                .singleElement()
                .asString()
                .contains("No longer shown here")
                .doesNotContain(reference, "High", "Low", "device", "incident.acknowledge");

        council.act(reference, "severity", Map.of("severity", "low", "reason", "found again"));
        assertThat(council.told("desk")).singleElement().asString().contains("No longer shown here");
        assertThat(council.told("low-desk")).hasSize(2).last().asString().contains(reference);
        assertThat(council.incident(reference).outbox()).isEmpty();
    }

    @Test
    void whereItIsRestrictedItReadsAsWhereItIsMoved() {
        String moved = council.report(Severity.LOW);
        council.act(moved, "severity", Map.of("severity", "high"));
        String left = council.told("low-desk").getFirst();
        String restricted = council.report(Severity.LOW);
        council.act(restricted, "restrict", Map.of("reason", "it is about a colleague"));
        assertThat(council.told("low-desk")).containsExactly(left, left);
        assertThat(council.told("desk")).noneMatch(card -> card.contains(restricted));
    }

    @Test
    void whatIsRestrictedStaysAwayWhateverHappensToItAfterwards() {
        String reference = council.report(Severity.HIGH);
        council.act(reference, "restrict", Map.of("reason", "it is about a colleague"));
        council.act(reference, "note", Map.of("text", "looked into"));
        council.pass(Duration.ofHours(2));
        assertThat(council.told("desk")).singleElement().asString().contains("No longer shown here");
    }

    @Test
    void aCardThatIsJustBeingPostedWhileItIsRestrictedIsTakenAwayAfterwards() {
        AtomicBoolean restricted = new AtomicBoolean();
        council.teams.on(call -> {
            if (call.kind() == Kind.POST && call.conversation().equals("desk") && !restricted.getAndSet(true)) {
                council.change("INC-2026-0001", "restrict", Map.of("reason", "it is about a colleague"));
            }
            return Optional.empty();
        });
        String reference = council.report(Severity.HIGH);
        council.deliver();
        assertThat(council.told("desk"))
                .singleElement()
                .asString()
                .contains("No longer shown here")
                .doesNotContain(reference);
        assertThat(council.incident(reference).deskPost()).isNull();
        assertThat(council.incident(reference).outbox()).isEmpty();
    }

    @Test
    void aPostThatIsOutOfReachForNowIsClearedLater() {
        String reference = council.report(Severity.HIGH);
        council.refuse("desk", 503, "");
        council.act(reference, "restrict", Map.of("reason", "it is about a colleague"));
        assertThat(council.incident(reference).outboxDue(OutboxMessage.Kind.DESK_CLEAR))
                .isNotNull();
        council.teams.allowAll();
        council.pass(Duration.ofSeconds(5));
        assertThat(council.told("desk")).singleElement().asString().contains("No longer shown here");
    }

    @Test
    void aPostThatIsGoneOrInAClosedChannelIsGivenUp() {
        for (DeliveryException gone : Set.of(
                new DeliveryException(404, "ActivityNotFoundInConversation"),
                new DeliveryException(403, "BotNotInConversationRoster"))) {
            String reference = council.report(Severity.HIGH);
            council.teams.on(call -> Optional.of(gone));
            council.act(reference, "restrict", Map.of("reason", "it is about a colleague"));
            assertThat(council.incident(reference).outboxDue(OutboxMessage.Kind.DESK_CLEAR))
                    .isNull();
            council.teams.allowAll();
        }
    }
}
