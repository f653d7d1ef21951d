package io.beadle.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import io.beadle.teams.AnsweredActivities.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells whoever waits for an answer that their turn broke off, in the shape that the platform shows for what they did. It is not
 * kept: what is done again is done, and does nothing twice.
 */
@Component
class FailedTurns {
    private static final Logger LOG = LoggerFactory.getLogger(FailedTurns.class);

    private final Connector connector;
    private final ObjectProvider<Apology> apologies;

    FailedTurns(Connector connector, ObjectProvider<Apology> apologies) {
        this.connector = connector;
        this.apologies = apologies;
    }

    /** 200 where somebody was told; else 500, after which the platform may deliver the activity again. */
    Reply answer(Activity activity) {
        Apology apology = apologies.getIfAvailable();
        return apology == null ? new Reply(500, "") : answer(activity, apology.text());
    }

    private Reply answer(Activity activity, String text) {
        if (activity.isType(ActivityTypes.MESSAGE)) {
            return said(activity, text);
        }
        return activity.isType(ActivityTypes.INVOKE)
                ? shape(String.valueOf(activity.getName()), text)
                        .map(body -> new Reply(200, new String(ActivityJson.write(body), StandardCharsets.UTF_8)))
                        .orElseGet(() -> said(activity, text))
                : new Reply(500, "");
    }

    private static Optional<Map<String, ?>> shape(String invoke, String text) {
        return switch (invoke) {
            case "adaptiveCard/action" ->
                Optional.of(
                        Map.of("statusCode", 200, "type", "application/vnd.microsoft.activity.message", "value", text));
            case "composeExtension/query" ->
                Optional.of(Map.of("composeExtension", Map.of("type", "message", "text", text)));
            case "composeExtension/fetchTask", "composeExtension/submitAction" ->
                Optional.of(Map.of("task", Map.of("type", "message", "value", text)));
            default -> Optional.empty();
        };
    }

    private Reply said(Activity activity, String text) {
        try {
            connector.send(activity.getServiceUrl(), activity.getConversation().getId(), activity.createReply(text));
            return new Reply(200, "");
        } catch (RuntimeException e) { // of Teams, or of an activity that nothing can answer
            LOG.warn(
                    "Nobody could be told that a turn failed: cause={}",
                    e.getClass().getName());
            return new Reply(500, "");
        }
    }
}
