package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.BundledContent;
import io.beadle.content.Kept;
import io.beadle.mongo.SharedStore;
import io.beadle.privacy.Deletions;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people can be written to is forgotten 90 days after they were found to have left. */
class LeaversTests {
    private static final Duration WEEK = Duration.ofDays(7);

    private final RecordingConversations teams = new RecordingConversations();
    private final Deletions deletions = StoredAudit.deletions(SharedStore.newDatabase());
    private final Leavers leavers = new Leavers(teams, teams, BundledContent.CONTENT.retention(), deletions);
    private Instant now = TestCards.SATURDAY;

    @Test
    void whoIsNotInTheirOwnChatForNinetyDaysIsForgotten() {
        there("ada");
        teams.met("bob", Address.Scope.PERSONAL);
        teams.met("channel", Address.Scope.CHANNEL);
        assertThat(sweptFor(Duration.ofDays(89))).isZero();
        assertThat(teams.find("bob")).isPresent();
        assertThat(sweptFor(Duration.ofDays(16))).isEqualTo(1);
        assertThat(teams.find("bob")).isEmpty();
        assertThat(teams.find("ada")).isPresent();
        assertThat(teams.find("channel")).isPresent();
        assertThat(deletions.before(LocalDate.MAX.withYear(9999)))
                .singleElement()
                .satisfies(day -> assertThat(day.kind()).isEqualTo(Kept.REFERENCES));
    }

    @Test
    void whoComesBackHasNotLeft() {
        teams.met("bob", Address.Scope.PERSONAL);
        sweptFor(Duration.ofDays(80));
        there("bob");
        sweptFor(WEEK);
        teams.roster("bob");
        assertThat(sweptFor(Duration.ofDays(80))).isZero();
        assertThat(teams.find("bob")).isPresent();
        assertThat(sweptFor(Duration.ofDays(20))).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}: forgotten: {2}")
    @CsvSource({
        "403, BotNotInConversationRoster, true",
        "404, ConversationNotFound, true",
        "403, BotDisabledByAdmin, false",
        "401, Unauthorized, false",
        "429, Throttled, false",
        "503, Unavailable, false",
        "0, ReadTimeoutException, false",
    })
    void whatIsRefusedForGoodCountsAndNoFault(int status, String code, boolean forgotten) {
        teams.met("bob", Address.Scope.PERSONAL);
        teams.roster(new DeliveryException(status, code));
        sweptFor(Duration.ofDays(105));
        assertThat(teams.find("bob").isEmpty()).isEqualTo(forgotten);
    }

    private void there(String chat) {
        teams.met(chat, Address.Scope.PERSONAL);
        teams.roster(chat, new Member("29:" + chat, chat, ""));
    }

    /** Each hour, as it is swept in truth: a chat has its turn once a week. */
    private long sweptFor(Duration time) {
        long forgotten = 0;
        for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(Duration.ofHours(1))) {
            forgotten += leavers.sweep(now);
        }
        return forgotten;
    }
}
