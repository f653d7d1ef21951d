package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;

/**
 * How an incident ended.
 *
 * @param outcome the outcome's id in {@code bot/duties.yaml}
 */
public record Closing(Instant at, Person by, String outcome) {}
