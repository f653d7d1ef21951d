/** Turns found passages into an answer, the closest passage, or an honest no. */
@NullMarked
package io.beadle.knowledge.answer;

import org.jspecify.annotations.NullMarked;
