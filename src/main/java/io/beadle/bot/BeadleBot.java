package io.beadle.bot;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.teams.TeamsActivityHandler;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ResourceResponse;
import io.beadle.bot.turn.CardUpdates;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.people.Person;
import io.beadle.teams.Activities;
import io.beadle.teams.Address;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import io.beadle.teams.SentFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one place where the bot meets the Bot Framework: activities become turns, replies become activities. It answers
 * on the raw activity and calls nothing of the SDK's dispatching that fails on real traffic.
 */
@Component
class BeadleBot extends TeamsActivityHandler {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String MESSAGE = "application/vnd.microsoft.activity.message";
    private static final Duration BEFORE_THE_ANSWER = Duration.ofSeconds(1);
    private static final Duration ALL_IT_SEES = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_IMPLEMENTED = 501;

    private final Router router;
    private final CardUpdates updates;

    BeadleBot(Router router, CardUpdates updates) {
        this.router = router;
        this.updates = updates;
    }

    @Override
    protected CompletableFuture<Void> onMessageActivity(TurnContext context) {
        Activity activity = context.getActivity();
        if (activity.getValue() instanceof Map<?, ?> data) {
            Turn turn = turn(activity);
            submitted(router.pressed(CardAction.parse(null, data), turn, chat(context)), turn, chat(context));
        } else {
            said(turn(activity), Activities.files(activity), chat(context));
        }
        return CompletableFuture.completedFuture(null);
    }

    private void said(Turn turn, List<SentFile> files, Chat chat) {
        if (files.isEmpty()) {
            router.said(turn, chat);
        } else {
            router.sent(files, turn, chat);
        }
    }

    @Override
    protected CompletableFuture<InvokeResponse> onInvokeActivity(TurnContext context) {
        Activity activity = context.getActivity();
        return CompletableFuture.completedFuture(
                switch (String.valueOf(activity.getName())) {
                    case "adaptiveCard/action" -> executed(activity, chat(context));
                    case "message/submitAction" -> feedback(activity);
                    case "fileConsent/invoke" -> consented(activity);
                    case "composeExtension/query" ->
                        new InvokeResponse(OK, router.searched(map(activity.getValue()), turn(activity)));
                    case "composeExtension/fetchTask" ->
                        new InvokeResponse(OK, router.fetched(map(activity.getValue()), turn(activity)));
                    case "composeExtension/submitAction" ->
                        new InvokeResponse(OK, router.submitted(map(activity.getValue()), turn(activity)));
                    default -> new InvokeResponse(NOT_IMPLEMENTED, null);
                });
    }

    @Override
    protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext context) {
        Activity activity = context.getActivity();
        List<ChannelAccount> added = activity.getMembersAdded();
        String self =
                activity.getRecipient() == null ? "" : activity.getRecipient().getId();
        if (added != null && added.stream().anyMatch(member -> Objects.equals(member.getId(), self))) {
            router.installed(chat(context));
        }
        return CompletableFuture.completedFuture(null);
    }

    /**
     * An {@code Action.Execute}: the answer holds the new card for whoever pressed. The other devices get theirs first,
     * because an update that came after the answer would draw the card anew under the fingers of somebody who has begun to
     * fill it in; but nobody waits for it longer than a second.
     */
    private InvokeResponse executed(Activity activity, Chat chat) {
        Map<?, ?> value = map(activity.getValue());
        if ("automatic".equals(value.get("trigger"))) {
            return answer(MESSAGE, "");
        }
        Map<?, ?> action = map(value.get("action"));
        Turn turn = turn(activity);
        String verb = action.get("verb") instanceof String given ? given : "";
        return switch (router.pressed(CardAction.parse(verb, map(action.get("data"))), turn, chat)) {
            case Reply.Show show -> {
                if (turn.card() != null) {
                    updates.showNow(place(turn), turn.card(), show.card(), BEFORE_THE_ANSWER);
                }
                yield answer(CARD, show.card().json());
            }
            case Reply.ShowPresser show -> answer(CARD, show.card().json());
            case Reply.Tell tell -> answer(MESSAGE, tell.text());
        };
    }

    /**
     * The same pressed in a client that has only {@code Action.Submit}. The update of its card is all that it gets to see,
     * so the turn waits for it; if Teams does not take it, the card comes as a new message.
     */
    private void submitted(Reply reply, Turn turn, Chat chat) {
        switch (reply) {
            case Reply.Show show -> {
                if (turn.card() == null || !updates.showNow(place(turn), turn.card(), show.card(), ALL_IT_SEES)) {
                    router.sentAnew(turn, chat.send(show.card()));
                }
            }
            case Reply.ShowPresser show -> {}
            case Reply.Tell tell -> chat.send(tell.text());
        }
    }

    private static Address place(Turn turn) {
        return turn.address().thread(turn.thread());
    }

    /** The file is put where it may be after this is answered: Teams waits for no upload. */
    private InvokeResponse consented(Activity activity) {
        router.consented(Activities.consent(activity), turn(activity));
        return new InvokeResponse(OK, null);
    }

    /** Somebody found an answer useful, or not; the comment they may have typed is not read. */
    private InvokeResponse feedback(Activity activity) {
        Object reaction = map(map(activity.getValue()).get("actionValue")).get("reaction");
        router.reacted("like".equals(reaction) ? Reaction.LIKE : Reaction.DISLIKE, turn(activity));
        return new InvokeResponse(OK, Map.of());
    }

    private static InvokeResponse answer(String type, Object value) {
        return new InvokeResponse(OK, Map.of("statusCode", OK, "type", type, "value", value));
    }

    private static Turn turn(Activity activity) {
        ChannelAccount from = activity.getFrom();
        String objectId = from.getAadObjectId();
        String id = objectId == null || objectId.isBlank() ? from.getId() : objectId;
        String name = from.getName() == null ? "" : from.getName();
        return new Turn(
                new Person(id, name),
                from.getId(),
                Activities.address(activity),
                activity.getConversation().getId(),
                text(activity),
                activity.getReplyToId());
    }

    private static String text(Activity activity) {
        String text = activity.getText() == null ? "" : activity.getText();
        String self =
                activity.getRecipient() == null ? "" : activity.getRecipient().getId();
        List<String> mentions = activity.getEntities() == null
                ? List.of()
                : activity.getMentions().stream()
                        .filter(mention -> mention.getMentioned() != null
                                && Objects.equals(mention.getMentioned().getId(), self)
                                && mention.getText() != null)
                        .map(mention -> mention.getText())
                        .toList();
        return IncomingText.of(text, mentions);
    }

    private static Chat chat(TurnContext context) {
        return new Chat() {
            @Override
            public String send(Message message) {
                try {
                    ResourceResponse sent =
                            context.sendActivity(Activities.of(message)).join();
                    return sent.getId() == null ? "" : sent.getId();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof DeliveryException refused ? refused : e;
                }
            }

            @Override
            public void leaveNoTrace() {
                Activities.leaveNoTrace(context);
            }

            @Override
            public void replace(String activity, Message message) {
                Activity replacement = Activities.of(message);
                replacement.setId(activity);
                try {
                    context.updateActivity(replacement).join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof DeliveryException refused ? refused : e;
                }
            }
        };
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
