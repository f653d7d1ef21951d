/** Reads policy documents as they really are and cuts them into whole clauses. */
@NullMarked
package io.beadle.knowledge.document;

import org.jspecify.annotations.NullMarked;
