package io.beadle.incident;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts people on the list to be told of an incident: each once an occasion, and nobody whom it may be about (G10). */
final class Telling {
    private final Change change;
    private final Holders holders;
    private final boolean quiet;
    private final Instant now;

    /** @param quiet whether nobody is told, because they are told of another one for it */
    Telling(Change change, Holders holders, boolean quiet, Instant now) {
        this.quiet = quiet;
        this.change = change;
        this.holders = holders;
        this.now = now;
    }

    /**
     * Those who hold the roles now are told; where nobody does, the ledger says so.
     *
     * @param prefix names the occasion: what is in the ledger under it already is not put there again
     */
    void once(String prefix, List<String> roles, Delivery.Occasion occasion, String why) {
        if (quiet) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (String role : roles) {
            String place = prefix + '/' + role;
            if (holders.isLeftOut(role) || change.hasDelivery(place)) {
                continue;
            }
            List<Recipient> found = holders.of(role, why);
            if (found.isEmpty()) {
                change.deliver(new Delivery(
                        place + "/-", role, why, occasion, null, null, now, Delivery.State.NOBODY, null, now));
            }
            for (Recipient holder : found) {
                if (told.add(holder.person().id())) {
                    change.deliver(queued(place, role, why, occasion, holder));
                }
            }
        }
    }

    /** Whoever holds a role by now that nobody held is told after all. */
    void again() {
        for (Delivery nobody : change.undeliverable()) {
            List<Recipient> found =
                    holders.isLeftOut(nobody.role()) ? List.of() : holders.of(nobody.role(), nobody.why());
            if (!found.isEmpty()) {
                change.withdraw(nobody);
                String place = nobody.key().substring(0, nobody.key().length() - 2);
                found.forEach(holder ->
                        change.deliver(queued(place, nobody.role(), nobody.why(), nobody.occasion(), holder)));
            }
        }
    }

    private Delivery queued(String place, String role, String why, Delivery.Occasion occasion, Recipient to) {
        return new Delivery(
                place + '/' + to.person().id(),
                role,
                why,
                occasion,
                to.person(),
                to.email(),
                now,
                Delivery.State.QUEUED,
                null,
                null);
    }
}
