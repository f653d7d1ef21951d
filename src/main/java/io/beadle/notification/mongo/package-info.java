/** The desk in MongoDB. */
@NullMarked
package io.beadle.notification.mongo;

import org.jspecify.annotations.NullMarked;
