package io.beadle.teams;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ssl.pem.PemContent;

/** Tokens for the Bot Framework, single tenant, by MSAL, which keeps each until shortly before it expires. */
class MsalCredentials implements Credentials {
    private final Callable<CompletableFuture<IAuthenticationResult>> source;

    private MsalCredentials(Callable<CompletableFuture<IAuthenticationResult>> source) {
        this.source = source;
    }

    /** With the secret or the certificate that the settings name. */
    static MsalCredentials ofApplication(TeamsSettings settings, CloudSettings cloud) {
        URI url = settings.tokenUrl() != null
                ? settings.tokenUrl()
                : URI.create("https://login.microsoftonline.com/" + settings.tenantId() + "/oauth2/v2.0/token");
        TokenEndpoint endpoint = new TokenEndpoint(url);
        try {
            ConfidentialClientApplication application = ConfidentialClientApplication.builder(
                            Objects.requireNonNull(settings.appId()), credential(settings))
                    .authority(endpoint.authority())
                    .instanceDiscovery(false)
                    .httpClient(endpoint)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
            ClientCredentialParameters parameters =
                    ClientCredentialParameters.builder(Set.of(cloud.scope())).build();
            return new MsalCredentials(() -> application.acquireToken(parameters));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot use beadle.teams.certificate " + settings.certificate(), e);
        }
    }

    /** With the user-assigned managed identity of this machine. */
    static MsalCredentials ofManagedIdentity(String appId, CloudSettings cloud, IHttpClient http) {
        ManagedIdentityApplication application = ManagedIdentityApplication.builder(
                        ManagedIdentityId.userAssignedClientId(appId))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .httpClient(http)
                .build();
        ManagedIdentityParameters parameters =
                ManagedIdentityParameters.builder(cloud.resource()).build();
        return new MsalCredentials(() -> application.acquireTokenForManagedIdentity(parameters));
    }

    @Override
    public String token(Duration within) {
        try {
            return source.call().get(within.toNanos(), TimeUnit.NANOSECONDS).accessToken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(0, "TokenInterrupted");
        } catch (Exception e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DeliveryException(0, "NoToken " + cause.getClass().getSimpleName());
        }
    }

    private static IClientCredential credential(TeamsSettings settings) throws IOException, GeneralSecurityException {
        Path certificate = settings.certificate();
        if (certificate == null) {
            return ClientCredentialFactory.createFromSecret(Objects.requireNonNull(settings.clientSecret()));
        }
        String password = settings.certificatePassword();
        String name = certificate.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pfx") || name.endsWith(".p12")) {
            try (InputStream pfx = Files.newInputStream(certificate)) {
                return ClientCredentialFactory.createFromCertificate(pfx, password == null ? "" : password);
            }
        }
        PemContent pem = PemContent.load(certificate);
        return ClientCredentialFactory.createFromCertificateChain(
                Objects.requireNonNull(pem.getPrivateKey(password), "no private key in it"), pem.getCertificates());
    }
}
