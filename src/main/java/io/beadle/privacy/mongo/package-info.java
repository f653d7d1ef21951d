/** The instance's chain, and what else of privacy is stored, in MongoDB. */
@NamedInterface
@NullMarked
package io.beadle.privacy.mongo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
