/** How fast Beadle is, beside the adapter that it stands in for and beside what is possible at all. */
@NullMarked
package io.beadle.bench;

import org.jspecify.annotations.NullMarked;
