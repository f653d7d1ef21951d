/** Incidents searched for in words, and what is still to be learnt of them. */
@NullMarked
package io.beadle.bot.search;

import org.jspecify.annotations.NullMarked;
