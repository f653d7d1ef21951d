package io.beadle.privacy;

/**
 * Encrypts what is personal, and makes keyed hashes of what is looked for by equality. Of several keys that encrypt one is in use;
 * the others still open what was stored before. Safe for any number of threads.
 */
public interface Cipher {
    /** Names the key that is in use, and is no secret: what was stored under another name is to be stored anew. */
    String generation();

    /**
     * Encrypts with the key in use.
     *
     * @param context where it is kept; it opens nowhere else, so that nothing can be put in the place of another
     */
    byte[] encrypt(byte[] plain, String context);

    /**
     * Decrypts with whichever key it was.
     *
     * @throws UndecipherableException if none of the keys opens it, or it is not what was encrypted there
     */
    byte[] decrypt(byte[] encrypted, String context);

    /** The keyed hash, always the same for a value in a context, and another in every other context. */
    String keyed(String value, String context);
}
