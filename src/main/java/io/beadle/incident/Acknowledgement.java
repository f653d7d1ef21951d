package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;

/** A nominated person has seen the incident and acts on it (G17). */
public record Acknowledgement(Person by, Instant at) {}
