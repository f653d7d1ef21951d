package io.beadle.teams;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The secret or certificate that the settings name, as it stood in its file when it was read.
 *
 * @param file what the file held, a character a byte; empty where the secret stands in the settings themselves
 * @param expires from when on it is of no use; empty where nobody says
 */
record ClientCredential(String file, IClientCredential forMsal, Optional<Instant> expires) {
    private static final int LARGEST_BYTES = 1 << 20;

    static ClientCredential read(TeamsSettings settings) throws IOException, GeneralSecurityException {
        Optional<Path> file = file(settings);
        return of(settings, file.isPresent() ? content(file.get()) : new byte[0]);
    }

    /** The file that holds it, if one does. */
    static Optional<Path> file(TeamsSettings settings) {
        return Optional.ofNullable(
                settings.certificate() == null ? settings.clientSecretFile() : settings.certificate());
    }

    /** The property, with the file that it names; never the secret. */
    static String named(TeamsSettings settings) {
        return settings.certificate() != null
                ? "beadle.teams.certificate " + settings.certificate()
                : settings.clientSecretFile() != null
                        ? "beadle.teams.client-secret-file " + settings.clientSecretFile()
                        : "beadle.teams.client-secret";
    }

    boolean isOf(byte[] content) {
        return file.equals(held(content));
    }

    static byte[] content(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("larger than any credential");
        }
        return Files.readAllBytes(file);
    }

    static ClientCredential of(TeamsSettings settings, byte[] content) throws IOException, GeneralSecurityException {
        Path certificate = settings.certificate();
        if (certificate == null) {
            String secret = settings.clientSecretFile() == null
                    ? Objects.requireNonNull(settings.clientSecret())
                    : new String(content, StandardCharsets.UTF_8).strip();
            if (secret.isEmpty()) {
                throw new IOException("nothing in it");
            }
            return new ClientCredential(
                    held(content), ClientCredentialFactory.createFromSecret(secret), lastDay(settings));
        }
        String password = settings.certificatePassword();
        String name = certificate.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".pfx") || name.endsWith(".p12")
                ? ofStore(content, password == null ? "" : password)
                : ofPem(content, password);
    }

    private static ClientCredential ofStore(byte[] content, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password.toCharArray());
        Optional<Instant> expires = Collections.list(store.aliases()).stream()
                .map(alias -> certificate(store, alias))
                .flatMap(Optional::stream)
                .map(found -> found.getNotAfter().toInstant())
                .findFirst();
        return new ClientCredential(
                held(content),
                ClientCredentialFactory.createFromCertificate(new ByteArrayInputStream(content), password),
                expires);
    }

    private static Optional<X509Certificate> certificate(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate found
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static ClientCredential ofPem(byte[] content, @Nullable String password)
            throws IOException, GeneralSecurityException {
        try {
            PemContent pem = PemContent.of(new String(content, StandardCharsets.UTF_8));
            return new ClientCredential(
                    held(content),
                    ClientCredentialFactory.createFromCertificateChain(
                            Objects.requireNonNull(
                                    Objects.requireNonNull(pem).getPrivateKey(password), "no private key in it"),
                            pem.getCertificates()),
                    Optional.of(pem.getCertificates().getFirst().getNotAfter().toInstant()));
        } catch (RuntimeException e) { // half a file is no PEM, nor is it one without a certificate
            throw new GeneralSecurityException("no private key and certificate in it", e);
        }
    }

    /** The secret is good until the end of that day, wherever Entra counts it. */
    private static Optional<Instant> lastDay(TeamsSettings settings) {
        return Optional.ofNullable(settings.clientSecretExpires())
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static String held(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "ClientCredential[bytes=" + file.length() + "]";
    }
}
