/** Questions about policies. */
@NullMarked
package io.beadle.bot.ask;

import org.jspecify.annotations.NullMarked;
