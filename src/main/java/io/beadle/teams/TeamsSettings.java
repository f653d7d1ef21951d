package io.beadle.teams;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bot's registration. Without an app id Beadle is in local mode: no tokens, loopback only.
 *
 * @param appId the application (client) id of the registration
 * @param tenantId the council's Entra tenant: tokens are asked of it, and activities of any other are refused
 * @param clientSecret one of the three credentials
 * @param certificate one of the three credentials: a PEM file with the private key and the certificate, or a .pfx file
 * @param certificatePassword of the private key, where it has one
 * @param managedIdentity one of the three credentials: the user-assigned identity whose client id is the app id
 * @param openidMetadataUrl where the platform publishes who signs inbound tokens
 * @param tokenUrl the whole address that outbound tokens are asked of; null for the public cloud's
 * @param clientSecretFile a file with the client secret in it, in place of the secret itself: it is read anew when it changes
 * @param clientSecretExpires the last day of the client secret, as Entra shows it; the secret itself does not say
 */
@ConfigurationProperties("beadle.teams")
record TeamsSettings(
        @Nullable String appId,
        @Nullable String tenantId,
        @Nullable String clientSecret,
        @Nullable Path certificate,
        @Nullable String certificatePassword,
        boolean managedIdentity,

        @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration")
        URI openidMetadataUrl,

        @Nullable URI tokenUrl,
        @Nullable Path clientSecretFile,
        @Nullable LocalDate clientSecretExpires) {
    @ConstructorBinding
    TeamsSettings {
        appId = blankToNull(appId);
        tenantId = blankToNull(tenantId);
        clientSecret = blankToNull(clientSecret);
        long credentials = Stream.of(
                        clientSecret != null, clientSecretFile != null, certificate != null, managedIdentity)
                .filter(given -> given)
                .count();
        if (appId == null && (tenantId != null || credentials > 0)) {
            throw new IllegalArgumentException("beadle.teams.app-id is missing, though a tenant or a credential is"
                    + " given: set it, or remove beadle.teams.* for local mode");
        }
        if (appId != null && tenantId == null) {
            throw new IllegalArgumentException(
                    "beadle.teams.tenant-id is missing: with an app id Beadle serves one tenant and must know which");
        }
        if (appId != null && credentials != 1) {
            throw new IllegalArgumentException("With beadle.teams.app-id exactly one of beadle.teams.client-secret,"
                    + " .client-secret-file, .certificate and .managed-identity is needed: " + credentials
                    + " are set");
        }
        requireSafe("openid-metadata-url", openidMetadataUrl);
        if (tokenUrl != null) {
            requireSafe("token-url", tokenUrl);
        }
    }

    /** With a secret that stands in no file, if any. */
    TeamsSettings(
            @Nullable String appId,
            @Nullable String tenantId,
            @Nullable String clientSecret,
            @Nullable Path certificate,
            @Nullable String certificatePassword,
            boolean managedIdentity,
            URI openidMetadataUrl,
            @Nullable URI tokenUrl) {
        this(
                appId,
                tenantId,
                clientSecret,
                certificate,
                certificatePassword,
                managedIdentity,
                openidMetadataUrl,
                tokenUrl,
                null,
                null);
    }

    boolean local() {
        return appId == null;
    }

    /** Secrets stay out of logs and of the failure report of a start. */
    @Override
    public String toString() {
        return "TeamsSettings[appId=" + appId + ", tenantId=" + tenantId + "]";
    }

    private static void requireSafe(String property, URI uri) {
        if (!Loopback.orHttps(uri)) {
            throw new IllegalArgumentException(
                    "beadle.teams." + property + " must be https, or http on loopback: it is " + uri);
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
