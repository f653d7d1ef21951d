/** The policies as web pages: one a document, opened by a link that is signed for it and expires. */
@ApplicationModule(allowedDependencies = {"knowledge"})
@NullMarked
package io.beadle.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
