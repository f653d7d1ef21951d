/** What Beadle does from the command line. Standard output carries the answer alone. */
@ApplicationModule
@NullMarked
package io.beadle.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
