/** The desk and the notices in MongoDB. */
@NullMarked
package io.beadle.notification.mongo;

import org.jspecify.annotations.NullMarked;
