package io.beadle.bot.ask;

import io.beadle.card.TestCards;
import io.beadle.people.Appointment;
import io.beadle.people.RoleHolders;
import io.beadle.people.StoredAppointments;

/** The contacts of the bundled content, where those are appointed. */
final class SomeContacts {
    private SomeContacts() {}

    static CurrentContacts of(TestCards cards, Appointment... appointed) {
        return new CurrentContacts(
                cards.content().contacts(),
                cards.content().roles(),
                new RoleHolders(cards.content().roles(), new StoredAppointments(appointed)),
                cards.messages(),
                () -> TestCards.SATURDAY);
    }
}
