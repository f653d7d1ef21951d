package io.beadle.teams;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Beadle can write, kept since the app was installed there or somebody wrote from there. Nothing is stored of when
 * a conversation was last used (G8).
 */
public interface ConversationReferences {
    /**
     * Stores an address, or replaces the one of the same conversation when it has changed.
     *
     * @param objectId the other person's Entra object id in a personal chat; null where it is not known, and then the one
     *     stored before stays
     */
    void save(Address address, @Nullable String objectId);

    Optional<Address> find(String conversation);

    /** The personal chat with the person of this id: towards the bot ({@code 29:…}), or their Entra object id. */
    Optional<Address> personal(String person);

    void delete(String conversation);
}
