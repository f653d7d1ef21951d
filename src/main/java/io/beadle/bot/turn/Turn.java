package io.beadle.bot.turn;

import io.beadle.people.Person;
import io.beadle.teams.Address;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote to Beadle or pressed a button.
 *
 * @param member the person's id towards this bot ({@code 29:…}), by which Beadle can write to them
 * @param address the conversation it came from
 * @param thread the conversation as Teams names it: of a channel the thread in it, any other is itself
 * @param text what they wrote, without the mention of Beadle; empty for a button
 * @param card the activity id of the card whose button was pressed, null for a message
 */
public record Turn(
        Person person,
        String member,
        Address address,
        String thread,
        String text,
        @Nullable String card) {
    public boolean isPersonal() {
        return address.scope() == Address.Scope.PERSONAL;
    }

    @Override
    public String toString() {
        return "Turn[" + person + "]";
    }
}
