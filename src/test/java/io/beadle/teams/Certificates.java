package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates as a council makes them, each with a key of its own. */
final class Certificates {
    static final String PASSWORD = "changeit";

    private Certificates() {}

    /** The same key and certificate as {@code beadle.p12} and as {@code beadle.pem}, good for so many days. */
    static void make(Path folder, int days) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "beadle",
                        "-dname",
                        "CN=beadle",
                        "-validity",
                        String.valueOf(days),
                        "-keystore",
                        folder.resolve("beadle.p12").toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(folder.resolve("beadle.p12").toFile(), PASSWORD.toCharArray());
        Files.writeString(
                folder.resolve("beadle.pem"),
                pem(
                                "PRIVATE KEY",
                                store.getKey("beadle", PASSWORD.toCharArray()).getEncoded())
                        + pem("CERTIFICATE", store.getCertificate("beadle").getEncoded()));
    }

    /** A server's with such a certificate, which nobody trusts. */
    static SSLContext selfSigned(Path folder) throws Exception {
        make(folder, 90);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(folder.resolve("beadle.p12").toFile(), PASSWORD.toCharArray()),
                PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
