package io.beadle.teams;

import io.beadle.teams.DownloadException.Reason;
import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Fetches over connections of its own, each for one file and closed after it, read to its end or not. */
class TeamsDownloads implements Downloads {
    private static final int HTTPS = 443;

    private final Credentials credentials;
    private final boolean loopbackOnly;
    private final HttpClient client;

    TeamsDownloads(Credentials credentials, boolean loopbackOnly, PublicAddresses.Lookup lookup) {
        this.credentials = credentials;
        this.loopbackOnly = loopbackOnly;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5_000)
                .resolver(loopbackOnly ? DefaultAddressResolverGroup.INSTANCE : new PublicAddresses(lookup))
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false);
    }

    @Override
    public byte[] fetch(SentFile file, Address from, Limits limits) {
        URI uri = allowed(file, from, limits);
        @Nullable String token = file.inline() ? credentials.token(limits.within()) : null;
        return client.headers(headers -> {
                    if (token != null) {
                        headers.set("Authorization", "Bearer " + token);
                    }
                })
                .get()
                .uri(uri)
                .response((response, content) -> read(response, content, limits.mostBytes()))
                .single()
                .timeout(limits.within())
                .onErrorMap(TeamsDownloads::why)
                .blockOptional()
                .orElseThrow();
    }

    private URI allowed(SentFile file, Address from, Limits limits) {
        if (!file.inline()) {
            return new FileHosts(loopbackOnly, limits.hosts())
                    .allowed(file.url())
                    .orElseThrow(() -> new DownloadException(Reason.NOT_ALLOWED, 0));
        }
        try {
            URI uri = new URI(file.url());
            boolean allowed = uri.getRawUserInfo() == null
                    && Loopback.orHttps(uri)
                    && origin(uri).equals(origin(new URI(from.serviceUrl())));
            if (allowed && (!loopbackOnly || Loopback.is(uri))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // is no address at all
        }
        throw new DownloadException(Reason.NOT_ALLOWED, 0);
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port(uri);
    }

    private static int port(URI uri) {
        int standard = "https".equals(uri.getScheme()) ? HTTPS : 80;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }

    /** Breaks off, and with it the connection, as soon as more has come than may. */
    private static Mono<byte[]> read(HttpClientResponse response, ByteBufFlux content, long most) {
        int status = response.status().code();
        @Nullable Reason refused = refused(status);
        if (refused != null) {
            return Mono.error(new DownloadException(refused, status));
        }
        if (isLonger(response.responseHeaders().get("Content-Length"), most)) {
            return Mono.error(new DownloadException(Reason.TOO_LARGE, status));
        }
        return content.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, (all, part) -> {
                    if (all.size() + (long) part.length > most) {
                        throw new DownloadException(Reason.TOO_LARGE, status);
                    }
                    all.writeBytes(part);
                    return all;
                })
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static @Nullable Reason refused(int status) {
        if (status >= 500 || status == 408 || status == 429) {
            return Reason.NOT_NOW;
        }
        if (status >= 400) {
            return Reason.GONE;
        }
        if (status >= 300) {
            return Reason.NOT_ALLOWED;
        }
        return status == 200 ? null : Reason.NOT_NOW;
    }

    private static boolean isLonger(@Nullable String length, long most) {
        return length != null && (!length.matches("\\d{1,18}") || Long.parseLong(length) > most);
    }

    private static Throwable why(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .filter(cause ->
                        cause instanceof DownloadException || cause instanceof PublicAddresses.PrivateAddressException)
                .findFirst()
                .map(cause ->
                        cause instanceof DownloadException known ? known : new DownloadException(Reason.NOT_ALLOWED, 0))
                .orElseGet(() -> new DownloadException(Reason.NOT_NOW, 0));
    }
}
