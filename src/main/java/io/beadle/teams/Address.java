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
 */
public record Address(
        String conversation,
        Scope scope,
        String serviceUrl,
        String bot,
        @Nullable String tenant,
        @Nullable String person) {
    /** Where people talk to Beadle. */
    public enum Scope {
        PERSONAL,
        GROUP,
        CHANNEL
    }

    /** That thread of this channel, by the conversation id that an activity in it names; any other chat is itself. */
    public Address thread(String id) {
        return scope == Scope.CHANNEL ? new Address(id, scope, serviceUrl, bot, tenant, person) : this;
    }
}
