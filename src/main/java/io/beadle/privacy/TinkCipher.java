package io.beadle.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** AES-256-GCM and HMAC-SHA-256 by Tink. */
final class TinkCipher implements Cipher {
    /** Of a hash; so that two values share one by chance no sooner than after some 2^64 of them. */
    private static final int HASH_BYTES = 16;

    /** Tink has a source of random numbers for each thread, and looks for a better one at its first use: see RATIONALE.md. */
    private static final Executor LASTING_THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("cipher-", 0).factory());

    private final Aead aead;
    private final PrfSet hashes;
    private final String generation;

    TinkCipher(Keys keys) {
        try {
            this.aead = keys.encryption().getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.hashes = keys.lookup().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
            this.generation = Integer.toHexString(keys.encryption().getPrimary().getId());
        } catch (GeneralSecurityException e) {
            throw new KeyFileException("The keys for personal data are of a kind that Beadle does not use: "
                    + e.getClass().getSimpleName() + ". Take the file that \"beadle keys make FILE\" wrote.");
        }
    }

    @Override
    public String generation() {
        return generation;
    }

    @Override
    public byte[] encrypt(byte[] plain, String context) {
        return Thread.currentThread().isVirtual()
                ? CompletableFuture.supplyAsync(() -> encrypted(plain, context), LASTING_THREADS)
                        .join()
                : encrypted(plain, context);
    }

    private byte[] encrypted(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is to be stored cannot be encrypted", e);
        }
    }

    @Override
    public byte[] decrypt(byte[] encrypted, String context) {
        try {
            return aead.decrypt(encrypted, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException(
                    "What is stored cannot be decrypted: it was written with another key, or changed");
        }
    }

    @Override
    public String keyed(String value, String context) {
        try {
            byte[] hash = hashes.computePrimary((context + '\0' + value).getBytes(UTF_8), HASH_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC takes any value", e);
        }
    }
}
