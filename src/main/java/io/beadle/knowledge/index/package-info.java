/** Finds passages: words by BM25 and meaning by vectors, in one Lucene index on disk. */
@NullMarked
package io.beadle.knowledge.index;

import org.jspecify.annotations.NullMarked;
