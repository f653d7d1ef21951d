/** One class per Adaptive Card: a domain value in, card JSON out of its template; submissions back as typed actions. */
@ApplicationModule(allowedDependencies = {"content", "knowledge", "incident", "people", "register", "selftest"})
@NullMarked
package io.beadle.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
