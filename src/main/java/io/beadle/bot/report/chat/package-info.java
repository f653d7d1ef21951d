/** What a message in some chat says, out of what Teams sends of it: its sender, its time, its text without the markup. */
@NamedInterface
@NullMarked
package io.beadle.bot.report.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
