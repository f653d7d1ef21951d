/** The channel that receives alerts, and what is pressed there. */
@NullMarked
package io.beadle.bot.desk;

import org.jspecify.annotations.NullMarked;
