/** Files that people send as evidence: from the message they come with to where they are kept with a report. */
@NullMarked
package io.beadle.bot.evidence;

import org.jspecify.annotations.NullMarked;
