package io.beadle.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages of an incident that wait to be told, and who holds them. */
record Outbox(List<OutboxMessage> messages) {
    @Nullable
    Instant due(OutboxMessage.Kind kind) {
        return messages.stream()
                .filter(m -> m.kind() == kind)
                .map(OutboxMessage::availableAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    Stream<OutboxMessage> available(OutboxMessage.Kind kind, Instant now) {
        return messages.stream().filter(m -> m.kind() == kind && m.isAvailable(now));
    }

    List<OutboxMessage> claim(OutboxMessage message, String claim, Instant now, Duration lease) {
        return each(m -> m.key().equals(message.key()) && m.isAvailable(now) ? m.claim(claim, now, lease) : m);
    }

    boolean holds(OutboxMessage message, String claim) {
        return messages.stream().anyMatch(m -> isHeld(m, message, claim));
    }

    /** Without the message told by this claim; with it again if it was renewed meanwhile. */
    List<OutboxMessage> settled(OutboxMessage message, String claim, Instant at) {
        List<OutboxMessage> left = new ArrayList<>();
        for (OutboxMessage m : messages) {
            if (!isHeld(m, message, claim)) {
                left.add(m);
            } else if (m.renewed()) {
                left.add(m.again(at));
            }
        }
        return left;
    }

    List<OutboxMessage> retry(OutboxMessage message, String claim, Instant next, boolean mayHaveArrived) {
        return each(m -> isHeld(m, message, claim) ? m.retryAt(next, mayHaveArrived) : m);
    }

    /** Whether what is being delivered by this claim may have arrived before. */
    boolean isDoubtful(OutboxMessage message, String claim) {
        return messages.stream().anyMatch(m -> isHeld(m, message, claim) && m.doubtful());
    }

    /** With what was tried in vain free to be tried at once, as if for the first time; but for what is under way. */
    List<OutboxMessage> sentAgain(Instant now) {
        return each(m -> m.isStuck() && !m.availableAt().isBefore(now) && m.holder() == null ? m.again(now) : m);
    }

    private List<OutboxMessage> each(UnaryOperator<OutboxMessage> change) {
        return messages.stream().map(change).toList();
    }

    private static boolean isHeld(OutboxMessage stored, OutboxMessage message, String claim) {
        return stored.key().equals(message.key()) && claim.equals(stored.holder());
    }
}
