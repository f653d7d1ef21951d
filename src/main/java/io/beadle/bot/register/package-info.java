/** The registers, packs and evidence in the officer's personal chat, and how files are handed over there. */
@NullMarked
package io.beadle.bot.register;

import org.jspecify.annotations.NullMarked;
