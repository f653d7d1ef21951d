/** The incident and its draft: report, severity, acknowledgements, timeline, outbox. */
@ApplicationModule(allowedDependencies = {"content", "people"})
@NullMarked
package io.beadle.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
