/** Incidents and drafts as MongoDB documents. */
@NullMarked
package io.beadle.incident.mongo;

import org.jspecify.annotations.NullMarked;
