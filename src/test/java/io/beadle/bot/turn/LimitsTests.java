package io.beadle.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.CardAction;
import io.beadle.card.Saying;
import io.beadle.content.BundledContent;
import io.beadle.content.Content;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Allowances.Rate;
import io.beadle.teams.Message;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two of each at once, and nothing that comes back while a test runs. */
class LimitsTests {
    private static final Content CONTENT = BundledContent.CONTENT;
    private static final Rate TWO = new Rate(2, 1);
    private static final Intent ASK = new Intent.Ask("What is a breach?", null);
    private static final Intent REPORT = new Intent.Report(List.of(), "", true);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Limits limits =
            new Limits(new LimitSettings(TWO, TWO, TWO), CONTENT.messages(), CONTENT.contacts(), meters);
    private final List<String> told = new ArrayList<>();

    private final Chat chat = (Message message) -> {
        told.add(String.valueOf(message.text()));
        return "activity-1";
    };

    @Test
    void whoeverAsksTooMuchIsToldOnceAndCanStillReport() {
        for (int n = 0; n < 10; n++) {
            assertThat(limits.refuse(ASK, by("ada"), chat)).isEqualTo(n >= 2);
        }
        assertThat(told).singleElement().asString().contains("wait a minute", "say \"report\"", "01632 960100");
        assertThat(meters.counter(Limits.COUNTER, "kind", "question").count()).isEqualTo(8);

        assertThat(limits.refuse(REPORT, by("ada"), chat)).isFalse();
        assertThat(limits.refuse(ASK, by("ben"), chat)).isFalse();
        assertThat(limits.refuseSearch(by("ada"))).isFalse();
    }

    @Test
    void whoeverBeginsTooManyReportsIsToldWhomToRingEachTimeTheyPress() {
        CardAction begin = new CardAction.StartReport("lost-device");
        assertThat(limits.refusal(begin, by("ada"))).isEmpty();
        assertThat(limits.refusal(begin, by("ada"))).isEmpty();

        for (int n = 0; n < 3; n++) {
            assertThat(limits.refusal(begin, by("ada")).orElseThrow().toString())
                    .contains("ring 999", "01632 960100", "can still be sent");
        }
    }

    static List<CardAction> neverCounted() {
        return List.of(
                new CardAction.ChooseType(),
                new CardAction.Next("draft", 0, Map.of()),
                new CardAction.Back("draft", 1, Map.of()),
                new CardAction.Send("draft", 0, Map.of()),
                new CardAction.Cancel("draft"),
                new CardAction.WithoutName("anonymous", "draft", new CardAction.ChooseType(), Map.of()),
                new CardAction.SayMine("INC-2026-0001", Saying.FACTS, "", "form", Map.of()),
                new CardAction.Acknowledge("INC-2026-0001"),
                new CardAction.AcknowledgeInPerson("INC-2026-0001", "1"),
                new CardAction.OpenCase("INC-2026-0001"),
                new CardAction.KeepEvidence("draft", ""));
    }

    @ParameterizedTest
    @MethodSource("neverCounted")
    void nothingOfAReportOrACaseIsCounted(CardAction action) {
        for (int n = 0; n < 50; n++) {
            assertThat(limits.refusal(action, by("ada"))).isEmpty();
        }
    }

    private static Turn by(String person) {
        Address chat =
                new Address("chat-of-" + person, Address.Scope.PERSONAL, "http://localhost/", "28:bot", null, person);
        return new Turn(new Person(person, ""), "29:" + person, chat, chat.conversation(), "", null);
    }
}
