/** Policy documents in, passages in Lucene, cited answers out. */
@ApplicationModule(allowedDependencies = {"content", "pace", "selftest"})
@NullMarked
package io.beadle.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
