/** What Beadle finds out about itself, part by part, before somebody else does; each part has its own check. */
@ApplicationModule(allowedDependencies = {"content"})
@NullMarked
package io.beadle.selftest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
