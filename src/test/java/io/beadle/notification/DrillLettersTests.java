package io.beadle.notification;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Incident;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.RecordingConversations.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill that few can be told of, or whose reporter's account is held: what is told instead says that it is one. */
class DrillLettersTests {
    private final Council council = new Council(
            withDeputy("Dee", appointed("manager", "Mo")), appointed("nominated", "Ann"), appointed("dpo", "Priya"));

    @ParameterizedTest
    @CsvSource({"'', 0", "restricted, 0", "restricted, 550", "account, 0"})
    void whateverIsSaidInItsPlaceIsMarked(String flag, int mailRefusal) {
        council.mail.configure();
        council.mail.refuseAll(mailRefusal);
        council.teams.metInPerson("admin");
        council.refuse("mo", 403, "BotNotInConversationRoster");
        String draft = "drill-" + flag;
        Report report = new Report(
                "lost-device", "Lost or stolen device", Council.PAT, null, null, council.now.get(), List.of());
        String reference = council.incidents
                .report(
                        draft,
                        2026,
                        r -> Incident.reported(r, draft, report, Severity.HIGH, Duration.ofMinutes(15))
                                .flagged(flag.isEmpty() ? Set.of() : Set.of(flag))
                                .drill())
                .reference();
        council.deliver();
        council.pass(Duration.ofMinutes(31));
        council.pass(Duration.ofHours(2));

        List<String> sent = council.teams.calls().stream()
                .filter(call -> call.kind() == Kind.POST || call.kind() == Kind.UPDATE)
                .map(Call::text)
                .toList();
        assertThat(sent).isNotEmpty().allMatch(text -> text.contains("EXERCISE"));
        if (mailRefusal > 0) {
            assertThat(sent).anyMatch(text -> text.contains("Fewer than two people"));
        } else {
            assertThat(council.mail.letters())
                    .isNotEmpty()
                    .allSatisfy(letter -> assertThat(letter.subject()).startsWith("EXERCISE: "))
                    .allSatisfy(letter -> assertThat(letter.text()).startsWith("EXERCISE: "));
        }
        assertThat(council.incident(reference).exercise()).isTrue();
    }
}
