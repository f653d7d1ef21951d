/** Appointing people to roles, in administrators' personal chats, and holders' absences. */
@NullMarked
package io.beadle.bot.people;

import org.jspecify.annotations.NullMarked;
