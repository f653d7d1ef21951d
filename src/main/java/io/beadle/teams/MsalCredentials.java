package io.beadle.teams;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens for the Bot Framework, single tenant, by MSAL, which keeps each until shortly before it expires. */
class MsalCredentials implements Credentials {
    /** Such as AADSTS7000222: the secret has expired. */
    private static final Pattern ENTRA_CODE = Pattern.compile("AADSTS\\d{4,9}");

    private final Callable<CompletableFuture<IAuthenticationResult>> source;

    private MsalCredentials(Callable<CompletableFuture<IAuthenticationResult>> source) {
        this.source = source;
    }

    /** With the secret or the certificate that the settings name, as it is now. */
    static MsalCredentials ofApplication(TeamsSettings settings, CloudSettings cloud) {
        try {
            return of(settings, cloud, ClientCredential.read(settings));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot use " + ClientCredential.named(settings), e);
        }
    }

    /** With that credential, of which nothing was asked yet. */
    static MsalCredentials of(TeamsSettings settings, CloudSettings cloud, ClientCredential credential) {
        URI url = settings.tokenUrl() != null
                ? settings.tokenUrl()
                : URI.create("https://login.microsoftonline.com/" + settings.tenantId() + "/oauth2/v2.0/token");
        TokenEndpoint endpoint = new TokenEndpoint(url);
        try {
            ConfidentialClientApplication application = ConfidentialClientApplication.builder(
                            Objects.requireNonNull(settings.appId()), credential.forMsal())
                    .authority(endpoint.authority())
                    .instanceDiscovery(false)
                    .httpClient(endpoint)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
            ClientCredentialParameters parameters =
                    ClientCredentialParameters.builder(Set.of(cloud.scope())).build();
            return new MsalCredentials(() -> application.acquireToken(parameters));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Cannot use beadle.teams.token-url", e);
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
            throw new DeliveryException(0, "NoToken " + reason(cause));
        }
    }

    /** What Entra calls it, or else its class: the message names the application and the request. */
    private static String reason(Throwable cause) {
        Matcher code = ENTRA_CODE.matcher(String.valueOf(cause.getMessage()));
        return code.find() ? code.group() : cause.getClass().getSimpleName();
    }
}
