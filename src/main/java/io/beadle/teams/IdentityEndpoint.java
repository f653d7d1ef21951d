package io.beadle.teams;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;

/** Where a machine in Azure gets the tokens of its own identity: on the machine itself or beside it, never on the internet. */
class IdentityEndpoint implements IHttpClient {
    private final HttpClient http = TokenEndpoint.client();

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException, URISyntaxException {
        return TokenEndpoint.send(http, besideThisMachine(request.url().toURI()), request);
    }

    static URI besideThisMachine(URI url) throws IOException {
        if (PublicAddresses.isPublic(InetAddress.getByName(url.getHost()))) {
            throw new IOException("A managed identity's endpoint must not be on the internet");
        }
        return url;
    }
}
