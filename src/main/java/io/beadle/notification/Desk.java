package io.beadle.notification;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel that receives alerts, who chose it and when.
 *
 * @param id {@value #MAIN}, or another that {@code bot/routes.yaml} names
 * @param team the team the channel is in, null where Teams did not say
 * @param lostAt since when Beadle can no longer write there, null while it can
 */
public record Desk(
        String id,
        String conversation,
        @Nullable String team,
        Person setBy,
        Instant setAt,
        @Nullable Instant lostAt) {
    /** The desk that every council has; whatever has no other place goes there. */
    public static final String MAIN = "main";

    /** The main desk, in a channel of which Teams did not name the team. */
    public Desk(String conversation, Person setBy, Instant setAt) {
        this(MAIN, conversation, null, setBy, setAt, null);
    }

    public static Desk of(String id, String conversation, @Nullable String team, Person setBy, Instant setAt) {
        return new Desk(id, conversation, team, setBy, setAt, null);
    }

    public boolean isMain() {
        return id.equals(MAIN);
    }

    public boolean isLost() {
        return lostAt != null;
    }

    /** Whether it goes with that channel, or with all of that team. */
    boolean isIn(String gone) {
        return conversation.equals(gone) || gone.equals(team);
    }
}
