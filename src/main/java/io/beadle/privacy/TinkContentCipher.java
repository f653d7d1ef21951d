package io.beadle.privacy;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;

/** AES-256-GCM in segments by Tink, so that a content is read without all of it being in memory. */
final class TinkContentCipher implements ContentCipher {
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 16;

    /** Each key encrypts one content, which needs no telling apart. */
    private static final byte[] NO_CONTEXT = {};

    @Override
    public byte[] newKey() {
        return Random.randBytes(KEY_BYTES);
    }

    @Override
    public byte[] encrypt(byte[] content, byte[] key) {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream(content.length + SEGMENT_BYTES);
        try (OutputStream out = streaming(key).newEncryptingStream(encrypted, NO_CONTEXT)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A content cannot be encrypted", e);
        }
        return encrypted.toByteArray();
    }

    @Override
    public InputStream decrypt(InputStream encrypted, byte[] key) {
        try {
            return streaming(key).newDecryptingStream(encrypted, NO_CONTEXT);
        } catch (IOException | GeneralSecurityException e) {
            throw new UndecipherableException(
                    "A stored content cannot be decrypted: " + e.getClass().getSimpleName());
        }
    }

    private static StreamingAead streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }
}
