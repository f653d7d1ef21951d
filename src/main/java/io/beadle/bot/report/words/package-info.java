/**
 * Reads out of what somebody wrote the answers that are in it: small readers, one for each kind of answer. What was not
 * said stays open. Every repeated group of a pattern is bounded or possessive, for a message may be long.
 */
@NamedInterface
@NullMarked
package io.beadle.bot.report.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
