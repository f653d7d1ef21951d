/** What is read out of incidents and handed on: the breach register, packs, tables and the custody of evidence. */
@ApplicationModule(allowedDependencies = {"content", "people", "incident"})
@NullMarked
package io.beadle.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
