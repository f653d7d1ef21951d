package io.beadle.knowledge.register;

import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisteredPolicy;
import java.util.List;

/**
 * A policy of the register with what answering needs besides.
 *
 * @param names all it goes by
 */
record Entry(Told told, List<String> names) {
    RegisteredPolicy policy() {
        return told.policy();
    }
}
