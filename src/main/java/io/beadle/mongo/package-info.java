/** The embedded MongoDB that Beadle runs on when none is configured, made safe against torn reads and lost writes. */
@ApplicationModule(allowedDependencies = {"selftest"})
@NullMarked
package io.beadle.mongo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
