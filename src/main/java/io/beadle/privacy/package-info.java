/** How personal data is kept: encrypted, audited, no longer than the content says, and given out to whom it is about. */
@ApplicationModule(allowedDependencies = {"content", "sweep"})
@NullMarked
package io.beadle.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
