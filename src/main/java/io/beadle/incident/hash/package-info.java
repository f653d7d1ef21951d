/** The slow hash of the codes that anonymous reporters get. */
@NullMarked
package io.beadle.incident.hash;

import org.jspecify.annotations.NullMarked;
