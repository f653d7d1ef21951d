package io.beadle.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.Card;
import io.beadle.teams.Address;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CardUpdatesTests {
    private final RecordingConversations teams = new RecordingConversations();
    private final Address chat = teams.met("chat", Address.Scope.PERSONAL);
    private final CardUpdates updates = new CardUpdates(teams);

    @Test
    void ofTheUpdatesThatWaitOnlyTheLatestGoesOut() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        teams.on(call -> {
            first.countDown();
            await(go);
            return Optional.empty();
        });
        updates.start();
        updates.show(chat, "card", card("1"));
        await(first);
        updates.show(chat, "card", card("2"));
        updates.show(chat, "card", card("3"));
        go.countDown();
        updates.stop();
        assertThat(summaries()).containsExactly("1", "3");
    }

    @Test
    void oneThatFailsLeavesTheNextUntouched() {
        updates.start();
        teams.on(call -> Optional.of(new DeliveryException(404, "NotFound")));
        assertThat(updates.showNow(chat, "card", card("1"), Duration.ofSeconds(10)))
                .isFalse();
        teams.on(call -> Optional.of(new IllegalStateException("broken")));
        assertThat(updates.showNow(chat, "card", card("2"), Duration.ofSeconds(10)))
                .isFalse();
        teams.allowAll();
        assertThat(updates.showNow(chat, "card", card("3"), Duration.ofSeconds(10)))
                .isTrue();
        updates.stop();
        assertThat(summaries()).containsExactly("3");
        assertThat(updates.isRunning()).isFalse();
    }

    @Test
    void onceStoppedItTakesNoMore() {
        updates.start();
        updates.stop();
        updates.show(chat, "card", card("1"));
        assertThat(updates.showNow(chat, "card", card("2"), Duration.ofSeconds(10)))
                .isFalse();
        assertThat(summaries()).isEmpty();
    }

    private List<String> summaries() {
        return teams.calls().stream()
                .map(Call::message)
                .map(m -> String.valueOf(m.summary()))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Card card(String summary) {
        return new Card(Map.of("type", "AdaptiveCard"), summary);
    }
}
