package io.beadle.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ChannelAccount;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the conversation references in step with what comes in. What it stored itself it remembers, so that an ordinary
 * turn costs no write; an installation is always written, because another instance may have seen the removal, and for that
 * reason nothing is remembered for longer than a day.
 */
@Component
class ReferenceKeeper implements Sweep {
    private static final int MOST_REMEMBERED = 50_000;

    private final ConversationReferences references;
    private final ObjectProvider<Departures> departures;
    private final ConcurrentMap<String, Address> remembered = new ConcurrentHashMap<>();

    ReferenceKeeper(ConversationReferences references, ObjectProvider<Departures> departures) {
        this.references = references;
        this.departures = departures;
    }

    void note(Activity activity) {
        if (isFromAnywhere(activity)) {
            return;
        }
        Address address = Activities.address(activity);
        Optional<String> deleted = deleted(activity);
        if (deleted.isPresent()) {
            forget(deleted.get());
        } else if (isRemoval(activity)) {
            forget(address.conversation());
        } else if (isInstallation(activity) || !address.equals(remembered.get(address.conversation()))) {
            references.save(address);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(address.conversation(), address);
        }
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public long sweep(Instant now) {
        remembered.clear();
        return 0;
    }

    private void forget(String conversation) {
        remembered.remove(conversation);
        references.delete(conversation);
        departures.orderedStream().forEach(told -> told.gone(conversation));
    }

    /**
     * A message extension is used in any chat. Beadle need not be in it, and the chat of two people is called personal too:
     * kept as somebody's personal chat, it would be written to in place of Beadle's own.
     */
    private static boolean isFromAnywhere(Activity activity) {
        String name = activity.getName();
        return name != null && name.startsWith("composeExtension/");
    }

    /**
     * The channel that is no more, which is not the conversation that tells of it. A team's id is that of its General
     * channel; the addresses of its other channels are found out when they are next written to.
     */
    private static Optional<String> deleted(Activity activity) {
        if (!activity.isType(ActivityTypes.CONVERSATION_UPDATE)) {
            return Optional.empty();
        }
        return switch (Activities.channelData(activity, "eventType").orElse("")) {
            case "channelDeleted" -> Activities.channelData(activity, "channel", "id");
            case "teamDeleted", "teamHardDeleted" -> Activities.channelData(activity, "team", "id");
            default -> Optional.empty();
        };
    }

    private static boolean isInstallation(Activity activity) {
        return activity.isType(ActivityTypes.INSTALLATION_UPDATE) || activity.isType(ActivityTypes.CONVERSATION_UPDATE);
    }

    /** An upgrade of the app ({@code remove-upgrade}) is none. */
    private static boolean isRemoval(Activity activity) {
        if (activity.isType(ActivityTypes.INSTALLATION_UPDATE)) {
            return "remove".equals(activity.getAction());
        }
        return activity.isType(ActivityTypes.CONVERSATION_UPDATE)
                && activity.getRecipient() != null
                && names(activity.getMembersRemoved(), activity.getRecipient().getId());
    }

    private static boolean names(@Nullable List<ChannelAccount> members, @Nullable String id) {
        return members != null && id != null && members.stream().anyMatch(member -> id.equals(member.getId()));
    }
}
