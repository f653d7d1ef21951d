package io.beadle.privacy;

/** Ciphers for tests without a Spring context. */
public final class TestCiphers {
    private TestCiphers() {}

    /** With a key of its own. */
    public static Cipher newCipher() {
        return new TinkCipher(Keys.made());
    }

    public static ContentCipher contentCipher() {
        return new TinkContentCipher();
    }

    /** Of one key that is changed for another: the old one alone, the new one in use beside it, the new one alone. */
    public record Rotation(Cipher before, Cipher during, Cipher after) {}

    public static Rotation rotation() {
        Keys old = Keys.made();
        Keys both = old.added().newestUsed();
        return new Rotation(new TinkCipher(old), new TinkCipher(both), new TinkCipher(both.unusedDropped()));
    }
}
