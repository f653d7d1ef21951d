package io.beadle.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import io.beadle.pace.TurnPlaces;
import io.beadle.teams.AnsweredActivities.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a redelivered activity the answer it got, or is about to get, and does nothing twice. */
@Component
class AnswerOnce {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerOnce.class);

    private final AnsweredActivities answered;
    private final ConcurrentMap<String, CompletableFuture<Reply>> underWay = new ConcurrentHashMap<>();

    AnswerOnce(AnsweredActivities answered) {
        this.answered = answered;
    }

    /**
     * Runs the turn, unless this activity had one. A turn that throws is not remembered: a redelivery does it again.
     * Whoever joins a turn under way gets its answer, or its failure.
     */
    Reply answer(Activity activity, Supplier<Reply> turn) {
        if (activity.getId() == null || activity.getId().isEmpty()) {
            return turn.get();
        }
        String digest = digest(activity);
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        CompletableFuture<Reply> first = underWay.putIfAbsent(digest, mine);
        if (first != null) {
            return join(first);
        }
        try {
            Reply reply = activity.isType(ActivityTypes.MESSAGE)
                    ? TurnPlaces.work(() -> recallOrRun(digest, turn))
                    : recallOrRun(digest, turn);
            mine.complete(reply);
            return reply;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(digest, mine);
        }
    }

    private Reply recallOrRun(String digest, Supplier<Reply> turn) {
        Optional<Reply> before = answered.find(digest);
        if (before.isPresent()) {
            return before.get();
        }
        Reply reply = turn.get();
        if (!reply.kept()) {
            return reply;
        }
        try {
            answered.store(digest, reply);
        } catch (RuntimeException e) {
            // The turn is done and its messages are sent: a failure now would only have the platform deliver it again.
            LOG.error(
                    "Answer not stored, a redelivery repeats its turn: error={}",
                    e.getClass().getName());
        }
        return reply;
    }

    private static Reply join(CompletableFuture<Reply> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The delivery that this one joined failed", e.getCause());
        }
    }

    /** Activity ids are unique within a conversation only; in Teams they are times to the millisecond. */
    private static String digest(Activity activity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((activity.getConversation().getId() + '\n' + activity.getId())
                            .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
