package io.beadle.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The council's policies as it keeps account of them: what {@code register.yaml} says, and where it is silent, what the
 * documents say of themselves and of each other.
 */
public interface PolicyRegister {
    /** Every policy, by name; also those that are only listed and have no document here. */
    List<RegisteredPolicy> policies();

    /** The policy whose document has this file name. */
    Optional<RegisteredPolicy> ofDocument(String document);

    /**
     * Whether somebody may read a document (G34). What the register does not restrict everybody may read.
     *
     * @param asker an Entra object id; null for somebody unknown
     */
    boolean mayRead(String document, @Nullable String asker);
}
