/** Who may use the processor and the store when everybody talks at once. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.beadle.pace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
