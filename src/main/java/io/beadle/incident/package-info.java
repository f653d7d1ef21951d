/** The incident and its draft: report, severity, acknowledgements, timeline, outbox. */
@ApplicationModule(allowedDependencies = {"content", "people", "privacy", "sweep"})
@NullMarked
package io.beadle.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
