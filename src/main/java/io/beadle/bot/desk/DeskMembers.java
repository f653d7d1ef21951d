package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.incident.DeskPost;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who is in a desk's channel, as Teams says it: what a card in a personal chat holds proves nothing. That somebody of the council's
 * own was there is believed for a minute, see the rationale, "How often is Teams asked who is in the desk's channel?"
 */
@Component
public final class DeskMembers {
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(1);

    /** Whoever acknowledges is not kept longer by Teams: invokes are to take less than two seconds. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(DeskMembers.class);

    /** More than there are people at any council's desks. */
    private static final int MOST_SEEN = 10_000;

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final InstantSource clock;
    private final Duration soon;
    private final Map<Seat, Instant> seen = new ConcurrentHashMap<>();

    @Autowired
    DeskMembers(Desks desks, ConversationReferences references, Conversations conversations, InstantSource clock) {
        this(desks, references, conversations, clock, SOON);
    }

    DeskMembers(
            Desks desks,
            ConversationReferences references,
            Conversations conversations,
            InstantSource clock,
            Duration soon) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
        this.clock = clock;
        this.soon = soon;
    }

    private record Seat(String conversation, String member) {}

    /**
     * Whether they are in the main desk's channel, or in the one where that post stands, and are the council's own.
     *
     * @throws io.beadle.teams.DeliveryException if Teams does not say
     */
    public boolean has(Turn turn, @Nullable DeskPost post) {
        Stream<String> main = desks.current().map(Desk::conversation).stream();
        return Stream.concat(main, Stream.ofNullable(post).map(DeskPost::conversation))
                .distinct()
                .flatMap(conversation -> references.find(conversation).stream())
                .anyMatch(channel -> isSeen(channel, turn)
                        || conversations.members(channel).stream()
                                .anyMatch(member -> is(member, turn)
                                        && !DeskGuard.isOutsider(member, channel)
                                        && see(channel, turn)));
    }

    /**
     * Whether they, who are in the turn's channel, are a guest there or another organisation's (G12).
     *
     * @throws io.beadle.teams.DeliveryException if Teams does not say
     */
    boolean isOutsider(Turn turn) {
        Address channel = turn.address();
        if (isSeen(channel, turn)) {
            return false;
        }
        Optional<Conversations.Member> listed = conversations.members(channel).stream()
                .filter(member -> is(member, turn))
                .findFirst();
        boolean outsider =
                listed.filter(member -> DeskGuard.isOutsider(member, channel)).isPresent();
        if (listed.isPresent() && !outsider) {
            see(channel, turn);
        }
        return outsider;
    }

    /**
     * The same, but false where Teams does not say: nobody of the team may be kept from an alert by that.
     *
     * @param urgent whether it counts as not said after a second, as for acknowledging, which shows nothing that the channel has not;
     *     a guest is not let into a case because Teams is slow
     */
    boolean isKnownOutsider(Turn turn, boolean urgent) {
        CompletableFuture<Boolean> said =
                CompletableFuture.supplyAsync(() -> isOutsider(turn), Thread::startVirtualThread);
        return (urgent ? said.completeOnTimeout(false, soon.toMillis(), TimeUnit.MILLISECONDS) : said)
                .exceptionally(failure -> {
                    if (failure.getCause() instanceof DeliveryException refusal) {
                        log.warn("desk's members unknown status={} code={}", refusal.status(), refusal.code());
                        return false;
                    }
                    throw new CompletionException(failure);
                })
                .join();
    }

    private boolean isSeen(Address channel, Turn turn) {
        Instant at = seen.get(new Seat(channel.conversation(), turn.member()));
        return at != null && at.plus(BELIEVED_FOR).isAfter(clock.instant());
    }

    private boolean see(Address channel, Turn turn) {
        if (seen.size() >= MOST_SEEN) {
            seen.clear();
        }
        seen.put(new Seat(channel.conversation(), turn.member()), clock.instant());
        return true;
    }

    private static boolean is(Conversations.Member member, Turn turn) {
        return member.id().equals(turn.member())
                || (!member.objectId().isEmpty()
                        && member.objectId().equals(turn.person().id()));
    }

    /**
     * The council's own people in the main desk's channel; none while there is no desk.
     *
     * @throws io.beadle.teams.DeliveryException if Teams does not say
     */
    List<Conversations.Member> ofMainDesk() {
        return desks.current().map(Desk::conversation).flatMap(references::find).stream()
                .flatMap(channel -> conversations.members(channel).stream()
                        .filter(member -> !DeskGuard.isOutsider(member, channel)))
                .toList();
    }
}
