package io.beadle.incident.hash;

import io.beadle.incident.SlowHash;

/** The real hash, for tests of other modules. */
public final class SomeHashes {
    private SomeHashes() {}

    public static SlowHash pbkdf2() {
        return new Pbkdf2Hash();
    }
}
