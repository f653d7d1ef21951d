/** Letters by e-mail, over the council's own mail server. */
@ApplicationModule(allowedDependencies = {"selftest"})
@NullMarked
package io.beadle.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
