/** What council officers edit: report types, contacts, messages and card templates, checked as a whole. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.beadle.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
