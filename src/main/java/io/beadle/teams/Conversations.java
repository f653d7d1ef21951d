package io.beadle.teams;

import java.util.List;

/**
 * Writing to Teams, in a turn or out of one. Each call blocks its (virtual) thread until the platform has answered,
 * retries included.
 */
public interface Conversations {
    /**
     * Posts a message to a conversation: to a channel as a new thread, to a thread ({@link Address#thread}) as a reply.
     *
     * @return the activity id by which it can be updated
     * @throws DeliveryException if the platform refused it, could not be reached in time or gave it no id ({@code NoId})
     */
    String post(Address to, Message message);

    /**
     * Replaces a message posted before.
     *
     * @param in where it stands; of a channel's thread, the thread ({@link Address#thread})
     * @throws DeliveryException if the platform refused it or could not be reached in time
     */
    void update(Address in, String activity, Message message);

    /**
     * Takes a message back.
     *
     * @throws DeliveryException if the platform refused it or could not be reached in time
     */
    void delete(Address in, String activity);

    /**
     * The personal chat with somebody met elsewhere, created if there was none yet.
     *
     * @param met where they were met
     * @param person their id towards this bot ({@code 29:…})
     * @throws DeliveryException if Beadle may not write to them: usually because they have not installed it
     */
    Address personalChat(Address met, String person);

    /**
     * The members of a conversation, every page of them; a channel's roster has only its own members.
     *
     * @throws DeliveryException if the platform did not say
     */
    default List<Member> members(Address of) {
        return members(of, Integer.MAX_VALUE);
    }

    /** The same, but no further page once there are more than so many: all of an organisation may be a team. */
    List<Member> members(Address of, int most);

    /**
     * A member of a conversation.
     *
     * @param id towards this bot ({@code 29:…})
     * @param objectId the Entra object id, empty where the platform named none
     * @param name personal data
     * @param tenant the Entra tenant they belong to, empty where the platform named none
     * @param guest whether they were invited from elsewhere, or have no account at all
     */
    record Member(String id, String objectId, String name, String tenant, boolean guest) {
        /** One of which nothing more is known. */
        public Member(String id, String objectId, String name) {
            this(id, objectId, name, "", false);
        }

        /** The id alone: a person's name never reaches a log. */
        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }
}
