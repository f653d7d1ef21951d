package io.beadle.incident;

/**
 * That an incident is shown and told of as part of a wave.
 *
 * @param wave the reference of the report that began it
 * @param leads whether people are told of this one, for all
 * @param kind of the wave: what turns out to be worse, or to demand more, is no part of it any more
 */
public record Membership(String wave, boolean leads, Kind kind) {}
