/** The questions that were asked, and the answers that people gave, in MongoDB. */
@NullMarked
package io.beadle.knowledge.mongo;

import org.jspecify.annotations.NullMarked;
