package io.beadle.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.BotCallbackHandler;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.TurnContextImpl;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ConversationReference;
import com.microsoft.bot.schema.ResourceResponse;
import io.beadle.teams.AnsweredActivities.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Bot Framework's extension point over our own connector client. Everything happens on the turn's own thread. */
@Component
class TeamsAdapter extends BotAdapter {
    private final Connector connector;

    TeamsAdapter(Connector connector) {
        this.connector = connector;
    }

    /** Runs one turn to its end and returns what its activity is answered: for an invoke, what the bot answered it. */
    @SuppressWarnings(
            "try") // close() is declared to throw Exception, thus also InterruptedException; it throws neither
    Reply turn(Activity activity, Bot bot) {
        try (TurnContextImpl context = new TurnContextImpl(this, activity)) {
            runPipeline(context, bot::onTurn).join();
            Reply reply = activity.isType(ActivityTypes.INVOKE) ? invokeReply(context) : Reply.DONE;
            return Activities.leavesNoTrace(context) ? reply.notKept() : reply;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close a turn", e);
        }
    }

    /** In place of the SDK's, which sets the locale of the whole JVM to the activity's, and dies of a malformed one. */
    @Override
    protected CompletableFuture<Void> runPipeline(TurnContext context, BotCallbackHandler callback) {
        return getMiddlewareSet().receiveActivityWithStatus(context, callback);
    }

    /** One response an activity, in their order. An invoke's response is kept for the HTTP answer. */
    @Override
    public CompletableFuture<ResourceResponse[]> sendActivities(TurnContext context, List<Activity> activities) {
        ResourceResponse[] responses = new ResourceResponse[activities.size()];
        for (int i = 0; i < responses.length; i++) {
            responses[i] = new ResourceResponse(send(context, activities.get(i)));
        }
        return CompletableFuture.completedFuture(responses);
    }

    private String send(TurnContext context, Activity activity) {
        if (activity.isType(ActivityTypes.INVOKE_RESPONSE)) {
            context.getTurnState().replace(BotFrameworkAdapter.INVOKE_RESPONSE_KEY, activity);
            return "";
        }
        if (activity.isType(ActivityTypes.TRACE)) {
            return "";
        }
        return connector.send(
                activity.getServiceUrl(), activity.getConversation().getId(), activity);
    }

    @Override
    public CompletableFuture<ResourceResponse> updateActivity(TurnContext context, Activity activity) {
        connector.update(activity.getServiceUrl(), activity.getConversation().getId(), activity.getId(), activity);
        return CompletableFuture.completedFuture(new ResourceResponse(activity.getId()));
    }

    @Override
    public CompletableFuture<Void> deleteActivity(TurnContext context, ConversationReference reference) {
        connector.delete(reference.getServiceUrl(), reference.getConversation().getId(), reference.getActivityId());
        return CompletableFuture.allOf();
    }

    private static Reply invokeReply(TurnContext context) {
        @Nullable Activity answer = context.getTurnState().get(BotFrameworkAdapter.INVOKE_RESPONSE_KEY);
        if (answer == null || !(answer.getValue() instanceof InvokeResponse response)) {
            return new Reply(501, "");
        }
        Object body = response.getBody();
        return new Reply(
                response.getStatus(), body == null ? "" : new String(ActivityJson.write(body), StandardCharsets.UTF_8));
    }
}
