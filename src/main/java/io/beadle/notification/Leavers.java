package io.beadle.notification;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Forgets where people can be written to some time after they left. Once a week, at an hour that its id decides, Teams is asked who
 * is in each personal chat. See the rationale, "Who has left?"
 */
@Component
class Leavers implements Sweep {
    private static final int PAGE = 100;
    private static final long HOURS_OF_A_WEEK = 7 * 24;

    /** There is no such chat any more, or Beadle is not in it. */
    private static final Set<Integer> GONE = Set.of(403, 404);

    /** Refused to everybody, whoever is still there. */
    private static final String DISABLED = "BotDisabledByAdmin";

    private final ConversationReferences references;
    private final Conversations conversations;
    private final Retention retention;
    private final Deletions deletions;

    Leavers(ConversationReferences references, Conversations conversations, Retention retention, Deletions deletions) {
        this.references = references;
        this.conversations = conversations;
        this.retention = retention;
        this.deletions = deletions;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        long forgotten = 0;
        List<Address> page = references.personalAfter("", PAGE);
        while (!page.isEmpty()) {
            for (Address chat : page) {
                if (isTheHourOf(chat, now) && isForgotten(chat, now)) {
                    deletions.add(Kept.REFERENCES, 1, now);
                    forgotten++;
                }
            }
            page = references.personalAfter(page.getLast().conversation(), PAGE);
        }
        return forgotten;
    }

    private static boolean isTheHourOf(Address chat, Instant now) {
        long hour = now.getEpochSecond() / Duration.ofHours(1).toSeconds();
        return Math.floorMod(chat.conversation().hashCode(), HOURS_OF_A_WEEK) == Math.floorMod(hour, HOURS_OF_A_WEEK);
    }

    private boolean isForgotten(Address chat, Instant now) {
        Optional<Boolean> there = isThere(chat);
        if (there.isEmpty()) {
            return false;
        }
        if (there.get()) {
            references.stayed(chat.conversation());
            return false;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate since = references.left(chat.conversation(), today);
        if (since.plusDays(retention.of(Kept.REFERENCES).toDays()).isAfter(today)) {
            return false;
        }
        references.delete(chat.conversation());
        return true;
    }

    /** Empty where Teams did not say: a fault says nothing of anybody. */
    private Optional<Boolean> isThere(Address chat) {
        String person = chat.person();
        try {
            return Optional.of(conversations.members(chat).stream()
                    .anyMatch(member -> person == null || member.id().equals(person)));
        } catch (DeliveryException e) {
            return GONE.contains(e.status()) && !e.code().equals(DISABLED) ? Optional.of(false) : Optional.empty();
        }
    }
}
