package io.beadle.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ChannelAccount;
import io.beadle.teams.AnsweredActivities.Reply;
import io.beadle.teams.RefusedException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** From a body to its answer, on the thread that calls it. Nothing of the content reaches a log or the caller. */
@Component
class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final List<String> KINDS = List.of(
            ActivityTypes.MESSAGE,
            ActivityTypes.INVOKE,
            ActivityTypes.CONVERSATION_UPDATE,
            ActivityTypes.INSTALLATION_UPDATE,
            ActivityTypes.MESSAGE_REACTION);
    private static final int CAUSES = 5;
    private static final int FRAMES = 12;

    private final Gate gate;
    private final Allowances activities;
    private final AnswerOnce answerOnce;
    private final ReferenceKeeper references;
    private final TeamsAdapter adapter;
    private final Bot bot;
    private final FailedTurns failed;
    private final Refusals refusals;

    Turns(
            Gate gate,
            FloodSettings limits,
            AnswerOnce answerOnce,
            ReferenceKeeper references,
            TeamsAdapter adapter,
            Bot bot,
            FailedTurns failed,
            Refusals refusals) {
        this.gate = gate;
        this.activities = new Allowances(limits.activities());
        this.answerOnce = answerOnce;
        this.references = references;
        this.adapter = adapter;
        this.bot = bot;
        this.failed = failed;
        this.refusals = refusals;
    }

    Reply answer(HttpHeaders headers, byte[] body) {
        Activity activity;
        try {
            activity = admitted(headers, body);
        } catch (RefusedException e) {
            return refusals.of(e.reason());
        }
        try {
            return answerOnce.answer(activity, () -> turn(activity));
        } catch (OutOfMemoryError | InternalError | UnknownError e) {
            throw e; // the machine itself is broken: nothing here can answer
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Turn failed: activity={} type={} error={}",
                    loggable(activity.getId()),
                    kind(activity),
                    withoutMessages(e));
            return failed.answer(activity);
        }
    }

    /** Nothing is made of a body whose token was not looked at. */
    private Activity admitted(HttpHeaders headers, byte[] body) {
        Gate.Pass pass = gate.admit(headers);
        Activity activity = ActivityJson.read(body).orElseThrow(() -> new RefusedException(Reason.BODY));
        pass.check(activity);
        if (isOverTheLimit(activity.getFrom())) {
            throw new RefusedException(Reason.TOO_MANY);
        }
        return activity;
    }

    /** Before anything is looked up or stored; what Teams itself tells of is not limited, for it names nobody. */
    private boolean isOverTheLimit(@Nullable ChannelAccount from) {
        return from != null && from.getId() != null && activities.take(from.getId()) != Allowances.Taken.YES;
    }

    private Reply turn(Activity activity) {
        references.note(activity);
        return adapter.turn(activity, bot);
    }

    /** An id, for the log: a line stays one line, whoever sent it. */
    private static String loggable(String id) {
        return id == null ? "" : id.replaceAll("[^A-Za-z0-9:._/-]", "?");
    }

    /** A kind that Beadle does not know could be any word. */
    private static String kind(Activity activity) {
        return KINDS.stream().filter(activity::isType).findFirst().orElse("other");
    }

    /** Where it broke. Messages are left out: they may quote what somebody wrote. */
    private static String withoutMessages(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> !(cause instanceof CompletionException))
                .limit(CAUSES)
                .map(cause -> cause.getClass().getName() + " at "
                        + Arrays.stream(cause.getStackTrace())
                                .limit(FRAMES)
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining(" < ")))
                .collect(Collectors.joining(" | caused by "));
    }
}
