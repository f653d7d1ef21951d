/** What came in and what goes back, apart from how Teams puts it. */
@NamedInterface
@NullMarked
package io.beadle.bot.turn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
