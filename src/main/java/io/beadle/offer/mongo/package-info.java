/** The waiting files in MongoDB. */
@NullMarked
package io.beadle.offer.mongo;

import org.jspecify.annotations.NullMarked;
