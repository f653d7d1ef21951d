package io.beadle.teams;

import org.jspecify.annotations.Nullable;

/**
 * A conversation that Beadle can write to, and what writing to it takes.
 *
 * @param conversation the conversation's id, unique; for a channel without the thread ({@code ;messageid=…})
 * @param serviceUrl where the platform takes activities for it, as vouched for by the token it came with
 * @param bot Beadle's own id there ({@code 28:…})
 * @param tenant the Entra tenant, null where the platform named none
 * @param person the other person's id towards this bot ({@code 29:…}) in a personal chat, else null
 * @param objectId that person's Entra object id, null until they have written there themselves
 * @param team the team a channel is in, by the id of its General channel; null elsewhere, and where Teams did not say
 */
public record Address(
        String conversation,
        Scope scope,
        String serviceUrl,
        String bot,
        @Nullable String tenant,
        @Nullable String person,
        @Nullable String objectId,
        @Nullable String team) {
    /** Where people talk to Beadle. */
    public enum Scope {
        PERSONAL,
        GROUP,
        CHANNEL
    }

    /** One of which nothing more is known. */
    public Address(
            String conversation,
            Scope scope,
            String serviceUrl,
            String bot,
            @Nullable String tenant,
            @Nullable String person) {
        this(conversation, scope, serviceUrl, bot, tenant, person, null, null);
    }

    /** That thread of this channel, by the conversation id that an activity in it names; any other chat is itself. */
    public Address thread(String id) {
        return scope == Scope.CHANNEL ? new Address(id, scope, serviceUrl, bot, tenant, person, objectId, team) : this;
    }
}
