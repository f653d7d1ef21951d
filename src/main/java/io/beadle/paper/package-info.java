/** The one-page form on paper for when Teams is down, made of the content: numbers, groups and questions as they are today. */
@ApplicationModule(allowedDependencies = {"content"})
@NullMarked
package io.beadle.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
