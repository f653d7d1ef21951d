/** Appointments, proposals and the one-time code in MongoDB. */
@NullMarked
package io.beadle.people.mongo;

import org.jspecify.annotations.NullMarked;
