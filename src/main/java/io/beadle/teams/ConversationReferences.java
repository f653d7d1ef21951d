package io.beadle.teams;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where Beadle can write, kept since the app was installed there or somebody wrote from there. Nothing is stored of when
 * a conversation was last used (G8); only of whoever left, on which day that was found.
 */
public interface ConversationReferences {
    /** Stores an address, or replaces the one of the same conversation. */
    void save(Address address);

    Optional<Address> find(String conversation);

    /** The personal chat with the person of this id towards the bot ({@code 29:…}). */
    Optional<Address> personal(String person);

    /** The personal chat with the person of this Entra object id, if they have ever written there. */
    Optional<Address> personalOf(String objectId);

    /**
     * The personal chats whose ids come after that one, in the order of these ids, at most so many: all of them, page by page,
     * beginning with an empty one.
     */
    List<Address> personalAfter(String conversation, int limit);

    void delete(String conversation);

    /**
     * Notes that nobody is there any more. What is saved anew is without the note.
     *
     * @return since when: that day, or an earlier one that was noted before
     */
    LocalDate left(String conversation, LocalDate day);

    /** Takes the note back. */
    void stayed(String conversation);
}
