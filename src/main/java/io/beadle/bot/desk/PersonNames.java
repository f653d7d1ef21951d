package io.beadle.bot.desk;

import java.util.Optional;

/** Who somebody is whom a people picker names by id alone. */
@FunctionalInterface
public interface PersonNames {
    /** Their name, where Teams tells it. */
    Optional<String> of(String id);
}
