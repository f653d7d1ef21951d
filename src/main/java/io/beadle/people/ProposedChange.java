package io.beadle.people;

import org.jspecify.annotations.Nullable;

/** What one administrator proposes and another has to consent to (G12). */
public sealed interface ProposedChange {
    /** Of who holds which role. */
    sealed interface OfRoles extends ProposedChange {
        /** The appointment that is made, changed or ended. */
        Appointment appointment();
    }

    record Appoint(Appointment appointment) implements OfRoles {}

    /** {@code before} is what was changed: if it is another by the time of the consent, the change is void. */
    record Amend(Appointment before, Appointment appointment) implements OfRoles {}

    record Dismiss(Appointment appointment) implements OfRoles {}

    /**
     * Another channel receives the alerts of a desk.
     *
     * @param desk its name in {@code bot/routes.yaml}, and its {@code title}
     * @param team the team the channel is in, null where Teams did not say
     */
    record MoveDesk(
            String desk,
            String title,
            String conversation,
            @Nullable String team) implements ProposedChange {}
}
