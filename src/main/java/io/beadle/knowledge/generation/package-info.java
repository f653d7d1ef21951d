/**
 * A short answer in plain English by a language model, in front of the quotes. The question and the passages are data for
 * it, and what it answers is data for us: a sentence is kept only if it names a given passage that says the same.
 */
@NullMarked
package io.beadle.knowledge.generation;

import org.jspecify.annotations.NullMarked;
