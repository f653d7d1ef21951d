package io.beadle.card;

import java.util.Map;
import java.util.Optional;

/** What is pressed on the cards by which administrators appoint; as little to be trusted as any {@link CardAction}. */
public sealed interface RoleAction {
    record ShowRoles() implements RoleAction {}

    /** One role, with whoever holds it. */
    record OpenRole(String role) implements RoleAction {}

    /** The form for a new appointment to the role. */
    record Appoint(String role) implements RoleAction {}

    /** The form for an appointment that there is. */
    record Change(String role, String appointment) implements RoleAction {}

    record Remove(String role, String appointment) implements RoleAction {}

    /**
     * The form was filled in.
     *
     * @param appointment its id, which a new one has from when its form was drawn: sent twice, it is made once
     * @param change whether there was such an appointment then
     */
    record Save(String appointment, String role, boolean change, Map<String, String> answers) implements RoleAction {}

    /** The form to say when one is away oneself. */
    record Away() implements RoleAction {}

    record SaveAway(Map<String, String> answers) implements RoleAction {}

    /** No longer away. */
    record Present() implements RoleAction {}

    /** What is pressed about a change that was proposed. */
    sealed interface OfProposal extends RoleAction {
        String proposal();
    }

    record Look(String proposal) implements OfProposal {}

    record Consent(String proposal) implements OfProposal {}

    /** By a second administrator, or by who proposed it. */
    record Refuse(String proposal) implements OfProposal {}

    /** Reads such an action; empty if the verb is another's. */
    static Optional<RoleAction> parse(String verb, Map<?, ?> data) {
        Map<String, String> answers = InputIds.answers(data);
        String role = text(data, "role");
        String holder = answers.getOrDefault(RoleCards.HOLDER, "");
        return Optional.ofNullable(
                switch (verb) {
                    case "roles.show" -> new ShowRoles();
                    case "roles.role" -> new OpenRole(role.isEmpty() ? answers.getOrDefault(RoleCards.ROLE, "") : role);
                    case "roles.appoint" -> new Appoint(role);
                    case "roles.change" -> new Change(role, holder);
                    case "roles.remove" -> new Remove(role, holder);
                    case "roles.save" ->
                        new Save(text(data, "appointment"), role, "true".equals(text(data, "change")), answers);
                    case "roles.away" -> new Away();
                    case "roles.away.save" -> new SaveAway(answers);
                    case "roles.present" -> new Present();
                    case "roles.look" -> new Look(text(data, "proposal"));
                    case "roles.consent" -> new Consent(text(data, "proposal"));
                    case "roles.refuse" -> new Refuse(text(data, "proposal"));
                    default -> null;
                });
    }

    private static String text(Map<?, ?> data, String key) {
        return data.get(key) instanceof String text ? text : "";
    }
}
