package io.beadle.knowledge.register;

import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisteredPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the register with what answering needs besides.
 *
 * @param names all it goes by
 * @param whose the organisation it is of, as documents name it; null where none tells
 */
record Entry(Told told, List<String> names, @Nullable String whose) {
    RegisteredPolicy policy() {
        return told.policy();
    }

    /** Whether it may be one of this organisation's; what does not tell whose it is counts for everybody. */
    boolean isOf(@Nullable String organisation) {
        return organisation == null || whose == null || whose.equals(organisation);
    }
}
