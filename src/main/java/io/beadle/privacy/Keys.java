package io.beadle.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys that encrypt, one of them in use and the last one the newest; and the one that makes keyed hashes, which stays. */
record Keys(KeysetHandle encryption, KeysetHandle lookup) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ENCRYPTION = "encryption";
    private static final String LOOKUP = "lookup";

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink has AES-GCM and HMAC", e);
        }
    }

    static Keys made() {
        try {
            return new Keys(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES and HMAC", e);
        }
    }

    /** @throws KeyFileException if it is not what {@link #json} wrote */
    static Keys parsed(String json) {
        try {
            JsonNode sets = JSON.readTree(json);
            return new Keys(parsed(sets, ENCRYPTION), parsed(sets, LOOKUP));
        } catch (JacksonException | GeneralSecurityException e) {
            throw new KeyFileException("The keys for personal data cannot be read: they are not, or not all of, what"
                    + " \"beadle keys make FILE\" wrote. Take the file from where it is kept safe.");
        }
    }

    private static KeysetHandle parsed(JsonNode sets, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(sets.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            JSON.createObjectNode().setAll(Map.of(ENCRYPTION, tree(encryption), LOOKUP, tree(lookup))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keys that were made or read can be written", e);
        }
    }

    private static JsonNode tree(KeysetHandle keys) throws GeneralSecurityException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }

    /** With one more key, which only decrypts. */
    Keys added() {
        return encrypting(KeysetHandle.newBuilder(encryption)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()));
    }

    /** With the newest key in use. */
    Keys newestUsed() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(encryption);
        builder.getAt(builder.size() - 1).makePrimary();
        return encrypting(builder);
    }

    /** With the key in use alone. */
    Keys unusedDropped() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(encryption);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return encrypting(builder);
    }

    int size() {
        return encryption.size();
    }

    boolean isNewestUsed() {
        return encryption.getAt(encryption.size() - 1).isPrimary();
    }

    private Keys encrypting(KeysetHandle.Builder builder) {
        try {
            return new Keys(builder.build(), lookup);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keys changed one by one stay a set", e);
        }
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return "Keys[" + size() + "]";
    }
}
