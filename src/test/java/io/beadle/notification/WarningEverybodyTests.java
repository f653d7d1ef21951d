package io.beadle.notification;

import static io.beadle.notification.Council.answered;
import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Act;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Severity;
import io.beadle.incident.Warning;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A warning to everybody who has a chat with Beadle (G28). */
@ExtendWith(OutputCaptureExtension.class)
class WarningEverybodyTests {
    private static final String WORDS = "Do not open the parcel notice";

    private final Council council =
            new Council(appointed("manager", "Mo"), appointed("nominated", "Ann"), appointed("nominated", "Bob"));

    @Test
    void everybodyReadsTheApprovedWordsAndNothingElseOfTheIncident(CapturedOutput output) {
        meet(3);
        String reference = council.report(Severity.HIGH);
        release(reference);
        for (String person : List.of("p000", "p001", "p002", "ann")) {
            assertThat(council.told(person).getLast())
                    .contains(WORDS, "A warning from the information security team", "01632 960100")
                    .doesNotContain(reference, "Lost or stolen", "ZANZIBAR");
        }
        assertThat(council.told("desk")).noneMatch(text -> text.contains(WORDS));
        council.pass(Duration.ofMinutes(1));
        assertThat(line(reference))
                .extracting(Delivery::state, Delivery::reason)
                .containsExactly(SENT, "6/6");
        assertThat(council.incident(reference).outbox()).isEmpty();
        assertThat(output.getAll()).doesNotContain(WORDS, "p001");
    }

    @Test
    void theyAreToldSomeAtATimeSoThatWhatElseIsToBeToldDoesNotWait() {
        meet(2 * EverybodyCourier.SLICE);
        String reference = council.report(Severity.HIGH);
        release(reference);
        assertThat(warned()).isEqualTo(EverybodyCourier.SLICE);
        council.now.updateAndGet(now -> now.plus(EverybodyCourier.BETWEEN));
        council.deliver();
        assertThat(warned()).isEqualTo(2 * EverybodyCourier.SLICE);
        council.now.updateAndGet(now -> now.plus(EverybodyCourier.BETWEEN));
        council.deliver();
        council.pass(Duration.ofMinutes(1));
        assertThat(line(reference).reason()).isEqualTo("203/203");
    }

    @Test
    void whoCannotBeToldHoldsUpNobodyAndIsCounted() {
        meet(5);
        council.teams.on(call -> switch (call.conversation()) {
            case "p001" -> Optional.of(new DeliveryException(403, "ConversationBlockedByUser"));
            case "p002" -> Optional.of(new DeliveryException(502, "BadGateway"));
            case "p003" -> Optional.of(new IllegalStateException("broken"));
            default -> Optional.empty();
        });
        String reference = council.report(Severity.HIGH);
        release(reference);
        assertThat(council.told("p004")).hasSize(1);
        council.pass(Duration.ofMinutes(1));
        assertThat(line(reference))
                .extracting(Delivery::state, Delivery::reason)
                .containsExactly(QUEUED, "5/8");
        council.teams.allowAll();
        council.pass(Duration.ofMinutes(10));
        council.pass(Duration.ofMinutes(1));
        assertThat(line(reference))
                .as("all but the one whom Teams refused for good")
                .extracting(Delivery::state, Delivery::reason)
                .containsExactly(SENT, "7/8");
        assertThat(council.told("p001")).isEmpty();
        assertThat(council.told("p002")).hasSize(1);
    }

    @Test
    void nobodyIsWaitedForLongerThanADay() {
        meet(1);
        council.refuse("p000", 502, "BadGateway");
        String reference = council.report(Severity.HIGH);
        release(reference);
        council.pass(Duration.ofHours(23));
        assertThat(line(reference).state()).isEqualTo(QUEUED);
        council.pass(Duration.ofHours(2));
        assertThat(line(reference))
                .extracting(Delivery::state, Delivery::reason)
                .containsExactly(SENT, "3/4");
    }

    @Test
    void whoWasPutBeforeACrashIsNotPutAgain() {
        meet(4);
        String reference = council.report(Severity.HIGH);
        Act written = written(reference);
        String key = "warning-" + reference + '-' + written.key() + '-'
                + UUID.nameUUIDFromBytes("29:p000".getBytes(StandardCharsets.UTF_8));
        council.notices.put(Notice.toPerson(
                key, new Notice.To.OneOfMany("29:p000"), Message.text("as put before"), council.now.get()));
        Warning warning = warning(written);
        council.incidents.change(reference, incident -> warning.on(incident, council.recipients(), Set.of()));
        council.deliver();
        assertThat(council.told("p000")).containsExactly("as put before");
        assertThat(council.told("p003")).hasSize(1);
        council.pass(Duration.ofMinutes(1));
        assertThat(line(reference).reason()).isEqualTo("7/7");
    }

    @Test
    void noneOfARestrictedIncidentAndNoMoreOfOneThatWasRestrictedMeanwhile() {
        meet(EverybodyCourier.SLICE + 20);
        String reference = council.report(Severity.HIGH);
        release(reference);
        council.change(reference, "restrict", Map.of("reason", "It is about somebody"));
        council.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        // the count comes before what waits to be told
        council.deliver();
        long told = warned();
        assertThat(line(reference).state()).isEqualTo(SENT);
        council.pass(Duration.ofMinutes(5));
        assertThat(warned()).isEqualTo(told);

        String secret = council.report("looked-up", Severity.HIGH, Set.of("restricted"));
        release(secret);
        council.pass(Duration.ofMinutes(2));
        assertThat(warned()).isEqualTo(told);
        assertThat(line(secret)).extracting(Delivery::state, Delivery::reason).containsExactly(SENT, "0/0");
    }

    @Test
    void whomItMayBeAboutIsNotToldNorWhoeverCannotBeToldFromThem() {
        meet(2);
        council.teams.met("unknown", Scope.PERSONAL);
        String reference = council.report(Severity.HIGH);
        council.change(reference, "restrict", Map.of("excluded", "p000", "reason", "It may be about them"));
        council.change(reference, "unrestrict", Map.of("reason", "Others may know"));
        release(reference);
        assertThat(council.told("p000")).isEmpty();
        assertThat(council.told("unknown")).isEmpty();
        assertThat(council.told("p001")).hasSize(1);
    }

    @Test
    void aHeldAccountIsNotTold() {
        meet(2);
        council.teams.metInPerson(Council.PAT.id());
        council.report("lost-device", Severity.HIGH, Set.of(Incident.ACCOUNT));
        String reference = council.report(Severity.HIGH);
        release(reference);
        assertThat(council.told(Council.PAT.id())).noneMatch(text -> text.contains(WORDS));
        assertThat(council.told("p001")).hasSize(1);
    }

    private static final Delivery.State SENT = Delivery.State.SENT;
    private static final Delivery.State QUEUED = Delivery.State.QUEUED;

    /** People known as p000, p001 and so on. */
    private void meet(int people) {
        IntStream.range(0, people).forEach(i -> council.teams.metInPerson("p%03d".formatted(i)));
    }

    private long warned() {
        return council.teams.calls().stream()
                .filter(call ->
                        call.text().contains(WORDS) && call.conversation().startsWith("p"))
                .count();
    }

    private void release(String reference) {
        Warning warning = warning(written(reference));
        council.incidents.change(reference, incident -> warning.on(incident, council.recipients(), Set.of()));
        council.deliver();
    }

    private Act written(String reference) {
        council.change(reference, Warning.WRITTEN, Map.of(Warning.TO, Warning.EVERYBODY, "text", WORDS));
        return council.incident(reference).acts().getLast();
    }

    private Warning warning(Act written) {
        Act release = new Act(
                "release-" + written.key(),
                "warn-release",
                council.now.get(),
                named("Mo"),
                List.of(answered(Act.ABOUT, written.key())));
        return new Warning(release, List.of(Warning.EVERYBODY));
    }

    private Delivery line(String reference) {
        return council.incident(reference).ledger().stream()
                .filter(delivery -> delivery.role().equals(Warning.EVERYBODY))
                .findFirst()
                .orElseThrow();
    }
}
