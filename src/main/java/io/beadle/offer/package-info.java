/** Files that were made for somebody and wait to be taken, for an hour at most. */
@ApplicationModule(allowedDependencies = {"people", "privacy", "sweep"})
@NullMarked
package io.beadle.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
