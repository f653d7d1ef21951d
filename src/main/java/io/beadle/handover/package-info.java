/** Hands incidents over to the council's case system, by webhook or e-mail: chosen values alone, and never a restricted one (G30). */
@ApplicationModule(allowedDependencies = {"content", "people", "incident", "mail", "sweep"})
@NullMarked
package io.beadle.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
