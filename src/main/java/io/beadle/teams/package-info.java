/** The edge to Microsoft Teams: endpoint, token checks, sending, conversation references, activities already answered. */
@ApplicationModule(allowedDependencies = {"pace", "selftest", "sweep"})
@NullMarked
package io.beadle.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
