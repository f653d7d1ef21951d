/** Incident reports, from the first word to the receipt. */
@NullMarked
package io.beadle.bot.report;

import org.jspecify.annotations.NullMarked;
