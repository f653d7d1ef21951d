package io.beadle.privacy;

import java.io.InputStream;

/**
 * Encrypts large contents, each with a key of its own that is kept in an encrypted document: to encrypt all of them under a new
 * key, or to destroy one for good, is to change a document.
 */
public interface ContentCipher {
    byte[] newKey();

    byte[] encrypt(byte[] content, byte[] key);

    /** What is read of it is authentic; reading fails with an {@code IOException} where it is not. */
    InputStream decrypt(InputStream encrypted, byte[] key);
}
