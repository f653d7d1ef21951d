/** What is wrong with the configuration, all of it at once, before anything is started with it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.beadle.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
