package io.beadle.notification;

/** A number that all instances share. It grows whenever something was put in an outbox: one that has not grown spares a look. */
public interface OutboxNumber {
    long current();

    /** Makes it grow; as it is then. */
    long grow();
}
