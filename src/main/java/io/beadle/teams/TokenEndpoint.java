package io.beadle.teams;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** MSAL's way out: whatever it asks is asked of the one configured address, and of nobody else on the internet. */
class TokenEndpoint implements IHttpClient {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final long LONGEST = 1 << 20;

    private final URI url;
    private final HttpClient http = client();

    TokenEndpoint(URI url) {
        this.url = url;
    }

    /**
     * What MSAL calls the authority. It insists on https, and with a port in it finds nothing in its cache again; the
     * address it makes of it is not the one used.
     */
    String authority() {
        String path = url.getPath().replaceFirst("/oauth2/.*$", "");
        return "https://" + url.getHost() + (path.length() > 1 ? path : "/tenant");
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        return send(http, url, request);
    }

    /** No redirect is followed: it would be to an address that nobody configured. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static IHttpResponse send(HttpClient http, URI url, HttpRequest request) throws IOException, InterruptedException {
        BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        java.net.http.HttpRequest.Builder call = java.net.http.HttpRequest.newBuilder(url)
                .timeout(ANSWER_WITHIN)
                .method(request.httpMethod().name(), body);
        request.headers().forEach(call::setHeader);
        java.net.http.HttpResponse<String> answer =
                http.send(call.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
        HttpResponse response =
                new HttpResponse().statusCode(answer.statusCode()).body(answer.body());
        response.addHeaders(answer.headers().map());
        return response;
    }
}
