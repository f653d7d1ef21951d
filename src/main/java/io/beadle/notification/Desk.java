package io.beadle.notification;

import io.beadle.people.Person;
import java.time.Instant;

/** The channel that receives incident alerts: its conversation, who chose it and when. */
public record Desk(String conversation, Person setBy, Instant setAt) {}
