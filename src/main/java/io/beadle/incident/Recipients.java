package io.beadle.incident;

import java.time.Instant;
import java.util.List;

/** Who is told when a role is. */
public interface Recipients {
    /** Those who hold the role at that moment, whoever is absent replaced by their deputy; none if nobody does. */
    List<Recipient> of(String role, Instant at);
}
