/** What is done again and again while Beadle serves: deleting what nobody needs any more, reminding people. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.beadle.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
