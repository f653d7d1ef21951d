/** What is read out of incidents and handed on: search, figures, the breach register, packs, tables and the custody of evidence. */
@ApplicationModule(allowedDependencies = {"content", "people", "incident", "knowledge", "privacy"})
@NullMarked
package io.beadle.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
