package io.beadle.notification;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.CaseFile;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Severity;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The cards that people hold in their chats are kept true. */
class CardsInPersonTests {
    private static final String BUTTON = "person.acknowledge";

    private final Council council = new Council(
            appointed("manager", "Mo"),
            appointed("nominated", "Ann"),
            appointed("nominated", "Bob"),
            appointed("nominated", "Cy"));

    @Test
    void noLiveButtonIsLeftOnceTwoHaveAcknowledged() {
        String reference = council.report(Severity.HIGH);
        council.pass(Duration.ofMinutes(31));
        assertThat(council.told("mo")).anyMatch(text -> text.contains(BUTTON));
        acknowledge(reference, "Ann");
        assertThat(updates())
                .as("one more is wanted, so that nothing has changed")
                .isZero();
        acknowledge(reference, "Bob");
        for (String person : List.of("ann", "bob", "cy", "mo")) {
            assertThat(council.told(person)).isNotEmpty().noneMatch(text -> text.contains(BUTTON));
        }
        assertThat(council.told("cy").getFirst()).contains("Done meanwhile", "case.open");
        assertThat(council.incident(reference).outbox()).isEmpty();
    }

    @Test
    void aCardIsReplacedWhenItIsAnotherAndNotMoreOften() {
        String reference = council.report(Severity.MEDIUM);
        acknowledge(reference, "Ann");
        acknowledge(reference, "Bob");
        long once = updates();
        council.act(reference, "note", Map.of("text", "Looked at"));
        council.pass(Duration.ofHours(1));
        assertThat(updates()).isEqualTo(once);
        council.incidents.change(reference, incident -> incident.close("resolved", named("Ann"), council.now.get()));
        council.deliver();
        assertThat(council.incident(reference).isOpen()).isFalse();
        assertThat(updates()).isEqualTo(2 * once);
    }

    @Test
    void whoMayNotKnowOfItAnyMoreHoldsNothingOfIt() {
        String reference = council.report(Severity.HIGH);
        council.act(reference, "restrict", Map.of("excluded", "cy", "reason", "It may be about them"));
        assertThat(council.told("cy"))
                .singleElement()
                .asString()
                .contains("dealt with by others")
                .doesNotContain(reference, "Lost or stolen", BUTTON);
        assertThat(council.told("ann").getFirst()).contains(reference, BUTTON);
    }

    @Test
    void oneChatThatFailsHoldsUpNoOtherAndIsMendedLater() {
        String reference = council.report(Severity.HIGH);
        council.teams.on(call -> switch (call.conversation()) {
            case "cy" -> Optional.of(new DeliveryException(502, "BadGateway"));
            case "mo" -> Optional.of(new DeliveryException(403, "ConversationBlockedByUser"));
            default -> Optional.empty();
        });
        acknowledge(reference, "Ann");
        acknowledge(reference, "Bob");
        assertThat(council.told("ann")).noneMatch(text -> text.contains(BUTTON));
        assertThat(council.told("cy")).anyMatch(text -> text.contains(BUTTON));
        council.teams.allowAll();
        council.pass(Duration.ofMinutes(5));
        assertThat(council.told("cy")).noneMatch(text -> text.contains(BUTTON));
        assertThat(council.incident(reference).outbox())
                .extracting(OutboxMessage::kind)
                .doesNotContain(OutboxMessage.Kind.CARDS_IN_PERSON);
    }

    @Test
    void aCardOnItsWayWhileTheSecondAcknowledgesIsTrueAsWell() {
        AtomicBoolean once = new AtomicBoolean();
        council.teams.on(call -> {
            if (call.kind() == Kind.POST && call.conversation().equals("cy") && !once.getAndSet(true)) {
                String reference = "INC-2026-0001";
                for (String name : List.of("Ann", "Bob")) {
                    council.incidents.change(
                            reference, incident -> incident.acknowledge(named(name), council.now.get()));
                }
            }
            return Optional.empty();
        });
        String reference = council.report(Severity.HIGH);
        assertThat(council.incident(reference).isAcknowledged()).isTrue();
        assertThat(council.told("cy")).isNotEmpty().noneMatch(text -> text.contains(BUTTON));
    }

    @Test
    void ofARestrictedOneNobodyIsToldAnew() {
        String reference = council.report("looked-up", Severity.HIGH, Set.of(CaseFile.RESTRICTED));
        long posted = posts();
        acknowledge(reference, "Mo");
        acknowledge(reference, "Ann");
        assertThat(posts()).isEqualTo(posted);
        assertThat(council.told("mo")).noneMatch(text -> text.contains(BUTTON));
    }

    private void acknowledge(String reference, String name) {
        council.incidents.change(reference, incident -> incident.acknowledge(named(name), council.now.get()));
        council.deliver();
    }

    /** Of cards in chats. */
    private long updates() {
        return council.teams.calls().stream()
                .filter(call ->
                        call.kind() == Kind.UPDATE && !call.conversation().equals("desk"))
                .count();
    }

    private long posts() {
        return council.teams.calls().stream()
                .filter(call -> call.kind() == Kind.POST)
                .count();
    }
}
