/** Who people are to Beadle, and who may do what. */
@ApplicationModule(allowedDependencies = {"content"})
@NullMarked
package io.beadle.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
