/** MongoDB as stores see it, encrypted; and the embedded one that Beadle runs on when none is configured, made safe against torn reads and lost writes. */
@ApplicationModule(allowedDependencies = {"privacy", "selftest", "sweep"})
@NullMarked
package io.beadle.mongo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
