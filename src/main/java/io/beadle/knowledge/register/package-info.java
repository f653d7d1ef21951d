/**
 * The account that the council keeps of its policies: whose they are, when they are due, who may read them, which laws in
 * them are dead; and answers to questions about that.
 */
@NullMarked
package io.beadle.knowledge.register;

import org.jspecify.annotations.NullMarked;
