package io.beadle.teams;

/** What somebody is told whose turn broke off. */
public interface Apology {
    /** Plain text: that it did not work, and what to do now. It needs nothing that may be away. */
    String text();
}
