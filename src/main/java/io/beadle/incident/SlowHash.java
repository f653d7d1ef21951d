package io.beadle.incident;

/** A hash that takes so long to compute that whoever has it cannot try what it was made of. */
public interface SlowHash {
    /** A salted hash; another one each time. */
    String of(String secret);

    boolean matches(String secret, String hash);
}
