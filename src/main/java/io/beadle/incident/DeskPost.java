package io.beadle.incident;

/** The one card that shows the incident in a desk's channel: the conversation it stands in and its activity id. */
public record DeskPost(String conversation, String activity) {}
